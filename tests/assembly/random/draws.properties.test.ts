import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadKernels } from '../load.js';

const { kernels, getInts, scope } = loadKernels();

function counts(n: number, replicate: number, low = 1, high = 0): number[] {
  return scope(() => {
    const out = kernels.alloc(4 * n);
    kernels.seed(low, high);
    kernels.multinomial(n, replicate, out);
    return [...getInts(out, n)];
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const word = fc.nat({ max: 2 ** 31 - 1 });

describe('multinomial', () => {
  test('draws n of n units: counts are whole, not negative and sum to n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), word, word, word, (n, replicate, low, high) => {
        const found = counts(n, replicate, low, high);
        expect(total(found)).toBe(n);
        expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('draws unit floor(n u / 2^32) for word u of the replicate, n of them', () => {
    for (const n of [1, 31, 32, 33, 1000]) {
      const expected = new Array<number>(n).fill(0);
      for (let first = 0; first < n; first += 32) {
        const drawn = scope(() => {
          const out = kernels.alloc(128);
          kernels.seed(3, 9);
          kernels.philox(first / 4, 5, 0, 0, out);
          const length = Math.min(32, n - first);
          return Array.from({ length }, (_, i) => getInts(kernels.wordAddress(out, i), 1)[0]!);
        });
        for (const word of drawn) expected[Number((BigInt(word >>> 0) * BigInt(n)) >> 32n)]! += 1;
      }
      expect(counts(n, 5, 3, 9)).toEqual(expected);
    }
  });

  test('gives the same counts for the same seed and replicate, whatever was drawn between', () => {
    fc.assert(
      fc.property(word, word, (replicate, seed) => {
        const first = counts(50, replicate, seed);
        counts(17, replicate + 1, seed + 1);
        expect(counts(50, replicate, seed)).toEqual(first);
      }),
    );
  });

  test('gives other counts for another replicate and for either half of another seed', () => {
    const inputs = [
      [0, 1, 0],
      [1, 1, 0],
      [0, 2, 0],
      [0, 1, 1],
    ] as const;
    const found = inputs.map(([replicate, low, high]) => counts(40, replicate, low, high).join());
    expect(new Set(found).size).toBe(inputs.length);
  });

  test('draws units alike: mean 1, variance 1 - 1/n, covariance -1/n over 4000 replicates', () => {
    const n = 25;
    const reps = 4000;
    const draws = Array.from({ length: reps }, (_, replicate) => counts(n, replicate, 7));
    const chiSquared = Array.from({ length: n }, (_, unit) => {
      const mean = total(draws.map((own) => own[unit]!)) / reps;
      return (reps * (mean - 1) ** 2) / (1 - 1 / n);
    });
    // About 24, standard deviation 7; the seed is fixed, so this either always holds or never.
    expect(total(chiSquared)).toBeLessThan(52);
    const variance = total(draws.flat().map((count) => (count - 1) ** 2)) / (reps * n);
    expect(Math.abs(variance - (1 - 1 / n))).toBeLessThan(0.02);
    const products = draws.map((own) => (own[3]! - 1) * (own[4]! - 1));
    expect(Math.abs(total(products) / reps + 1 / n)).toBeLessThan(0.06);
  });
});
