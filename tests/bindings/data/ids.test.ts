/** Ids that doubles would merge. */
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../bindings/data/readers/csv/index.js';
import { levelsOf, numericColumn, tableWarnings, toTable } from '../../../bindings/data/index.js';
import { evaluateWhere, parseWhere } from '../../../bindings/data/index.js';
import { parseFormula, termName } from '../../../bindings/data/index.js';
import { failure, hostMath } from './support.js';

const table = (...cells: string[]) =>
  parseCsv(`id,x\n${cells.map((cell) => `${cell},1`).join('\n')}\n`);
const read = (...cells: string[]) => table(...cells).columns.get('id')!;
const codes = (...cells: string[]) => (table(...cells).warnings ?? []).map(({ code }) => code);

describe('a column of a CSV file', () => {
  test.each<[string, string[], string[]]>([
    ['integers beyond 2^53', ['9007199254740992', '9007199254740993'], ['integers-as-text']],
    ['longer integers', ['12345678901234567890', '12345678901234567891'], ['integers-as-text']],
    ['such integers with points', ['9007199254740993.0', '1.'], ['integers-as-text']],
    [
      'a long integer in the last row',
      [...Array<string>(5000).fill('1'), '-9007199254740993'],
      ['integers-as-text'],
    ],
    ['leading zeros', ['007', '012', '123'], []],
    ['leading zeros after a sign', ['-05', '12'], []],
    ['a number with and without zeros', ['007', '7'], ['leading-zeros']],
    ['numbers too large', ['1', '1e400'], ['number-out-of-range']],
    ['numbers too small', ['1', '1e-400'], ['number-out-of-range']],
    ['zeros among decimals', ['1.5', '00'], []],
    ['hexadecimal digits', ['0x10', '16'], ['not-a-number']],
  ])('of %s is text', (_, cells, warned) => {
    expect(read(...cells)).toMatchObject({ kind: 'text', values: cells });
    expect(codes(...cells)).toEqual(warned);
    expect(levelsOf(read(...cells)).names).toHaveLength(new Set(cells).size);
  });

  test.each<[string, string[], string[]]>([
    [
      'integers that doubles hold',
      ['9007199254740992', '10000000000000000', '128111108594530020', '+9007199254740994'],
      [],
    ],
    ['decimals of many digits', ['0.12345678901234567890', '1'], []],
    ['zero', ['0', '0.0', '0e5', '-0'], ['repeated-number']],
    ['infinity in words', ['inf', '-Infinity', '1'], []],
    ['the smallest number', ['4.9e-324', '1'], []],
    ['a long integer among decimals', ['123456789012345678', '0.5'], ['rounded-integers']],
  ])('of %s is numeric', (_, cells, warned) => {
    expect(read(...cells)).toEqual({
      kind: 'number',
      values: Float64Array.from(cells, (cell) =>
        cell.includes('nf') ? Number(cell.replace('inf', 'Infinity')) : Number(cell),
      ),
    });
    expect(codes(...cells)).toEqual(warned);
  });

  test.each([
    [
      ['1', '9007199254740993'],
      'u: column "id" must hold numbers, found "9007199254740993" in row 3, which a double would round to 9007199254740992; round it in the file or divide it to use it as a number',
    ],
    [
      ['12', '007'],
      'u: column "id" must hold numbers, found "007" in row 3, which as a number is 7; delete the leading zeros to use it as a number',
    ],
    [
      ['1', '-1e400'],
      'u: column "id" must hold numbers, found "-1e400" in row 3, which as a double is -Infinity; correct it or leave the cell empty',
    ],
    [['1', '9007199254740993', 'b'], 'u: column "id" must hold numbers, found "b" in row 4'],
  ])('%j is no regressor', (cells, message) => {
    expect(failure(() => numericColumn(table(...cells), 'id', 'u'))).toBe(
      `text-in-numeric-column: ${message}`,
    );
  });
});

describe('a table of a program', () => {
  const ids = [9007199254740992n, 9007199254740993n, -5n];

  test('keeps bigints apart, as text where a number is not enough', () => {
    const values = ['9007199254740992', '9007199254740993', '-5'];
    const text = { kind: 'text', values, integers: true };
    for (const id of [ids, BigInt64Array.from(ids)]) {
      const made = toTable({ id: id as ArrayLike<bigint> });
      expect(made.columns.get('id')).toEqual(text);
      expect(made.warnings?.map(({ code }) => code)).toEqual(['integers-as-text']);
    }
    expect(toTable(ids.map((id) => ({ id }))).columns.get('id')).toEqual(text);
  });

  test('reads other bigints as numbers', () => {
    const made = toTable({ id: BigUint64Array.from([1n, 2n, 3n]), y: [1n, 2.5, null] });
    expect(made.columns.get('id')).toEqual({ kind: 'number', values: Float64Array.of(1, 2, 3) });
    expect(made.columns.get('y')).toEqual({ kind: 'number', values: Float64Array.of(1, 2.5, NaN) });
    expect(made.warnings).toBeUndefined();
  });
});

test('a warning about a column concerns the models that name it', () => {
  const data = table('9007199254740992', '9007199254740993');
  const warned = (model: object) => tableWarnings(data, model).length;
  expect(warned({ vcov: { cluster: ['id'] } })).toBe(1);
  expect(warned({ formula: 'y ~ x + i(id)' })).toBe(1);
  expect(warned({ where: 'id == "1"' })).toBe(1);
  expect(warned({ formula: 'y ~ width + id2 + x_id' })).toBe(0);
});

test('a filter compares long integers as text, and refuses to round them', () => {
  const data = table('9007199254740992', '9007199254740993');
  expect([...evaluateWhere(parseWhere('id == "9007199254740993"'), data, hostMath)]).toEqual([
    0, 1,
  ]);
  expect(failure(() => parseWhere('id == 9007199254740993'))).toMatch(/write it in quotes/);
  expect(failure(() => parseWhere('id in (9007199254740993)'))).toMatch(/write it in quotes/);
});

test('a reference level is kept as it is written', () => {
  const name = (text: string) => termName(parseFormula(text).regressors[0]!);
  expect(name('y ~ i(id, ref=9007199254740993)')).toContain('9007199254740993');
  expect(name('y ~ i(id, ref=007)')).toContain('"007"');
  expect(name('y ~ i(id, ref=7)')).toBe(name('y ~ i(id, ref=7.0)'));
});
