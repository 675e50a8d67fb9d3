import { describe, expect, test } from 'vitest';
import type { Column, Table } from 'wasmetrics';
import { describeData, toTable } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

const tableOf = (nrows: number, columns: Readonly<Record<string, Column>>): Table => ({
  nrows,
  columns: new Map(Object.entries(columns)),
});
const numbers = (...values: number[]): Column => ({
  kind: 'number',
  values: Float64Array.from(values),
});

describe('a column of numbers', () => {
  test('has the quantiles of type 7', async () => {
    const { columns } = await describeData({ x: [4, 1, 3, 2] });
    expect(columns['x']).toMatchObject({ min: 1, p25: 1.75, median: 2.5, p75: 3.25, max: 4 });
  });

  test('keeps all digits of its spread around a large mean', async () => {
    const x = [0.5, 2, 3.25, 7, 11.5, 12];
    const described = async (shift: number) =>
      (await describeData({ x: x.map((value) => value + shift) })).columns['x'];
    const [near, far] = [await described(0), await described(2 ** 30)];
    expect(far).toMatchObject({ sd: near!.sd, skewness: near!.skewness, kurtosis: near!.kurtosis });
    expect(far!.mean).toBe(near!.mean! + 2 ** 30);
  });

  test('has moments also where squares overflow or vanish', async () => {
    const base = (await describeData({ x: [1, 2, 4] })).columns['x']!;
    for (const scale of [2 ** 1000, 2 ** -1000]) {
      const { columns } = await describeData({ x: [1, 2, 4].map((value) => value * scale) });
      expect(columns['x']).toMatchObject({
        sd: base.sd! * scale,
        mean: base.mean! * scale,
        skewness: base.skewness,
        kurtosis: base.kurtosis,
      });
    }
  });

  test('without variation has a spread of exactly 0 and no shape', async () => {
    const { columns } = await describeData({ x: [0.1, 0.1, 0.1] }, {});
    expect(columns['x']).toMatchObject({
      mean: 0.1,
      sd: 0,
      skewness: null,
      kurtosis: null,
      distinct: 1,
      reason: 'all values equal',
    });
  });

  test('with one value has no spread', async () => {
    const { columns } = await describeData({ x: [NaN, 3] });
    expect(columns['x']).toMatchObject({
      n: 1,
      missing: 1,
      mean: 3,
      sd: null,
      reason: 'one value',
    });
  });

  test('without values has no statistics', async () => {
    const { columns } = await describeData({ x: [NaN, null] });
    expect(columns['x']).toMatchObject({ n: 0, missing: 2, mean: null, max: null, distinct: 0 });
    expect(columns['x']!.reason).toBe('no value');
  });

  test('with infinite values has no moments, and says so', async () => {
    const { columns } = await describeData({ x: [1, Infinity, 2] });
    expect(columns['x']).toMatchObject({ mean: null, sd: null, max: Infinity, median: 2 });
    expect(columns['x']!.reason).toBe('infinite values');
  });

  test('counts 0 and -0 as one value', async () => {
    expect((await describeData({ x: [0, -0, 1] })).columns['x']!.distinct).toBe(2);
  });

  test('shows value labels and kinds of missing values', async () => {
    const data = tableOf(5, {
      region: {
        ...numbers(1, 2, 2, NaN, NaN),
        label: 'Region of the firm',
        valueLabels: new Map([['2', 'west']]),
        missing: { names: ['.a', '.'], codes: Uint8Array.of(0, 0, 0, 1, 2) },
      },
    });
    const result = await describeData(data);
    expect(result.columns['region']).toMatchObject({
      label: 'Region of the firm',
      missingKinds: { '.': 1, '.a': 1 },
      top: [
        { value: 2, label: 'west', n: 2 },
        { value: 1, n: 1 },
      ],
    });
    const text = toText(result);
    expect(text).toContain('2 west (2), 1 (1)');
    expect(text).toMatch(/^region .* {2}Region of the firm$/m);
    expect(text).toContain('region: missing values by kind: . 1, .a 1');
  });
});

describe('other columns', () => {
  test('of dates have the first and the last as text', async () => {
    const data = tableOf(3, { when: { ...numbers(710, 708, NaN), frequency: 'month' } as Column });
    expect((await describeData(data)).columns['when']).toMatchObject({
      type: 'date',
      frequency: 'month',
      min: '2019-01',
      max: '2019-03',
      mean: null,
      n: 2,
    });
  });

  test('of text have their most frequent values', async () => {
    const { columns } = await describeData({ c: ['b', 'a', 'b', '', 'c'] });
    expect(columns['c']).toMatchObject({
      type: 'text',
      n: 4,
      missing: 1,
      distinct: 3,
      mean: null,
      top: [
        { value: 'b', n: 2 },
        { value: 'a', n: 1 },
        { value: 'c', n: 1 },
      ],
    });
  });

  test('distinguish empty text from missing text where the file does', async () => {
    const c: Column = { kind: 'text', values: ['', '', 'x'], nulls: Uint8Array.of(1, 0, 0) };
    expect((await describeData(tableOf(3, { c }))).columns['c']).toMatchObject({
      n: 2,
      missing: 1,
    });
  });

  test('may have no rows', async () => {
    const result = await describeData(
      tableOf(0, { x: numbers(), c: { kind: 'text', values: [] } }),
    );
    expect(result.columns['x']).toMatchObject({ n: 0, missing: 0, mean: null });
    expect(toText(result)).toContain('2 columns of 0 rows');
  });
});

// A search among all names for each name would take minutes.
test('tens of thousands of columns are described, each with a warning', async () => {
  const names = Array.from({ length: 30_000 }, (_, j) => `x${j}`);
  const data = toTable(Object.fromEntries(names.map((name) => [name, [1, null]])));
  const warnings = names.map((column) => ({ code: 'leading-zeros', message: column, column }));
  const described = await describeData({ ...data, warnings });
  expect(described.warnings).toHaveLength(names.length);
  expect(toText(described).split('\n').length).toBeGreaterThan(2 * names.length);
});

describe('a panel', () => {
  const data = {
    id: [1, 1, 2, 2, 2],
    t: [1, 2, 1, 2, 3],
    x: [1, 3, 10, 12, 14],
    z: [5, 5, 7, 7, 7],
  };

  test('has the variation between and within units', async () => {
    const { columns } = await describeData(data, { unit: 'id', time: 't' });
    expect(columns['x']!.sdBetween).toBeCloseTo(Math.sqrt(50), 12);
    expect(columns['x']!.sdWithin).toBeCloseTo(Math.sqrt((1 + 1 + 4 + 4) / 4), 12);
    expect(columns['x']).toMatchObject({ nGroups: 2, nPeriodsMean: 2.5 });
    expect(columns['z']!.sdWithin).toBe(0);
  });

  test('warns of rows without a unit', async () => {
    const result = await describeData({ ...data, id: [1, 1, 2, null, 2] }, { unit: 'id' });
    expect(result.warnings).toMatchObject([
      {
        code: 'rows-without-key',
        message: '1 of 5 rows have no value of "id", the first is row 4; they count for no unit',
      },
    ]);
    expect(result.columns['x']).toMatchObject({ n: 5, nPeriodsMean: 2 });
  });
});

describe('groups', () => {
  test('have the values of the column, and leave out rows without one', async () => {
    const result = await describeData({ g: [2, 1, null, 2], x: [1, 2, 3, 4] }, { by: 'g' });
    expect(result.groups!.map(({ value, nrows }) => [value, nrows])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(['rows-without-group']);
  });
});

describe('wrong options', () => {
  test.each([
    [{ columns: ['y'] }, 'describe.columns: unknown column "y" (there are x)'],
    [{ columns: ['x', 'x'] }, 'describe: columns: expected each name once, found x twice'],
    [{ columns: 'x' }, 'describe: columns: expected a list of names of columns, found x'],
    [
      { time: 'x' },
      'describe: unit: expected the name of a column, as time is given, found nothing',
    ],
    [{ group: 'x' }, /^describe: options: expected keys among columns, by, unit, time/],
  ])('%j', async (options, message) => {
    await expect(describeData({ x: [1, 2] }, options as object)).rejects.toThrow(message);
  });
});
