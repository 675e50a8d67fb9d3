import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epsilon, uniform } from '../dense.js';
import { loadKernels } from '../load.js';

const { kernels, put, putInts, get, scope } = loadKernels();
const SUMMARY = 6;

/** `values` by replicate; one summary a parameter. */
function reduce(
  values: readonly (readonly number[])[],
  statuses: readonly number[],
  level = 0.9,
): number[][] {
  const width = values[0]!.length;
  return scope(() => {
    const out = kernels.alloc(8 * SUMMARY * width);
    const inputs = [put(values.flat()), putInts(statuses)] as const;
    expect(kernels.bootstrap_reduce(values.length, width, ...inputs, level, out)).toBe(0);
    const flat = [...get(out, SUMMARY * width)];
    return values[0]!.map((_, j) => flat.slice(SUMMARY * j, SUMMARY * (j + 1)));
  });
}

/** The same summary by its formulas. */
function expectedSummary(x: readonly number[], level: number): number[] {
  const n = x.length;
  const mean = sum(x) / n;
  const [m2, m4] = [2, 4].map((power) => sum(x.map((v) => (v - mean) ** power)) / n) as [
    number,
    number,
  ];
  const se = Math.sqrt((m2 * n) / (n - 1));
  const quantiles = [(1 - level) / 2, (1 + level) / 2].map((p) => quantile(x, p));
  const error = se * Math.sqrt((m4 / m2 ** 2 - 1) / (4 * n));
  return [n, mean, se, error, ...quantiles];
}

/** Type 7: linear between order statistics. */
function quantile(x: readonly number[], p: number): number {
  const sorted = [...x].sort((a, b) => a - b);
  const place = p * (x.length - 1);
  const below = Math.floor(place);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, x.length - 1)]!];
  return low + (place - below) * (high - low);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('bootstrap_reduce', () => {
  test('gives mean, standard error, its error and quantiles of each parameter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 300 }),
        fc.nat(),
        fc.double({ min: 0.05, max: 0.999, noNaN: true }),
        (reps, seed, level) => {
          const next = uniform(seed);
          const values = Array.from({ length: reps }, () => [next(), 3 + next(), 1e6 * next()]);
          const found = reduce(values, new Array<number>(reps).fill(0), level);
          found.forEach((_, j) => {
            const column = values.map((row) => row[j]!);
            expectedSummary(column, level).forEach((expected, k) => {
              const size = Math.max(Math.abs(expected), j === 2 ? 1e6 : 1);
              expect(Math.abs(found[j]![k]! - expected)).toBeLessThanOrEqual(
                32 * reps * epsilon * size,
              );
            });
          });
        },
      ),
    );
  });

  test('sorts: quantiles at every order statistic, with ties and in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }),
        (x) => {
          const sorted = [...x].sort((a, b) => a - b);
          const last = x.length - 1;
          for (let place = 0; 2 * place < last; place++) {
            const level = 1 - (2 * place) / last;
            const [row] = reduce(
              x.map((v) => [v]),
              x.map(() => 0),
              level,
            );
            expect(row![4]).toBeCloseTo(sorted[place]!, 12);
            expect(row![5]).toBeCloseTo(sorted[last - place]!, 12);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('leaves out failed and missing replicates and keeps those with a generalised inverse', () => {
    const values = [[1], [100], [2], [200], [3], [NaN]];
    const [row] = reduce(values, [0, 20, 256, -1, 0, 0], 0.5);
    expect(row!.slice(0, 3)).toEqual([3, 2, 1]);
    expect(row!.slice(4, 6)).toEqual([1.5, 2.5]);
  });

  test('gives NaN for what one or no replicate cannot say', () => {
    const [one] = reduce([[4]], [0]);
    expect(one).toEqual([1, 4, NaN, NaN, 4, 4]);
    const [none] = reduce([[4]], [30]);
    expect(none).toEqual([0, NaN, NaN, NaN, NaN, NaN]);
  });

  test('gives 0 and not NaN for the error of replicates that are all alike', () => {
    const [row] = reduce([[2], [2], [2]], [0, 0, 0]);
    expect(row!.slice(0, 4)).toEqual([3, 2, 0, 0]);
  });
});
