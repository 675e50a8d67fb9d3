import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DtaFile, readDta, writeDta } from '../../../../../bindings/data/readers/dta/index.js';
import { bytesOf, cases, written } from './golden.js';

const whole = cases.filter(
  ({ id, expected }) => !expected.error && expected.format === 'dta' && id !== 'strl_118',
);

function rewritten(file: DtaFile): { readonly copy: DtaFile; readonly notes: readonly string[] } {
  const columns = file.variables.map((variable) => ({
    name: variable.name,
    label: variable.label,
    format: variable.format,
    valueLabels: file.valueLabels.get(variable.valueLabelName) ?? new Map<string, string>(),
    values: variable.kind === 'number' ? variable.values : variable.values.map(String),
    ...(variable.kind === 'number' && variable.missing ? { missing: variable.missing } : {}),
  }));
  const { bytes, notes } = writeDta({ nrows: file.nrows, label: file.label, columns });
  return { copy: readDta(bytes), notes: notes.map(({ text }) => text) };
}

const one = (name: string, values: Float64Array | readonly string[]) =>
  writeDta({ nrows: values.length, columns: [{ name, values }] });

describe('writeDta', () => {
  test.each(whole.map((one) => [one.id, one] as const))('writes what %s holds', (_, one) => {
    const file = readDta(bytesOf(one), one.spec);
    const { copy, notes } = rewritten(file);
    expect(notes).toEqual([]);
    expect(copy.label).toBe(file.label);
    file.variables.forEach(({ name, label, format, valueLabelName }, i) => {
      expect(copy.variables[i]).toMatchObject({ name, label, format });
      expect(written(copy, i)).toEqual(written(file, i));
      const labels = copy.valueLabels.get(copy.variables[i]!.valueLabelName);
      expect(new Map(labels)).toEqual(new Map(file.valueLabels.get(valueLabelName)));
    });
  });

  test('takes the smallest type that is exact', () => {
    const storage = (values: readonly number[]) =>
      readDta(one('x', Float64Array.from(values)).bytes).variables[0]!.storage;
    expect(storage([-127, 100])).toBe('byte');
    expect(storage([101])).toBe('int');
    expect(storage([-32768])).toBe('long');
    expect(storage([2147483621])).toBe('double');
    expect(storage([1.5])).toBe('double');
    expect(storage([-0])).toBe('double');
    expect(storage([NaN])).toBe('byte');
  });

  test('writes any numbers and texts back to the bit', () => {
    const numbers = fc.array(fc.double({ noNaN: false, max: 2 ** 1022, min: -(2 ** 1022) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(numbers, fc.string({ unit: 'binary', maxLength: 30 }), (values, text) => {
        const texts = values.map((_, i) => (i % 2 === 0 ? text.replaceAll('\0', '') : ''));
        const { bytes } = writeDta({
          nrows: values.length,
          columns: [
            { name: 'x', values: Float64Array.from(values) },
            { name: 's', values: texts },
          ],
        });
        const { variables } = readDta(bytes);
        expect(Array.from(variables[0]!.values as Float64Array)).toEqual(values);
        expect(variables[1]!.values).toEqual(texts);
      }),
    );
  });

  test('keeps long texts once each', () => {
    const long = 'x'.repeat(3000);
    const { bytes } = one('s', [long, '', long]);
    expect(bytes.length).toBeLessThan(6000);
    expect(readDta(bytes).variables[0]).toMatchObject({
      storage: 'strL',
      values: [long, '', long],
    });
  });

  test('tells which names and labels Stata does not take', () => {
    const values = Float64Array.of(1);
    const names = ['GDP per head', 'GDP_per_head', '1990', 'in', 'x', 'x'];
    const { bytes, notes } = writeDta({
      nrows: 1,
      label: 'l'.repeat(90),
      columns: names.map((name) => ({ name, values })),
    });
    expect(readDta(bytes).variables.map(({ name }) => name)).toEqual([
      'GDP_per_head_2',
      'GDP_per_head',
      '_1990',
      '_in',
      'x',
      'x_2',
    ]);
    expect(notes.map(({ text }) => text)).toEqual([
      'column "GDP per head" is named GDP_per_head_2',
      'column "1990" is named _1990',
      'column "in" is named _in',
      'column "x" is named x_2',
      'the label of the data is cut to 80 characters',
    ]);
  });

  test('refuses what Stata cannot store', () => {
    expect(() => one('x', Float64Array.of(1, Infinity))).toThrow(
      'column "x", row 2: Stata does not store Infinity',
    );
    expect(() => one('s', ['a\0b'])).toThrow(
      'column "s", row 1: Stata does not store a text with a NUL',
    );
  });

  test('writes the same bytes for the same data', () => {
    const values = Float64Array.of(1, 2.5, NaN);
    expect(one('x', values).bytes).toEqual(one('x', values).bytes);
  });
});
