import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as random from '../../../../bindings/core/random/index.js';
import { chi2, normal as normalLaw, ready } from '../../../../bindings/core/distributions/index.js';

beforeAll(() => ready());

describe('philox', () => {
  // Known answers of philox4x32-10 in Random123 (kat_vectors).
  test.each([
    ['0 0 0 0', '0 0', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [
      'ffffffff ffffffff ffffffff ffffffff',
      'ffffffff ffffffff',
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      '243f6a88 85a308d3 13198a2e 03707344',
      'a4093822 299f31d0',
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ])('gives the published block of the counter %s', (counter, key, words) => {
    const read = (text: string) => text.split(' ').map((word) => parseInt(word, 16));
    expect([...random.philox(read(counter), read(key))]).toEqual(read(words));
  });

  test('makes the words of a stream as its documentation says', () => {
    const source = random.stream({ seed: 2 ** 40 + 5, stream: 2 ** 33 + 7, counter: 36 });
    const block = random.philox([9, 0, 7, 2 + 2 ** 31], [5, 256]);
    expect([...random.integers(source, 4, 2 ** 32)]).toEqual([...block]);
    expect(source.counter).toBe(40);
  });
});

describe('streams', () => {
  test('go on where they stopped, in any division', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6 }),
        (seed, parts) => {
          const whole = random.stream({ seed, stream: 3 });
          const total = parts.reduce((sum, n) => sum + n, 0);
          const once = random.normal(whole, total);
          const split = random.stream({ seed, stream: 3 });
          const pieces = parts.flatMap((n) => [...random.normal(split, n)]);
          expect(pieces).toEqual([...once]);
          expect(split.counter).toBe(whole.counter);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('have the bits of this file on every machine', () => {
    const source = random.stream({ seed: 1 });
    const numbers = [
      ...random.uniform(source, 1),
      ...random.normal(source, 1),
      ...random.exponential(source, 1),
      ...random.integers(source, 3, 10),
    ];
    expect(numbers).toMatchInlineSnapshot(`
      [
        0.8667363091022785,
        2.1662368612436027,
        1.3341167083174557,
        7,
        7,
        0,
      ]
    `);
  });
});

/** Chi-squared statistic of the numbers in `cells` equally likely cells. */
function evenness(cellsOf: ArrayLike<number>, cells: number): number {
  const counts = new Float64Array(cells);
  for (let i = 0; i < cellsOf.length; i++) counts[cellsOf[i]!]!++;
  const expected = cellsOf.length / cells;
  const stat = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chi2.sf(stat, cells - 1);
}

describe('draws', () => {
  const source = random.stream({ seed: 20 });
  const n = 100_000;

  test('are even where they should be', () => {
    const cells = (values: Float64Array) => values.map((u) => Math.floor(40 * u));
    expect(evenness(cells(random.uniform(source, n)), 40)).toBeGreaterThan(1e-4);
    expect(evenness(cells(normalLaw.cdf(random.normal(source, n))), 40)).toBeGreaterThan(1e-4);
    const falls = random.exponential(source, n, 3).map((x) => 1 - Math.exp(-x / 3));
    expect(evenness(cells(falls), 40)).toBeGreaterThan(1e-4);
    expect(evenness(random.integers(source, n, 37), 37)).toBeGreaterThan(1e-4);
    const firsts = Array.from({ length: 4000 }, () => random.permutation(source, 7)[3]!);
    expect(evenness(firsts, 7)).toBeGreaterThan(1e-4);
    const sampled = Array.from({ length: 4000 }, () => random.sample(source, 9, 2)[1]!);
    expect(evenness(sampled, 9)).toBeGreaterThan(1e-4);
  });

  test('of multipliers have mean 0 and variance 1', () => {
    for (const draw of [random.rademacher, random.mammen, random.webb]) {
      const values = draw(source, n);
      const mean = values.reduce((sum, v) => sum + v, 0) / n;
      const square = values.reduce((sum, v) => sum + v * v, 0) / n;
      expect(Math.abs(mean)).toBeLessThan(0.02);
      expect(Math.abs(square - 1)).toBeLessThan(0.02);
    }
  });

  test('fill arrays, shuffle lists and sample with replacement', () => {
    const out = new Float64Array(3);
    expect(random.uniform(source, out, 5, 6)).toBe(out);
    expect(out.every((u) => u > 5 && u < 6)).toBe(true);
    const list = ['a', 'b', 'c', 'd'];
    expect(random.shuffle(source, list)).toBe(list);
    expect([...list].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(random.sample(source, 50, 50)).size).toBe(50);
    expect(random.sample(source, 2, 40, { replace: true }).every((i) => i === 0 || i === 1)).toBe(
      true,
    );
  });

  test.each([
    () => random.stream({ seed: -1 }),
    () => random.stream({ seed: 1.5 }),
    () => random.stream({ seed: 1, steam: 2 } as never),
    () => random.uniform(source, -1),
    () => random.uniform(source, 1, 2, 1),
    () => random.normal(source, 1, 0, 0),
    () => random.integers(source, 1, 0),
    () => random.sample(source, 3, 4),
    () => random.sample(source, 3, 2, null as never),
    () => random.uniform({} as never, 1),
    () => random.philox([1, 2], [3, 4]),
  ])('refuse wrong arguments: case %#', (use) => {
    expect(use).toThrowError(expect.objectContaining({ code: 'bad-value' }));
  });
});
