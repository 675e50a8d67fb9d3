import { expect, test } from 'vitest';
import { readDta, writeDta } from '../../../../../bindings/data/readers/dta/index.js';

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
