/** Units of measurement change no statistic, whatever their scale, or the result says why one is missing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitResult, fitModel, type ModelInput } from 'wasmetrics';
import { type Columns, simulate } from './panels.js';

const panel = { unit: 'unit', time: 'time' };
const ols = { estimator: 'ols', formula: 'y ~ x1 + z1' } as const;
const iv = { estimator: 'iv', formula: 'y ~ z1 | x1 ~ L.x1', panel } as const;

const leastSquares: readonly ModelInput[] = [
  ols,
  { ...ols, vcov: { type: 'HC3' } },
  { ...ols, vcov: { cluster: 'unit' } },
  { ...ols, panel, vcov: { type: 'hac', bandwidth: 2 } },
  { ...ols, formula: 'y ~ x1 + z1 | time' },
  { ...ols, estimator: 'panel', panel, effects: 'within', vcov: { type: 'robust' } },
  { ...ols, estimator: 'panel', panel, effects: 'random' },
  { ...ols, estimator: 'panel', panel, effects: 'between' },
];
const others: readonly ModelInput[] = [
  iv,
  { ...iv, vcov: { type: 'robust' } },
  { estimator: 'gmm', formula: 'y ~ z1 | x1 ~ L.x1 + L2.x1', panel },
];

const sample = simulate({ units: 20, periods: 6, seed: 7 });
const power = fc.integer({ min: -150, max: 150 });
const missing = ['extreme-scale', 'perfect-fit', 'zero-variance'];

function scaled(columns: Columns, by: Readonly<Record<string, number>>): Columns {
  const entries = Object.entries(columns).map(([name, values]) => [
    name,
    values.map((value) => value * (by[name] ?? 1)),
  ]);
  return Object.fromEntries(entries) as Columns;
}

/** t statistics as those of the reference; a missing one has a warning that says why. */
function expectInvariant(found: FitResult, reference: FitResult): void {
  const explained = found.warnings.some(({ code }) => missing.includes(code));
  for (const [name, t] of Object.entries(reference.statistics)) {
    const own = found.statistics[name]!;
    if (Number.isNaN(own)) {
      expect(explained).toBe(true);
      expect(found.pValues[name]).toBeNaN();
    } else {
      expect(Math.abs(own - t)).toBeLessThan(1e-10 * Math.max(1, Math.abs(t)));
    }
  }
}

describe('the scale of the columns', () => {
  test.each(leastSquares)('does not change t of least squares: %j', async (model) => {
    const reference = await fitModel(sample, model);
    await fc.assert(
      fc.asyncProperty(power, power, async (y, x1) => {
        const data = scaled(sample, { y: 10 ** y, x1: 10 ** x1 });
        const found = await fitModel(data, model);
        expect(Object.values(found.statistics)).not.toContain(NaN);
        expectInvariant(found, reference);
      }),
      { numRuns: 12 },
    );
  });

  test.each(others)('does not change z, or the result warns of it: %j', async (model) => {
    const reference = await fitModel(sample, model);
    await fc.assert(
      fc.asyncProperty(power, power, async (y, x1) => {
        const data = scaled(sample, { y: 10 ** y, x1: 10 ** x1 });
        const found = await fitModel(data, model);
        if (!found.warnings.some(({ code }) => code === 'extreme-scale')) {
          expectInvariant(found, reference);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('a power of two changes no bit', async () => {
    for (const model of [...leastSquares, ...others]) {
      const reference = await fitModel(sample, model);
      for (const exponent of [-40, 13, 60]) {
        const found = await fitModel(scaled(sample, { y: 2 ** exponent }), model);
        expect(found.statistics).toEqual(reference.statistics);
        expect(found.pValues).toEqual(reference.pValues);
      }
    }
  });
});
