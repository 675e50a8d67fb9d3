/** The distributions against values of 60 digits (`golden/distributions/laws.py`) and against their own laws. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as distributions from '../../../../bindings/core/distributions/index.js';

const { beta, chi2, clr, f, gamma, noncentralChi2, normal, studentT } = distributions;
const all = { beta, chi2, clr, f, gamma, noncentralChi2, normal, studentT };

type Name = keyof typeof all;
type Part = keyof distributions.Distribution<[]>;
type Call = (x: number, ...parameters: number[]) => number;
type Row = readonly [Name, number[], Part, number, string];

const rows = JSON.parse(
  readFileSync(new URL('../../../golden/distributions/laws.json', import.meta.url), 'utf8'),
) as Row[];

beforeAll(() => distributions.ready());

const of = (name: Name, part: Part) => all[name][part] as Call;

describe.each(Object.keys(all) as Name[])('%s', (name) => {
  // The law of the ratio is an integral in plain doubles.
  const wanted = name === 'clr' ? 1e-12 : 5e-15;

  test(`is within ${wanted} of the reference values`, () => {
    const own = rows.filter(([distribution]) => distribution === name);
    expect(own.length).toBeGreaterThan(20);
    for (const [, parameters, part, x, text] of own) {
      const value = Number(text);
      if (Math.abs(value) < 1e-300) continue;
      const found = of(name, part)(x, ...parameters);
      const error = Math.abs(found - value) / Math.abs(value);
      expect(error, `${name}.${part}(${[x, ...parameters].join(', ')}) = ${found}`).toBeLessThan(
        wanted,
      );
    }
  });
});

const examples: Readonly<Record<Name, readonly number[][]>> = {
  normal: [[], [3, 2]],
  studentT: [[0.7], [4], [250], [Infinity]],
  chi2: [[0.3], [2], [77.5], [1e5]],
  f: [
    [0.5, 3],
    [4, 90],
    [1, Infinity],
    [2e3, 3e3],
  ],
  beta: [
    [0.2, 0.3],
    [3, 1],
    [500, 2],
  ],
  gamma: [[0.05], [1.5, 10], [1e4, 0.01]],
  noncentralChi2: [
    [1, 0],
    [3, 0.01],
    [0.1, 0.004],
    [0.5, 60],
    [20, 900],
  ],
  clr: [
    [0, 1, 3],
    [50, 2, 6],
    [1e4, 1, 30],
  ],
};

test('quantiles undo tails, and the tails add up to 1', () => {
  const names = fc.constantFrom(...(Object.keys(all) as Name[]));
  const p = fc.oneof(
    fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
    fc.constantFrom(1e-100, 1e-12),
  );
  fc.assert(
    fc.property(names, p, fc.nat(), (name, probability, n) => {
      const parameters = examples[name][n % examples[name].length]!;
      // What one rounding of x changes in a tail.
      const slack = (x: number) => 4 * Number.EPSILON * x * of(name, 'pdf')(x, ...parameters);
      const x = of(name, 'isf')(probability, ...parameters);
      const tail = of(name, 'sf')(x, ...parameters);
      if (tail > 0 && x > 0) {
        const error = Math.abs(tail - probability);
        expect(error).toBeLessThanOrEqual(1e-9 * probability + slack(x));
      }
      expect(of(name, 'cdf')(x, ...parameters) + tail).toBeCloseTo(1, 12);
      expect(of(name, 'logSf')(x, ...parameters)).toBeCloseTo(Math.log(tail), 8);
      const y = of(name, 'quantile')(probability, ...parameters);
      const lower = of(name, 'cdf')(y, ...parameters);
      if (y > 1e-290) {
        const error = Math.abs(lower - probability);
        expect(error).toBeLessThanOrEqual(1e-9 * probability + slack(y));
      }
    }),
    { numRuns: 300 },
  );
});

test('lists give the numbers of single calls', () => {
  const x = [0.1, 1, 7];
  expect([...studentT.sf(x, 5)]).toEqual(x.map((one) => studentT.sf(one, 5)));
  expect([...normal.isf(Float64Array.of(0.025, 0.5), 10, 2)]).toEqual([
    normal.isf(0.025, 10, 2),
    10,
  ]);
});

test('ends and NaN have their limits', () => {
  expect([normal.isf(0), normal.quantile(0), chi2.quantile(0, 3), beta.isf(0, 2, 2)]).toEqual([
    Infinity,
    -Infinity,
    0,
    1,
  ]);
  expect([chi2.sf(-1, 3), f.sf(Infinity, 1, 2), gamma.pdf(0, 0.5), clr.cdf(0, 1, 1, 2)]).toEqual([
    1,
    0,
    Infinity,
    0,
  ]);
  expect([normal.cdf(NaN), studentT.isf(NaN, 3), noncentralChi2.pdf(NaN, 3, 1)]).toEqual([
    NaN,
    NaN,
    NaN,
  ]);
});

test.each([
  () => chi2.sf(1, 0),
  () => chi2.sf(1, Infinity),
  () => studentT.sf(1, undefined as never),
  () => normal.isf(1.5),
  () => normal.quantile([0.5, -0.1]),
  () => normal.pdf('1' as never),
  () => normal.sf(1, 0, -1),
  () => (normal.sf as Call)(1, 0, 1, 2),
  () => noncentralChi2.sf(1, 2, -1),
  () => clr.sf(1, 1, 3, 2.5),
])('arguments out of range are refused: case %#', (use) => {
  expect(use).toThrowError(expect.objectContaining({ code: 'bad-value' }));
});
