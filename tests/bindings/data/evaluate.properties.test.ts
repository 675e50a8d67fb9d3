import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateTerm, type Frame } from '../../../bindings/data/evaluate.js';
import { parseTerms } from '../../../bindings/data/formula/formula.js';
import { panelOf } from '../../../bindings/data/panel/index-panel.js';
import { type DataInput, toTable } from '../../../bindings/data/to-table.js';
import { failure, hostMath } from './support.js';

const table = toTable({
  id: [1, 1, 1, 2, 2],
  year: [1, 2, 4, 2, 3],
  x: [10, 20, 40, 52, 53],
  z: [4, 0, -1, null, 9],
  region: ['east', 'west', '', 'north', 'east'],
});
const panel = panelOf(table, { unit: 'id', time: 'year' });
const frame: Frame = { table, panel, math: hostMath };

function evaluate(text: string, on: Frame = frame): Record<string, number[]> {
  const columns = parseTerms(text).flatMap((term) => evaluateTerm(term, on));
  return Object.fromEntries(columns.map(({ name, values }) => [name, [...values]]));
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

describe('evaluateTerm', () => {
  test.each([
    ['x', [10, 20, 40, 52, 53]],
    ['z', [4, 0, -1, NaN, 9]],
    ['L.x', [NaN, 10, NaN, NaN, 52]],
    ['L2.x', [NaN, NaN, 20, NaN, NaN]],
    ['F.x', [20, NaN, NaN, 53, NaN]],
    ['D.x', [NaN, 10, NaN, NaN, 1]],
    ['L.D.x', [NaN, NaN, NaN, NaN, NaN]],
    ['F.D.x', [10, NaN, NaN, 1, NaN]],
    ['L.z', [NaN, 4, NaN, NaN, NaN]],
    ['sqrt(z)', [2, 0, NaN, NaN, 3]],
    ['abs(z)', [4, 0, 1, NaN, 9]],
    ['exp(z:z)^0.5:x', [Math.exp(8) * 10, 20, Math.sqrt(Math.E) * 40, NaN, Math.exp(40.5) * 53]],
    ['z^2', [16, 0, 1, NaN, 81]],
    ['z^3', [64, 0, -1, NaN, 729]],
    ['z^0.5', [2, 0, NaN, NaN, 3]],
    ['z^-1', [0.25, NaN, -1, NaN, 1 / 9]],
    ['z^-0.5', [0.5, NaN, NaN, NaN, 1 / 3]],
    ['x:z', [40, 0, -40, NaN, 477]],
    ['L.(x:z)', [NaN, 40, NaN, NaN, NaN]],
  ])('%s', (text, expected) => {
    const [values] = Object.values(evaluate(text));
    expect(values!.map(rounded)).toEqual(expected.map(rounded));
  });

  test('takes the log of positive numbers only', () => {
    expect(evaluate('log(z)')).toEqual({
      'log(z)': [Math.log(4), NaN, NaN, NaN, Math.log(9)],
    });
  });

  test('raises to other powers through exp and log, with 0 for 0', () => {
    const values = evaluate('z^1.5')['z^1.5']!;
    expect(values[0]).toBeCloseTo(8, 12);
    expect(values[1]).toBe(0);
    expect(values[2]).toBeNaN();
  });

  test('takes differences of differences', () => {
    const data = toTable({ id: [1, 1, 1, 1], year: [1, 2, 3, 4], x: [1, 4, 9, 17] });
    const keys = panelOf(data, { unit: 'id', time: 'year' });
    expect(evaluate('D2.x D3.x L.D2.x', { table: data, panel: keys, math: hostMath })).toEqual({
      'D2.x': [NaN, NaN, 2, 3],
      'D3.x': [NaN, NaN, NaN, 1],
      'L1.D2.x': [NaN, NaN, NaN, 2],
    });
  });

  test('keeps the order of the table when there is no panel', () => {
    const unsorted = toTable({ x: [3, 1, 2] });
    expect(evaluate('x', { table: unsorted, math: hostMath })).toEqual({ x: [3, 1, 2] });
  });
});

describe('i()', () => {
  test('makes a dummy for each value except the first', () => {
    expect(evaluate('i(year)')).toEqual({
      'year=2': [0, 1, 0, 1, 0],
      'year=3': [0, 0, 0, 0, 1],
      'year=4': [0, 0, 1, 0, 0],
    });
    expect(evaluate('i(region)')).toEqual({
      'region=north': [0, 0, NaN, 1, 0],
      'region=west': [0, 1, NaN, 0, 0],
    });
  });

  test('leaves out the value named by ref', () => {
    expect(Object.keys(evaluate('i(year, ref=3)'))).toEqual(['year=1', 'year=2', 'year=4']);
    expect(Object.keys(evaluate('i(region, ref=west)'))).toEqual(['region=east', 'region=north']);
  });

  test('keeps every level of an interaction whose margins the model lacks', () => {
    expect(evaluate('x:i(region)')).toEqual({
      'x:region=east': [10, 0, NaN, 0, 53],
      'x:region=north': [0, 0, NaN, 52, 0],
      'x:region=west': [0, 20, NaN, 0, 0],
    });
    expect(Object.keys(evaluate('i(region):i(year, ref=4)'))).toEqual([
      'region=east:year=1',
      'region=east:year=2',
      'region=east:year=3',
      'region=north:year=1',
      'region=north:year=2',
      'region=north:year=3',
      'region=north:year=4',
      'region=west:year=1',
      'region=west:year=2',
      'region=west:year=3',
      'region=west:year=4',
    ]);
  });

  test('has dummies only for values in the sample, given in panel order', () => {
    const data = toTable({ id: [2, 1, 1], year: [7, 6, 5] });
    const keys = panelOf(data, { unit: 'id', time: 'year' });
    const sample = Uint8Array.of(0, 1, 1);
    expect(evaluate('i(year)', { table: data, panel: keys, math: hostMath, sample })).toEqual({
      'year=7': [NaN, 0, 1],
    });
  });
});

describe('evaluateTerm refuses', () => {
  test.each([
    [
      'x + wagee',
      'unknown-column: unknown column "wagee" (did you mean "wage"?)\n  x + wagee\n      ^',
    ],
    [
      'x + i(yaer)',
      'unknown-column: unknown column "yaer" (did you mean "year"?)\n  x + i(yaer)\n        ^',
    ],
    [
      'log(region)',
      'text-in-numeric-column: column "region" must hold numbers, found "east" in row 1; for a dummy per value write i(region)\n  log(region)\n      ^',
    ],
    ['wage', 'infinite-value: column "wage" must be finite, found -Infinity in row 2\n  wage\n  ^'],
    [
      'exp(big)',
      'infinite-value: exp(big) must be finite, found an infinite value in row 1\n  exp(big)\n  ^',
    ],
    [
      'D.exp(big)',
      'infinite-value: exp(big) must be finite, found an infinite value in row 1\n  D.exp(big)\n    ^',
    ],
    [
      'big^200:i(year)',
      'infinite-value: big^200 must be finite, found an infinite value in row 1\n  big^200:i(year)\n  ^',
    ],
    [
      'i(year, ref=9)',
      'unknown-level: column "year" has no value "9" in the sample; choose another ref: 1\n  i(year, ref=9)\n  ^',
    ],
  ])('%s', (text, expected) => {
    const data = toTable({
      id: [2, 1],
      year: [1, 1],
      x: [1, 2],
      region: ['east', ''],
      wage: [1, -Infinity],
      big: [1e3, 1],
    });
    const keys = panelOf(data, { unit: 'id', time: 'year' });
    expect(failure(() => evaluate(text, { table: data, panel: keys, math: hostMath }))).toBe(
      expected,
    );
  });

  test('lags without a panel', () => {
    expect(failure(() => evaluate('x + log(L.x)', { table, math: hostMath }))).toBe(
      'no-panel: L1.x needs a panel; add --unit and --time, or panel: {unit, time} in a model\n  x + log(L.x)\n          ^',
    );
    expect(failure(() => evaluate('D.x', { table, math: hostMath }))).toMatch(/^no-panel: D\.x/);
  });
});

test('the order of the rows does not matter', () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      year: fc.integer({ min: 0, max: 8 }),
      x: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    }),
    { selector: ({ id, year }) => `${id} ${year}`, minLength: 1, maxLength: 27 },
  );
  const all = (list: DataInput) => {
    const data = toTable(list);
    const keys = panelOf(data, { unit: 'id', time: 'year' });
    const text = 'L(0:3).x D2.x F.x log(x) x^2 x:L.x i(year) i(id):x';
    return evaluate(text, { table: data, panel: keys, math: hostMath });
  };
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (list, priority) => {
      const keyed = list.map((row) => ({ row, key: priority.next().value }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
      expect(all(shuffled)).toEqual(all(list));
    }),
  );
});
