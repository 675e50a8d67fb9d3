import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compositeIndex, type IndexOptions, toTable, withIndex } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

const rows = { a: [1, 2, 3, 5], b: [4, 1, 3, 2], t: [2017, 2017, 2018, 2018] };
const columns = { a: '+', b: '-' } as const;
const index = (options: Partial<IndexOptions> = {}, data: object = rows) =>
  compositeIndex(toTable(data as never), { method: 'entropy', columns, ...options });

describe('compositeIndex', () => {
  const indicators = fc
    .array(
      fc.tuple(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
      ),
      {
        minLength: 4,
        maxLength: 30,
      },
    )
    .filter((cells) =>
      [0, 1].every((j) => new Set(cells.map((row) => row[j]!.toFixed(3))).size > 2),
    );

  test('gives weights that sum to one and scores between zero and one', async () => {
    await fc.assert(
      fc.asyncProperty(
        indicators,
        fc.constantFrom('entropy', 'topsis', 'equal', 'cv' as const),
        async (cells, method) => {
          const data = { a: cells.map(([a]) => a), b: cells.map(([, b]) => b) };
          const result = await index({ method }, data);
          if (result.method === 'pca') throw new Error('not asked for');
          const total = Object.values(result.weights!).reduce((x, y) => x + y, 0);
          expect(total).toBeCloseTo(1, 12);
          for (const score of result.scores) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1 + 1e-12);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('does not depend on the units of the indicators nor on a change of sign and direction', async () => {
    const base = await index();
    const other = await index(
      { columns: { a: '+', b: '+' } },
      { a: rows.a.map((x) => 1024 * x), b: rows.b.map((x) => -x) },
    );
    expect(other.scores).toEqual(base.scores);
  });

  test('keeps the digits of redundancies where shares are nearly equal', async () => {
    const a = [1, 1 + 1e-6, 1 - 1e-6, 1 + 2e-6];
    const result = await index(
      { method: 'entropy', normalise: 'vector', columns: { a: '+', b: '+' } },
      { a, b: rows.b },
    );
    if (result.method === 'pca') throw new Error('not asked for');
    // sum (d_i - mean)^2 / (2 n ln n) with shares (1 + d_i) / n, to the second order.
    const d = [-0.5e-6, 0.5e-6, -1.5e-6, 1.5e-6];
    const expected = d.reduce((sum, x) => sum + x * x, 0) / (2 * 4 * Math.log(4));
    expect(result.redundancy!['a']! / expected - 1).toBeCloseTo(0, 5);
  });

  test('scores rows with a value in every indicator and says how many have none', async () => {
    const result = await index({}, { a: [1, 2, null, 5, 4], b: [4, 1, 3, 2, null] });
    expect(result.nobs).toBe(3);
    expect(result.scores.map((score) => score === null)).toEqual([false, false, true, false, true]);
    expect(result.warnings).toContainEqual({
      code: 'no-score',
      message: '2 of 5 rows have no score, as they lack an indicator',
      detail: { without: 2, rows: 5 },
    });
  });

  test('takes the extremes of a base period', async () => {
    const result = await index({ method: 'equal', normalise: 'base:2017', time: 't' });
    expect(result.scores).toEqual([0, 1, (2 + 1 / 3) / 2, (4 + 2 / 3) / 2]);
  });

  test('measures shares of targets', async () => {
    const result = await index({ method: 'equal', normalise: 'target', targets: { a: 10, b: 1 } });
    expect(result.scores![0]).toBeCloseTo((0.1 + 0.25) / 2, 15);
  });

  test('keeps no more components than random columns explain', async () => {
    const n = 60;
    const noise = (seed: number) =>
      Array.from({ length: n }, (_, i) => Math.sin(seed * (i + 1) * (i + 2)));
    const common = noise(0.7);
    const near = (seed: number) => noise(seed).map((x, i) => common[i]! + 0.3 * x);
    const data = { a: near(1.3), b: near(2.1), c: near(3.7), d: noise(5.1) };
    const result = await compositeIndex(toTable(data), {
      method: 'pca',
      columns: ['a', 'b', 'c', 'd'],
      keep: 'parallel',
    });
    if (result.method !== 'pca') throw new Error('not asked for');
    expect(result.components).toBe(1);
    expect(result.parallel).toHaveLength(4);
    expect(toText(result)).toContain('random 95%');
  });

  test('gives components without a measure of adequacy where correlations are singular', async () => {
    const data = { a: rows.a, b: rows.b, c: rows.a.map((x) => 2 * x + 1), d: [1, 5, 2, 2] };
    const more = {
      a: [...data.a, 7, 1],
      b: [...data.b, 1, 6],
      c: [...data.c, 15, 3],
      d: [...data.d, 0, 9],
    };
    const result = await compositeIndex(toTable(more), {
      method: 'pca',
      columns: ['a', 'b', 'c', 'd'],
    });
    if (result.method !== 'pca') throw new Error('not asked for');
    expect(result.kmo).toBeNull();
    expect(result.reason).toBe(
      'the correlations are singular: an indicator is a combination of others',
    );
    expect(result.eigenvalues[3]).toBeLessThan(1e-15);
    expect(Math.hypot(...Object.values(result.loadings['PC4']!))).toBeCloseTo(1, 12);
  });

  test('ranks rows under other choices', async () => {
    const result = await index({ sensitivity: true });
    if (result.method === 'pca') throw new Error('not asked for');
    expect(result.ranks!.map(({ rank }) => rank)).toEqual([4, 2, 3, 1]);
    expect(result.ranks!.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    for (const { rank, low, high } of result.ranks!) {
      expect(low).toBeLessThanOrEqual(rank);
      expect(high).toBeGreaterThanOrEqual(rank);
    }
    const broken = result.variants!.filter(({ reason }) => reason !== undefined);
    expect(broken.map(({ normalise }) => normalise)).toContain('zscore');
  });

  test('joins the data as a column', async () => {
    const table = toTable(rows);
    const result = await index();
    const joined = withIndex(table, result, 'level');
    expect([...joined.columns.get('level')!.values]).toEqual(result.scores);
    expect(() => withIndex(table, result, 'a')).toThrow(
      'index: name: expected the name of a new column, found a',
    );
  });
});

const refused: readonly [string, Partial<IndexOptions>, string, object?][] = [
  ['a constant column', {}, 'column "a" is 2 in every row; leave it out', { a: [2, 2], b: [1, 3] }],
  [
    'a column without a value',
    {},
    'column "a" has no value; leave it out',
    { a: [null, null], b: [1, 3] },
  ],
  [
    'one row',
    {},
    'expected two or more rows with a value in every column, found 1',
    { a: [1, null], b: [1, 3] },
  ],
  [
    'missing directions',
    { columns: ['a', 'b'] },
    'expected a direction for each column, such as {a: +}',
  ],
  ['one column', { columns: { a: '+' } }, 'expected two or more columns'],
  ['a column that does not exist', { columns: { a: '+', bb: '-' } }, 'unknown column "bb"'],
  [
    'weights that do not sum to one',
    { method: 'given', weights: [0.5, 0.6] },
    'expected numbers that sum to 1, found a sum of 1.1',
  ],
  ['too few weights', { method: 'given', weights: [1] }, 'expected 2 numbers, one for each column'],
  [
    'negative weights',
    { method: 'given', weights: [1.5, -0.5] },
    'expected numbers of at least 0, found -0.5',
  ],
  ['no weights', { method: 'given' }, 'expected numbers in the order of the columns'],
  ['entropies of z-scores', { normalise: 'zscore' }, 'entropies need values of at least 0'],
  [
    'the variation of z-scores',
    { method: 'cv', normalise: 'zscore' },
    'expected minmax or target, or values: raw, for cv',
  ],
  [
    'negative values as shares of a target',
    { normalise: 'target' },
    'ratios to a target need positive values',
    { a: [-1, 2, 3], b: [1, 2, 3] },
  ],
  [
    'directions that vector lacks',
    { normalise: 'vector' },
    '"b" has the direction - and vector knows none',
  ],
  [
    'a base period without rows',
    { normalise: 'base:1999', time: 't' },
    'expected base: and one of 2017, 2018',
  ],
  [
    'a base period without time',
    { normalise: 'base:2017' },
    'expected the column of periods, for base',
  ],
  [
    'the faulty rule without time',
    { compat: 'ln-periods' },
    'expected the column of periods, for ln-periods',
  ],
  [
    'an option of another method',
    { method: 'equal', keep: 'n:1' },
    'keep: expected the method pca',
  ],
  [
    'a rule that does not exist',
    { normalise: 'max' },
    'expected minmax, zscore, vector, target or base:PERIOD',
  ],
  ['more components than columns', { method: 'pca', keep: 'n:3' }, 'expected n of at most 2'],
  [
    'a group of one row',
    { by: 't' },
    'expected two or more rows in each group, found 1 in 2018',
    { a: [1, 2, 3], b: [2, 1, 2], t: [2017, 2017, 2018] },
  ],
];

describe('compositeIndex refuses', () => {
  test.each(refused)('%s', async (_, options, message, data = rows) => {
    await expect(index(options, data)).rejects.toThrow(message);
  });
});
