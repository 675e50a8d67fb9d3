/** Units do not decide which draws of a group comparison, or of a model with instruments, equal the sample. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap, compareGroups, fitModel, type ModelInput } from 'wasmetrics';
import { type Columns, discretePanel, isRegular, scaled } from './discrete-rows.js';

const vcov = { type: 'cluster', cluster: 'g' } as const;
const panel = { unit: 'g', time: 'time' } as const;
const iv = { estimator: 'iv', formula: 'y ~ w | x ~ v + time', vcov, diagnostics: true } as const;
const dpd: ModelInput = {
  estimator: 'dpd',
  formula: 'y ~ L.y + x',
  panel,
  gmm: [{ vars: ['y'], lags: [2, 2], collapse: true }],
  iv: [{ vars: ['x'] }],
  steps: 1,
};

describe('units do not change', () => {
  const comparisons: readonly (readonly [string, ModelInput, string])[] = [
    ['least squares', { estimator: 'ols', formula: 'y ~ x', panel }, 'half'],
    [
      'least squares, rows of units in both groups',
      { estimator: 'ols', formula: 'y ~ x', panel },
      'w',
    ],
    ['instruments', { ...iv, panel }, 'half'],
  ];
  test.each(comparisons)('p-values of group comparisons: %s', async (_, model, by) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const data = discretePanel(7, seed);
        const pValuesOf = async (columns: Columns) => {
          const { differences } = await compareGroups(columns, model, {
            by,
            of: 'x',
            reps: 150,
            workers: 0,
            methods: ['permutation', 'wild', 'bootstrap'],
            compat: 'bdiff',
          });
          return differences.map(({ pValue }) => pValue);
        };
        const known = await pValuesOf(data);
        for (const unit of [3, 0.3, 1e6]) {
          const found = await pValuesOf(scaled(data, { y: unit }));
          found.forEach((p, i) => expect(p ?? NaN).toBeCloseTo(known[i] ?? NaN, 12));
        }
      }),
      { numRuns: 1, seed: 7 },
    );
  });

  test.each([
    [
      'instruments, clusters',
      iv,
      { scheme: 'cluster', cluster: 'g', statistics: ['andersonRubin'] },
    ],
    ['instruments, all sign vectors', iv, { scheme: 'wild-cluster', ci: [] }],
    ['a dynamic panel', dpd, { statistics: ['hansen', 'ar'] }],
  ] as const)('p-values of a bootstrap with tests: %s', async (_, model, options) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const data = discretePanel(7, seed);
        fc.pre(await isRegular(data, model));
        const found = async (columns: Columns) => {
          const run = { reps: 150, seed: 3, workers: 0, ...options };
          const { pValues, tests = {} } = await bootstrap(await fitModel(columns, model), run)
            .result;
          const { andersonRubin, hansen, ar = [] } = tests;
          return [pValues['x'], ...[andersonRubin, hansen, ...ar].map((one) => one?.pValue)];
        };
        const known = await found(data);
        for (const unit of [3, 0.3, 1e6, 2 ** 20]) {
          expect(await found(scaled(data, { y: unit }))).toEqual(known);
        }
      }),
      { numRuns: 3, seed: 8 },
    );
  });
});
