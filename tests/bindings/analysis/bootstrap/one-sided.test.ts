/** One-sided p-values of bootstraps. */
import { describe, expect, it } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  withBootstrap,
  type FitResult,
} from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { panelOf } from '../../../properties/resamples.js';

const data: Readonly<Record<string, number[]>> = panelOf(6);
const model = {
  estimator: 'ols',
  formula: 'y ~ x + w',
  vcov: { type: 'cluster', cluster: 'id' },
} as const;

const runs: readonly (readonly [string, Partial<BootstrapOptions>])[] = [
  ['from the replicates', { scheme: 'cluster' }],
  ['of studentized replicates', { scheme: 'cluster', ci: ['studentized'] }],
  ['of a wild bootstrap', { scheme: 'wild-cluster', weights: 'webb' }],
];

describe('one-sided p-values', () => {
  it.each(runs)('%s are the tails of the equal-tail one', async (_, options) => {
    const fit: FitResult = await fitModel(data, model);
    const run = { reps: 199, seed: 3, workers: 0, ...options };
    const results = await Promise.all(
      (['greater', 'less', 'equal-tail'] as const).map(
        (pValue) => bootstrap(fit, { ...run, pValue }).result,
      ),
    );
    const [greater, less, both] = results.map(({ pValues }) => pValues);
    for (const name of Object.keys(fit.params)) {
      const least = Math.min(greater![name]!, less![name]!);
      expect(both![name]).toBe(Math.min(1, 2 * least));
      expect(greater![name]! < less![name]!).toBe(fit.params[name]! > 0);
    }
  });

  it('leave the inverted interval with two sides, and the report says which side', async () => {
    const fit: FitResult = await fitModel(data, model);
    const run = { scheme: 'wild-cluster', reps: 199, workers: 0 } as const;
    const one = await bootstrap(fit, { ...run, pValue: 'less' }).result;
    const two = await bootstrap(fit, { ...run, pValue: 'symmetric' }).result;
    expect(one.confInt).toEqual(two.confInt);
    expect(toText(withBootstrap(fit, one))).toContain('one-sided (< 0) p and interval');
  });
});
