/** The multipliers of the wild bootstrap have the moments they are chosen for. */
import { describe, expect, test } from 'vitest';
import { multipliers, weights } from './resamples.js';

describe('multipliers', () => {
  const moments = (kind: number) => {
    const v = Array.from({ length: 50 }, (_, r) => weights(kind, 1000, r, 3)).flat();
    const mean = (power: number) => v.reduce((sum, x) => sum + x ** power, 0) / v.length;
    return [mean(1), mean(2), mean(3)] as const;
  };
  test.each([
    ['rademacher', 0],
    ['mammen', 1],
    ['webb', 0],
    ['normal', 0],
  ] as const)('%s have mean 0, variance 1 and third moment %i', (kind, third) => {
    const [one, two, three] = moments(multipliers[kind]);
    expect(Math.abs(one)).toBeLessThan(4 / Math.sqrt(50_000));
    expect(Math.abs(two - 1)).toBeLessThan((4 * 1.5) / Math.sqrt(50_000));
    expect(Math.abs(three - third)).toBeLessThan((4 * 4) / Math.sqrt(50_000));
  });

  test('all sign vectors come once', () => {
    const vectors = Array.from({ length: 32 }, (_, r) => weights(multipliers.all, 5, r, 0).join());
    expect(new Set(vectors).size).toBe(32);
  });
});
