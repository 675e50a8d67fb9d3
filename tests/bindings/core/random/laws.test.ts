/** Draws of counts and of gamma numbers against their laws, one number at a time, and into both kinds of arrays. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as random from '../../../../bindings/core/random/index.js';
import { chi2, gamma, ready } from '../../../../bindings/core/distributions/index.js';

beforeAll(() => ready());

const n = 40_000;
const stream = () => random.stream({ seed: 20_240_901 });

/** The chi-squared statistic of counts against probabilities, of which cells with few expected counts are joined. */
function pOfFit(draws: Float64Array, probability: (k: number) => number): number {
  const counts = new Map<number, number>();
  for (const k of draws) counts.set(k, (counts.get(k) ?? 0) + 1);
  let [statistic, cells, seen, total] = [0, 0, 0, 0];
  for (let k = 0; total < 1 - 1e-12 && k < 400; k++) {
    const expected = n * probability(k);
    total += probability(k);
    if (expected < 10) continue;
    const count = counts.get(k) ?? 0;
    statistic += (count - expected) ** 2 / expected;
    seen += count;
    cells++;
  }
  const rest = n - seen;
  return rest / n < 0.05 ? chi2.sf(statistic, cells - 1) : 0;
}

function poissonOf(mean: number): (k: number) => number {
  const logs = [0];
  for (let k = 1; k < 500; k++) logs.push(logs[k - 1]! + Math.log(k));
  return (k) => Math.exp(k * Math.log(mean) - mean - logs[k]!);
}

function binomialOf(trials: number, p: number): (k: number) => number {
  const logs = [0];
  for (let k = 1; k < 500; k++) logs.push(logs[k - 1]! + Math.log(k));
  return (k) =>
    k > trials
      ? 0
      : Math.exp(
          logs[trials]! -
            logs[k]! -
            logs[trials - k]! +
            k * Math.log(p) +
            (trials - k) * Math.log(1 - p),
        );
}

describe('counts', () => {
  test.each([0.05, 1, 4.5, 90])('follow the Poisson law of mean %d', (mean) => {
    expect(pOfFit(random.poisson(stream(), n, mean), poissonOf(mean))).toBeGreaterThan(0.001);
  });

  test.each([
    [1, 0.3],
    [10, 0.05],
    [40, 0.97],
    [300, 0.5],
  ])('follow the binomial law of %d trials with p = %d', (trials, p) => {
    const draws = random.binomial(stream(), n, trials, p);
    expect(pOfFit(draws, binomialOf(trials, p))).toBeGreaterThan(0.001);
  });

  test('at the ends of their parameters', () => {
    expect([...random.poisson(stream(), 3, 0)]).toEqual([0, 0, 0]);
    expect([...random.binomial(stream(), 3, 7, 0)]).toEqual([0, 0, 0]);
    expect([...random.binomial(stream(), 3, 7, 1)]).toEqual([7, 7, 7]);
    expect([...random.binomial(stream(), 3, 0, 0.4)]).toEqual([0, 0, 0]);
    const large = random.poisson(stream(), 1000, 1e10);
    const z = large.map((k) => (k - 1e10) / 1e5);
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(6);
    expect(z.reduce((sum, one) => sum + one ** 2, 0) / 1000).toBeCloseTo(1, 0);
  });
});

test('gamma numbers are quantiles of uniform ones', () => {
  const draws = random.gamma(stream(), 100, 0.7, 3);
  const uniform = random.uniform(stream(), 100);
  expect([...draws]).toEqual([...gamma.quantile(uniform, 0.7, 3)]);
});

test('one number at a time, and arrays of both kinds, go through the same stream', () => {
  const laws = [
    (source: random.RandomStream, count?: random.Count) => random.normal(source, count),
    (source: random.RandomStream, count?: random.Count) => random.rademacher(source, count),
    (source: random.RandomStream, count?: random.Count) => random.poisson(source, count, 3.5),
    (source: random.RandomStream, count?: random.Count) => random.gamma(source, count, 2),
    (source: random.RandomStream, count?: random.Count) => random.binomial(source, count, 20, 0.2),
  ];
  for (const law of laws) {
    const whole = law(stream(), 1) as Float64Array;
    const source = stream();
    expect(law(source)).toBe(whole[0]);
    const rounded = law(stream(), new Float32Array(5));
    expect(rounded).toEqual(Float32Array.from(law(stream(), 5) as Float64Array));
  }
});

test.each([
  ['mean', () => random.poisson(stream(), 1, -1)],
  ['mean', () => random.poisson(stream(), 1, 1e11)],
  ['trials', () => random.binomial(stream(), 1, 2.5, 0.1)],
  ['p', () => random.binomial(stream(), 1, 2, 1.1)],
  ['shape', () => random.gamma(stream(), 1, 0)],
  ['scale', () => random.gamma(stream(), 1, 1, -1)],
])('refuse a wrong %s', (name, call) => {
  expect(call).toThrow(new RegExp(`: ${name}: expected`));
});
