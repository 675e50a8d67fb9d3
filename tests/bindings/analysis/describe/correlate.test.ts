import { describe, expect, test } from 'vitest';
import { loadEngine } from 'wasmetrics';
import { correlate } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

const data = {
  x: [1, 2, 3, 4, 5, NaN],
  y: [2, 1, 4, 3, 7, 8],
  z: [3, 3, 3, 3, 3, 3],
  s: [2, 4, 6, 8, 10, 12],
};

describe('correlations', () => {
  test('use the rows of each pair, or those with all values', async () => {
    const pairwise = await correlate(data, { columns: ['x', 'y', 's'] });
    expect(pairwise.n).toEqual([
      [5, 5, 5],
      [5, 6, 6],
      [5, 6, 6],
    ]);
    const listwise = await correlate(data, { columns: ['x', 'y', 's'], listwise: true });
    expect(listwise.n.flat().every((n) => n === 5)).toBe(true);
    expect(listwise.r[1]![2]).not.toBe(pairwise.r[1]![2]);
    expect(listwise.r[0]![1]).toBe(listwise.r[1]![2]);
  });

  test('of a column with itself and with a multiple are exactly 1', async () => {
    const { r, p } = await correlate(data, { columns: ['x', 's'] });
    expect(r.flat()).toEqual([1, 1, 1, 1]);
    expect(p[0]![1]).toBe(0);
  });

  test('near 1 keep the digits of their p-value', async () => {
    const x = Array.from({ length: 10 }, (_, i) => i);
    const e = x.map((i) => (i % 2 === 0 ? 1 : -1) * 1e-9);
    const { p } = await correlate({ x, y: x.map((value, i) => value + e[i]!) });
    // R2 of y on x is 1 minus this much.
    const mean = e.reduce((sum, value) => sum + value, 0) / 10;
    const rss =
      e.reduce((sum, value) => sum + (value - mean) ** 2, 0) -
      e.reduce((sum, value, i) => sum + value * (i - 4.5), 0) ** 2 / 82.5;
    const t = Math.sqrt((8 * 82.5) / rss);
    const { exports } = await loadEngine();
    expect(p[0]![1]! / (2 * exports.t_sf(t, 8))).toBeCloseTo(1, 5);
  });

  test('of a constant column are missing, with the reason', async () => {
    const result = await correlate(data, { columns: ['y', 'z'] });
    expect(result.r).toEqual([
      [1, null],
      [null, null],
    ]);
    expect(result.p[0]![1]).toBeNull();
    expect(result.reasons[0]).toMatchObject({
      names: ['z', 'y'],
      reason: 'z is constant',
    });
    expect(result.vif).toEqual({ y: 1, z: null });
    expect(result.vifReasons).toEqual({ z: 'constant in the rows with all values' });
    const text = toText(result);
    expect(text).toContain('warning: z is constant');
    expect(text).not.toContain('z, y');
  });

  test('of two rows have no p-value', async () => {
    const { r, p, reasons } = await correlate({ x: [1, 2], y: [5, 3] });
    expect(r[0]![1]).toBe(-1);
    expect(p[0]![1]).toBeNull();
    expect(reasons.map(({ reason }) => reason)).toContain('two rows leave no degree of freedom');
  });

  test('of ranks give equal values the mean of their ranks', async () => {
    const columns = { x: [1, 1, 2, 5], y: [10, 20, 20, 30] };
    const ranks = { x: [1.5, 1.5, 3, 4], y: [1, 2.5, 2.5, 4] };
    const { r } = await correlate(columns, { method: 'spearman' });
    expect(r).toEqual((await correlate(ranks)).r);
  });

  test('keep their digits around a large mean', async () => {
    const far = Object.fromEntries(
      (['x', 'y'] as const).map((name) => [name, data[name].map((value) => value + 2 ** 30)]),
    );
    const near = await correlate(data, { columns: ['x', 'y'] });
    expect((await correlate(far)).r).toEqual(near.r);
  });

  test('need numbers', async () => {
    const text = { a: ['u', 'v'], b: [1, 2] };
    await expect(correlate(text, { columns: ['a', 'b'] })).rejects.toMatchObject({
      code: 'text-in-numeric-column',
    });
    await expect(correlate(text)).rejects.toThrow(
      'correlate: columns: expected two or more columns of numbers, found ["b"]',
    );
    await expect(correlate(data, { method: 'kendall' as 'pearson' })).rejects.toThrow(
      'correlate: method: expected one of pearson, spearman, found kendall',
    );
    await expect(correlate({ a: [1, Infinity], b: [1, 2] })).rejects.toMatchObject({
      code: 'infinite-value',
    });
  });
});

test('many columns are printed in parts that fit a page', async () => {
  const columns = Object.fromEntries(
    Array.from({ length: 20 }, (_, j) => [
      `column${j}`,
      Array.from({ length: 30 }, (__, i) => (i * (j + 3) + i * i * (j + 1)) % 31),
    ]),
  );
  const lines = toText(await correlate(columns)).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.filter((line) => line.startsWith('(20) column19'))).toHaveLength(4);
});

test('more than a thousand columns are refused', async () => {
  const names = Array.from({ length: 1001 }, (_, j) => `x${j}`);
  const data = Object.fromEntries(names.map((name, j) => [name, [j, 1, 2]]));
  await expect(correlate(data)).rejects.toThrow(
    'correlate: columns: expected at most 1000 columns, found 1001; list those you need',
  );
});

describe('variance inflation factors', () => {
  test('of collinear columns are missing, with the reason', async () => {
    const a = [1, 4, 2, 8, 5, 7];
    const b = [3, 1, 4, 1, 5, 9];
    const sum = a.map((value, i) => value + b[i]!);
    const c = [2, 7, 1, 8, 2, 8];
    const { vif, vifReasons } = await correlate({ a, b, sum, c });
    expect([vif['a'], vif['b'], vif['sum']]).toEqual([null, null, null]);
    expect(vifReasons['sum']).toBe('infinite: a linear combination of the other columns');
    expect(vif['c']).toBeCloseTo((await correlate({ a, b, c })).vif['c']!, 10);
  });

  test('need more rows than columns', async () => {
    const { vifReasons } = await correlate({ a: [1, 2, 4], b: [2, 1, 0], c: [1, 0, 5] });
    expect(vifReasons).toEqual({
      a: 'fewer rows than columns',
      b: 'fewer rows than columns',
      c: 'fewer rows than columns',
    });
  });
});
