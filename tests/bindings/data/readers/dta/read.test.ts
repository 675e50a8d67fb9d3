import { describe, expect, test } from 'vitest';
import { DtaError, readDta } from '../../../../../bindings/data/readers/dta/index.js';
import { bytesOf, type Case, cases, columnsOf, written } from './golden.js';

const readable = cases.filter(({ expected }) => !expected.error && expected.format === 'dta');
const damaged = cases.filter(({ id, expected }) => expected.error && id !== 'bad_map_118');
const named = (id: string): Case => cases.find((one) => one.id === id)!;

describe('readDta', () => {
  test.each(readable.map((one) => [one.id, one] as const))('reads %s', (_, one) => {
    const { expected, spec } = one;
    const file = readDta(bytesOf(one), spec);
    expect({
      release: file.release,
      byteOrder: file.byteOrder,
      label: file.label,
      nrows: file.nrows,
      sortedBy: file.sortedBy,
    }).toEqual({
      release: expected.release,
      byteOrder: expected.byteorder,
      label: expected.dataLabel ?? '',
      nrows: expected.nrows,
      sortedBy: expected.sortedBy,
    });
    columnsOf(expected).forEach((column, i) => {
      const { name, storage, format, label, valueLabelName } = file.variables[i]!;
      expect([name, storage]).toEqual([column.name, column.storage]);
      expect(written(file, i)).toEqual(column.values);
      if (column.format === undefined) return;
      expect([format, label, valueLabelName]).toEqual([
        column.format,
        column.label ?? '',
        column.valueLabelName ?? '',
      ]);
      const labels = Object.fromEntries(file.valueLabels.get(valueLabelName) ?? []);
      expect(labels).toEqual(column.valueLabels ?? {});
    });
  });

  test.each(damaged.map((one) => [one.id, one] as const))('refuses %s', (_, one) => {
    expect(() => readDta(bytesOf(one))).toThrow(DtaError);
  });

  test('does not need the map', () => {
    expect(readDta(bytesOf(named('bad_map_118'))).nrows).toBe(3);
  });

  test('asks for no memory that the file does not fill', () => {
    expect(() => readDta(bytesOf(named('bad_nobs_118')))).toThrow(
      'expected 72000000000000 bytes of 1000000000000 rows from byte 7543 on, found 3506 before the end of the file',
    );
  });

  test('refuses a release that it does not know, with the way out', () => {
    const bytes = bytesOf(named('pandas_118')).slice();
    bytes.set(new TextEncoder().encode('121'), 28);
    expect(() => readDta(bytes)).toThrow(
      'release 121 of the format is not read, only 110 to 119; in Stata, save the data with saveold',
    );
  });

  test('refuses bytes that the encoding does not have', () => {
    const bytes = bytesOf(named('gb18030_114'));
    expect(() => readDta(bytes, { encoding: 'utf-8' })).toThrow('is not utf-8; name its encoding');
    expect(() => readDta(bytes, { encoding: 'klingon' })).toThrow('unknown encoding "klingon"');
  });

  test('reads the variables that are asked for, in the order of the file', () => {
    const file = readDta(bytesOf(named('spec_118_le')), { variables: ['ll', 'bb'] });
    expect(file.variables.map(({ name }) => name)).toEqual(['bb', 'll']);
    expect(() => readDta(bytesOf(named('spec_118_le')), { variables: ['x'] })).toThrow(
      'the file has no variable "x"',
    );
  });

  test('ends with a DtaError wherever a file is cut', () => {
    for (const id of ['spec_118_le', 'spec_113_be', 'strl_118']) {
      const bytes = bytesOf(named(id));
      for (let length = 0; length < bytes.length; length += 37) {
        try {
          readDta(bytes.slice(0, length));
        } catch (error) {
          expect(error).toBeInstanceOf(DtaError);
        }
      }
    }
  });

  test('ends with a file or a DtaError whatever byte is changed', () => {
    for (const id of ['spec_118_le', 'spec_113_be', 'strl_118']) {
      const original = bytesOf(named(id));
      for (let i = 0; i < original.length; i += 11) {
        const bytes = original.slice();
        bytes[i] = bytes[i]! ^ (1 + ((i * 37) % 255));
        try {
          readDta(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(DtaError);
        }
      }
    }
  });
});
