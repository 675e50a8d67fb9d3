import { describe, expect, test } from 'vitest';
import { buildColumns } from '../../../../bindings/data/steps/columns.js';
import type { BuildStep } from '../../../../bindings/data/steps/step.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { failure, hostMath } from '../support.js';

const table = toTable({
  id: [1, 1, 1, 2, 2],
  t: [1, 2, 4, 1, 2],
  x: [1, -2, 0, null, 4],
  g: ['a', 'b', '', 'a', 'b'],
  'wage rate': [1, 2, 3, 4, 5],
});
const panel = { unit: 'id', time: 't' };
/** No step of these tests is an index. */
const noIndex = () => new Float64Array(0);

function build(...steps: readonly (string | BuildStep)[]) {
  const named = steps.map((step, i) =>
    typeof step === 'string' ? { name: `y${i || ''}`, value: step } : step,
  );
  return buildColumns(table, named, { math: hostMath, index: noIndex, panel });
}

function valuesOf(value: string): readonly (number | string | null)[] {
  const { values } = build(value).table.columns.get('y')!;
  return Array.from(values as ArrayLike<number | string>, (cell) =>
    Number.isNaN(cell) ? null : cell,
  );
}

describe('an expression', () => {
  test.each<[string, readonly (number | string | null)[]]>([
    ['x + `wage rate`', [2, 0, 3, null, 9]],
    ['2^3^2', [512, 512, 512, 512, 512]],
    ['2^-1', [0.5, 0.5, 0.5, 0.5, 0.5]],
    ['(x > 0) + 1', [2, 1, 1, null, 2]],
    ['x > 0 and x < 3', [1, 0, 0, null, 0]],
    ['not x > 0', [0, 1, 1, null, 0]],
    ['if(x > 0, "up", "down")', ['up', 'down', 'down', '', 'up']],
    ['if(g == "a", 1, if(g == "b", 2, 3))', [1, 2, null, 1, 2]],
    ['in(g, "a")', [1, 0, null, 1, 0]],
    ['in(x, -2, 4)', [0, 1, 0, null, 1]],
    ['matches(g, "^A")', [0, 0, null, 0, 0]],
    ['missing(x)', [0, 0, 0, 1, 0]],
    ['missing(x, g)', [0, 0, 1, 1, 0]],
    ['missing(log(x) + L.x)', [1, 1, 1, 1, 1]],
    ['holds(x > 0)', [1, 0, 0, 0, 1]],
    ['holds(x > 0) || g == "b"', [1, 1, null, 0, 1]],
    ['missing(x) || holds(x > 0)', [1, 0, 0, 1, 1]],
    ['round(x / 4 * 2)', [1, -1, 0, null, 2]],
    ['L.g', ['', 'a', '', '', 'a']],
    ['L.x', [null, 1, null, null, null]],
    ['D.`wage rate`', [null, 1, null, null, 1]],
    ['count(by: g)', [2, 2, null, 2, 2]],
    ['sum(x, by: id)', [-1, -1, -1, 4, 4]],
    ['sd(x, by: id)', [1.5275252316519468, 1.5275252316519468, 1.5275252316519468, null, null]],
    ['std(x, by: g)', [null, -0.7071067811865476, null, null, 0.7071067811865476]],
    ['cut(x, [0, 4])', [2, 1, 2, null, 3]],
    ['cut(x, at: [0])', [2, 1, 2, null, 2]],
    ['first(g, by: id, order: t)', ['a', 'a', 'a', 'a', 'a']],
    ['max(x, by: id)', [1, 1, 1, 4, 4]],
  ])('%s', (value, expected) => {
    expect(valuesOf(value)).toEqual(expected);
  });

  test('may read columns that were built before', () => {
    const { columns } = build('x + 1', 'y * 2').table;
    expect(columns.get('y1')!.values).toEqual(Float64Array.of(4, -2, 2, NaN, 10));
  });

  test('keeps the dates of a column', () => {
    const { table: dates } = buildColumns(
      parseCsv(new TextEncoder().encode('day\n2019-03-01\n2020-12-31\n'), { name: 'days.csv' }),
      ['day', 'year(day)', 'quarter(day)', 'month(day)', 'day(day)'].map((value, i) => ({
        name: `y${i}`,
        value,
      })),
      { math: hostMath, index: noIndex },
    );
    const values = (name: string) => [...dates.columns.get(name)!.values];
    expect(dates.columns.get('y0')).toMatchObject({ frequency: 'day' });
    expect(['y1', 'y2', 'y3', 'y4'].map(values)).toEqual([
      [2019, 2020],
      [1, 4],
      [3, 12],
      [1, 31],
    ]);
  });

  test('may be named as a part of an object', () => {
    const { table: built } = build({ name: '__proto__', value: 'x + 1' }, '`__proto__` + 1');
    expect(built.columns.get('y1')!.values).toEqual(Float64Array.of(3, 0, 2, NaN, 6));
  });
});

describe('missing cells', () => {
  test.each<[string, Record<string, number>]>([
    ['log(x)', { 'missing inputs': 1, 'log of 0 or a negative number': 2 }],
    ['1 / x', { 'missing inputs': 1, 'division by zero': 1 }],
    [
      'sqrt(x) + L.x',
      {
        'missing inputs': 2,
        'square root of a negative number': 1,
        'no row of the unit in that period': 2,
      },
    ],
    ['x^0.3', { 'missing inputs': 1, 'broken power of a negative number': 1 }],
    ['x^-1', { 'missing inputs': 1, 'division by zero': 1 }],
    ['exp(1000 * x)', { 'missing inputs': 1, 'beyond the range of doubles': 2 }],
    ['mean(x, by: g)', { 'missing group': 1 }],
    ['sd(x, by: g)', { 'missing group': 1, 'too few values in the group': 2 }],
    ['if(x > 0, log(x), 0)', { 'missing inputs': 1 }],
    ['std(x - x)', { 'missing inputs': 1, 'division by zero': 4 }],
  ])('of %s are counted by cause', (value, expected) => {
    const [fact] = build(value).columns;
    expect(Object.fromEntries(fact!.reasons.map(({ reason, cells }) => [reason, cells]))).toEqual(
      expected,
    );
    const total = Object.values(expected).reduce((sum, cells) => sum + cells, 0);
    expect(fact!.missing).toBe(total);
    expect(valuesOf(value).filter((cell) => cell === null)).toHaveLength(total);
  });

  test('are a warning where their inputs are present', () => {
    expect(build('log(x)').table.warnings).toMatchObject([
      {
        code: 'undefined-cells',
        message: 'build.y: 2 cells are missing by log of 0 or a negative number, first in row 2',
        column: 'y',
      },
    ]);
    expect(build('L.x + mean(x, by: g)').table.warnings).toBeUndefined();
  });
});

describe('a wrong expression', () => {
  test.each([
    [
      'wage_rate + 1',
      'unknown-column: build.y: unknown column "wage_rate" (did you mean "wage rate"?)\n  wage_rate + 1\n  ^',
    ],
    ['y + 1', 'unknown-column: build.y: "y" is built from itself; start from a column of the data'],
    [
      'lgo(x)',
      'build-syntax: build.y: unknown function "lgo" (did you mean "log"?)\n  lgo(x)\n  ^',
    ],
    ['ln(x)', 'build-syntax: build.y: unknown function "ln"; write log(x)\n  ln(x)\n  ^'],
    ['log(x, 2)', 'build-syntax: build.y: log takes 1 value, found 2\n  log(x, 2)\n  ^'],
    ['mean()', 'build-syntax: build.y: mean takes 1 value, found 0\n  mean()\n  ^'],
    [
      'min(x, t, by: g)',
      'build-syntax: build.y: min of several values is taken in each row, which by: would not change; leave it out\n  min(x, t, by: g)\n  ^',
    ],
    [
      'mean(x, bye: g)',
      'build-syntax: build.y: unknown option "bye" of mean (did you mean "by"?)\n  mean(x, bye: g)\n          ^',
    ],
    [
      'log(x, by: g)',
      'build-syntax: build.y: unknown option "by" of log; it has none\n  log(x, by: g)\n         ^',
    ],
    [
      'L(0:2).x',
      'build-syntax: build.y: L(0:2).x is several columns; write an expression for each lag\n  L(0:2).x\n  ^',
    ],
    [
      'g + 1',
      'text-in-numeric-column: build.y: column "g" must hold numbers, found "a" in row 1\n  g + 1\n  ^',
    ],
    [
      'mean(g)',
      'text-in-numeric-column: build.y: column "g" must hold numbers, found "a" in row 1\n  mean(g)\n       ^',
    ],
    [
      'if(x, 1, 2)',
      'build-type: build.y: if needs a condition, found a number; compare it, as in x == 1\n  if(x, 1, 2)\n     ^',
    ],
    [
      'if(x > 1, "a", 2)',
      'build-type: build.y: if cannot return text in some rows and a number in others\n  if(x > 1, "a", 2)\n  ^',
    ],
    ['x == "a"', 'build-type: build.y: "==" cannot compare a number with text\n  x == "a"\n    ^'],
    [
      'matches(x, "1")',
      'build-type: build.y: matches needs text, found a number\n  matches(x, "1")\n          ^',
    ],
    [
      'holds(x)',
      'build-type: build.y: holds needs a condition, found a number; compare it, as in x == 1\n  holds(x)\n        ^',
    ],
    [
      'matches(g, "(")',
      'build-type: build.y: matches needs a regular expression of JavaScript, found another text\n  matches(g, "(")\n             ^',
    ],
    [
      'year(t)',
      'build-type: build.y: year needs dates, found a number without a date type\n  year(t)\n       ^',
    ],
    [
      'winsor(x, 99, 1)',
      'build-syntax: build.y: winsor needs two percentiles in ascending order from 0 to 100, as in winsor(x, 1, 99)\n  winsor(x, 99, 1)\n  ^',
    ],
    [
      'cut(x, [2, 1])',
      'build-syntax: build.y: cut needs at most 1000 cut points in ascending order, found 2, 1\n  cut(x, [2, 1])\n  ^',
    ],
    [
      'cut(x)',
      'build-syntax: build.y: cut needs cut points or a number of groups, as in cut(x, [0, 10]) or cut(x, quantiles: 4)\n  cut(x)\n  ^',
    ],
    [
      'first(x, by: id)',
      'build-syntax: build.y: first needs the column that orders the rows, as in first(x, by: id, order: year)\n  first(x, by: id)\n  ^',
    ],
    ['x = 1', 'build-syntax: build.y: expected "==" to compare, found "="\n  x = 1\n    ^'],
    [
      'x ~ t',
      'build-syntax: build.y: expected an expression, not a formula, found "~"\n  x ~ t\n    ^',
    ],
    ['1e999', 'build-syntax: build.y: 1e999 is beyond the range of doubles\n  1e999\n  ^'],
  ])('%s is refused', (value, expected) => {
    expect(failure(() => build(value))).toBe(expected);
  });

  test('is refused where a column comes later, or exists', () => {
    expect(failure(() => build('y1 + 1', 'x'))).toBe(
      'unknown-column: build.y: "y1" is built later; move it before "y"',
    );
    expect(failure(() => build({ name: 'x', value: 'x + 1' }))).toBe(
      'column-exists: build.x: expected a name that no column has, found a column "x"; choose another name, or allow it with {value: ..., replace: true} (--replace)',
    );
    const { table: replaced, columns } = build({ name: 'x', value: 'x + 1', replace: true });
    expect(replaced.columns.get('x')!.values).toEqual(Float64Array.of(2, -1, 1, NaN, 5));
    expect(columns[0]!.replaced).toBe(true);
    expect(table.columns.get('x')!.values).toEqual(Float64Array.of(1, -2, 0, NaN, 4));
  });

  test('is refused without a panel for its lag', () => {
    const steps = [{ name: 'y', value: 'L.x' }];
    expect(failure(() => buildColumns(table, steps, { math: hostMath, index: noIndex }))).toBe(
      'no-panel: build.y: a lag or difference needs a panel; set panel.unit and panel.time (--unit and --time)\n  L.x\n  ^',
    );
  });

  test.each([
    ['nested too deeply', `${'('.repeat(250)}x${')'.repeat(250)}`],
    ['functions nested too deeply', `${'abs('.repeat(250)}x${')'.repeat(250)}`],
    ['a long chain', Array(1200).fill('x').join(' + ')],
    ['a long chain of powers', Array(250).fill('x').join('^')],
    ['signs', `${'-'.repeat(250)}x`],
    ['a long text', `x${' '.repeat(500_001)}`],
  ])('%s is refused', (_, value) => {
    expect(failure(() => build(value))).toMatch(/^build-syntax: build\.y: expected at most/);
  });
});

test('a million rows have the means of their 5,000 groups', () => {
  const n = 1_000_000;
  const large = toTable({
    g: Float64Array.from({ length: n }, (_, i) => i % 5000),
    x: Float64Array.from({ length: n }, (_, i) => (i * 7919) % 1013),
  });
  const steps = [{ name: 'y', value: 'mean(x, by: g)' }];
  const { table } = buildColumns(large, steps, { math: hostMath, index: noIndex });
  const sums = Array.from({ length: n / 5000 }, (_, i) => ((5000 * i + 7) * 7919) % 1013);
  const mean = sums.reduce((sum, x) => sum + x, 0) / sums.length;
  expect((table.columns.get('y')!.values as Float64Array)[n - 4993]).toBeCloseTo(mean, 9);
});
