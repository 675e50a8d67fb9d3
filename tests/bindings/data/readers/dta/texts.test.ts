import { expect, test } from 'vitest';
import { readDta, writeDta } from '../../../../../bindings/data/readers/dta/index.js';
import { readStata } from '../../../../../bindings/data/readers/stata.js';
import { bytesOf, cases } from './golden.js';

const rows = (count: number) => Array.from({ length: count }, (_, row) => row);
const fileOf = (values: readonly string[]) =>
  writeDta({ nrows: values.length, columns: [{ name: 'x', values }] }).bytes;
const textsOf = (bytes: Uint8Array) => readDta(bytes).variables[0]!.values;

test.each([
  ['repeated in order, more than are remembered', rows(210_000).map((row) => `firm ${row >> 1}`)],
  ['repeated at random, then each once', rows(40_000).map((row) => `${row % (row >> 3 || 1)}`)],
  ['each once', rows(40_000).map(String)],
  ['of all lengths', rows(40_000).map((row) => 'abcdefghi'.slice(0, row % 10))],
  ['beyond ASCII', rows(40_000).map((row) => `省份${row % 31}é`)],
  ['that share their first letters', rows(20_000).map((row) => `${'x'.repeat(40)}${row % 300}`)],
])('reads texts %s', (_, values) => {
  expect(textsOf(fileOf(values))).toEqual(values);
});

test('bytes behind the end of a text are no part of it', () => {
  const values = ['a', 'b', 'abcdefg', 'a', 'ab', 'a'];
  const bytes = fileOf(values);
  const start = Buffer.from(bytes).indexOf('<data>') + 6;
  values.forEach((value, row) => {
    for (let i = value.length + 1; i < 7; i++) bytes[start + 7 * row + i] = 1 + 40 * row + i;
  });
  expect(textsOf(bytes)).toEqual(values);
});

test('says where a text has bytes that the encoding does not have', () => {
  const bytes = fileOf(['abc', 'abd']);
  bytes[Buffer.from(bytes).indexOf('abd')] = 0xff;
  expect(() => readDta(bytes)).toThrow(/^the text from byte \d+ on is not utf-8; name its/);
});

test('warns of UTF-8 in a release that has another encoding, and only of that', () => {
  const warned = (bytes: Uint8Array, encoding?: string) =>
    readStata(bytes, { name: 'a.dta', encoding }).warnings?.map(({ message }) => message);
  const bytesOfCase = (id: string) => bytesOf(cases.find((one) => one.id === id)!).slice();
  const utf8 = bytesOfCase('haven_v10');
  const text = readDta(utf8).variables.flatMap(({ values }) => [...values].filter(isWord))[0]!;
  utf8.set(new TextEncoder().encode('é'), Buffer.from(utf8).lastIndexOf(text as string));
  expect(warned(utf8)).toEqual([
    'a.dta is read as windows-1252, but its bytes are valid UTF-8: the text may be wrong; if it is, set encoding: utf-8',
  ]);
  expect(warned(utf8, 'utf-8')).toBeUndefined();
  expect(warned(bytesOfCase('latin1_113'))).toBeUndefined();
  expect(warned(bytesOfCase('gb18030_114'), 'gb18030')).toBeUndefined();
});

const isWord = (value: unknown) => typeof value === 'string' && /^[a-z]{2}/i.test(value);
