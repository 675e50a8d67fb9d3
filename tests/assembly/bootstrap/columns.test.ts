import { expect, test } from 'vitest';
import { loadKernels } from '../load.js';

const { kernels, put, get, scope } = loadKernels();

/** Passes to keep the columns, their number, and the column and the factor of each element. */
function distinct(rows: readonly (readonly number[])[]) {
  const n = rows[0]!.length;
  return scope(() => {
    const out = kernels.alloc(8 * (1 + 2 * n));
    const passes = kernels.distinctColumns(rows.length, n, put(rows.flat()), out);
    const [count, ...rest] = get(out, 1 + 2 * n);
    return { passes, count, source: rest.slice(0, n), factor: rest.slice(n) };
  });
}

test('columns repeat one another up to sign and a power of two, and zero columns have none', () => {
  const rows = [
    [0, 0, 0, 3, 0],
    [3, 0, -6, 3, 3],
    [5, 0, -10, 5, 5.000000000000001],
  ];
  expect(distinct(rows)).toEqual({
    passes: 1,
    count: 3,
    source: [0, 3, 0, 1, 2],
    factor: [1, 0, -2, 1, 1],
  });
});

test('a column that does not repeat the one of its fingerprint is kept in another pass', () => {
  const rows = [
    [1, 1, 1],
    [NaN, NaN, NaN],
  ];
  expect(distinct(rows)).toEqual({
    passes: 2,
    count: 3,
    source: [0, 1, 2],
    factor: [1, 1, 1],
  });
});
