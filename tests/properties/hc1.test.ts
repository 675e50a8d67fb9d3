/** HC1 is HC0 times n / (n - k) in every estimator, and `small` changes no covariance of type HC, on simulated panels. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitResult, fitModel, type InputError, type ModelInput } from 'wasmetrics';
import { type Columns, expectClose, rowCount, simulate } from './panels.js';

const panel = { unit: 'unit', time: 'time' };
const formula = 'y ~ x1 + z1';
const instruments = 'y ~ z1 | x1 ~ z2 + z3';
const quiet = { diagnostics: false } as const;

const models: Readonly<Record<string, ModelInput>> = {
  ols: { estimator: 'ols', formula },
  'ols without a constant': { estimator: 'ols', formula: 'y ~ 0 + x1 + z1' },
  'ols weighted': { estimator: 'ols', formula, weights: { column: 'w', type: 'analytic' } },
  'ols of frequencies': { estimator: 'ols', formula, weights: { column: 'f', type: 'frequency' } },
  'ols with an absorbed effect': { estimator: 'ols', formula: `${formula} | unit` },
  'ols with two absorbed effects': { estimator: 'ols', formula: `${formula} | unit + time` },
  within: { estimator: 'panel', formula, panel },
  twoway: { estimator: 'panel', effects: 'twoway', formula, panel },
  random: { estimator: 'panel', effects: 'random', formula, panel },
  between: { estimator: 'panel', effects: 'between', formula, panel },
  'first differences': { estimator: 'panel', effects: 'first-difference', formula, panel },
  pooled: { estimator: 'panel', effects: 'pooled', formula, panel },
  '2sls': { estimator: 'iv', formula: instruments, ...quiet },
  '2sls weighted': {
    estimator: 'iv',
    formula: instruments,
    weights: { column: 'w', type: 'probability' },
    ...quiet,
  },
  '2sls within': { estimator: 'iv', formula: instruments, panel, effects: 'within', ...quiet },
  '2sls with an absorbed effect': {
    estimator: 'iv',
    formula: 'y ~ z1 | time | x1 ~ z2 + z3',
    ...quiet,
  },
  liml: { estimator: 'iv', method: 'liml', formula: instruments, ...quiet },
  fuller: { estimator: 'iv', method: 'fuller', formula: instruments, ...quiet },
  'one-step gmm': { estimator: 'gmm', method: 'one-step', formula: instruments, ...quiet },
  'two-step gmm': { estimator: 'gmm', formula: instruments, ...quiet },
  'continuously updated gmm': { estimator: 'gmm', method: 'cue', formula: instruments, ...quiet },
};

const samples = fc
  .record({
    units: fc.integer({ min: 12, max: 25 }),
    periods: fc.integer({ min: 4, max: 7 }),
    seed: fc.nat({ max: 10_000 }),
    holes: fc.constantFrom(0, 0.1),
  })
  .map((shape): Columns => {
    const data = simulate(shape);
    const x1 = data['x1']!;
    const drawn = (salt: number) =>
      Array.from({ length: rowCount(data) }, (_, i) => Math.abs(Math.sin(salt * (i + 1))));
    return {
      ...data,
      z2: x1.map((value, i) => value + 2 * drawn(12.9)[i]!),
      z3: x1.map((value, i) => value - 3 * drawn(78.2)[i]!),
      w: drawn(3.7).map((value) => 0.2 + value),
      f: drawn(5.1).map((value) => 1 + Math.floor(2.9 * value)),
    };
  });

/** The fit; undefined if the estimator has no such covariance. */
async function fitted(
  data: Columns,
  model: ModelInput,
  vcov: object,
): Promise<FitResult | undefined> {
  try {
    return await fitModel(data, { ...model, vcov } as ModelInput);
  } catch (error) {
    expect((error as InputError).detail['path']).toBe('vcov.type');
    return undefined;
  }
}

describe.each(Object.entries(models))('%s', (_, model) => {
  test('has HC1 that is HC0 times n / (n - k), whatever small is', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.boolean(), async (data, small) => {
        const [HC0, HC1] = await Promise.all(
          ['HC0', 'HC1'].map((type) => fitted(data, model, { type, small })),
        );
        const count = model.estimator === 'panel' && model.effects === 'between';
        const n = count ? HC1!.ngroups! : HC1!.nobs;
        const factor = n / HC1!.dfResid;
        expect(HC0!.vcov.factor).toBe(1);
        expectClose(HC1!.vcov.factor, factor, 1e-13, 'factor');
        for (const [name, se] of Object.entries(HC0!.stdErrors)) {
          expectClose(HC1!.stdErrors[name]!, se * Math.sqrt(factor), 1e-12, name);
        }
      }),
      { numRuns: 3, seed: 33 },
    );
  });

  test('has the same covariances of type HC with and without small', async () => {
    await fc.assert(
      fc.asyncProperty(
        samples,
        fc.constantFrom('HC0', 'HC1', 'HC2', 'HC3', 'HC4'),
        async (data, type) => {
          const [small, large] = await Promise.all(
            [true, false].map((value) => fitted(data, model, { type, small: value })),
          );
          expect(small?.vcov).toEqual(large?.vcov);
          expect(small?.stdErrors).toEqual(large?.stdErrors);
          if (large !== undefined) expect(large.statistic).toBe('z');
        },
      ),
      { numRuns: 4, seed: 34 },
    );
  });

  test('has robust errors that are HC1 with small and HC0 without', async () => {
    const byUnit =
      (model.estimator === 'panel' &&
        ['within', 'twoway', 'random'].includes(model.effects ?? 'within')) ||
      (model.estimator === 'iv' && model.effects === 'within');
    if (byUnit) return;
    await fc.assert(
      fc.asyncProperty(samples, fc.boolean(), async (data, small) => {
        const robust = await fitted(data, model, { type: 'robust', small });
        const named = await fitted(data, model, { type: small ? 'HC1' : 'HC0', small });
        expect(robust).toEqual(named);
      }),
      { numRuns: 2, seed: 35 },
    );
  });
});
