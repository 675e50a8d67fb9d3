/** Estimators that are loaded when a model first names them; `estimators.ts` has all of them at once. */
import { type FirstUse, onFirstUse } from '../../core/values/first-use.js';
import type { Estimator } from '../describe.js';
import type { FitContext } from '../estimators.js';
import type { Model } from '../model.js';
import { registerTraits } from '../registry.js';
import type { EstimatorTraits } from '../traits.js';

export type AnyEstimator = Estimator<FitContext['model'], FitContext>;

const loaders = {
  dpd: onFirstUse(async () => (await import('../dpd/index.js')).dpdEstimator),
  gmm: onFirstUse(async () => (await import('./instrumental-variables.js')).gmmEstimator),
  iv: onFirstUse(async () => (await import('./instrumental-variables.js')).ivEstimator),
  ols: onFirstUse(async () => (await import('./least-squares.js')).olsEstimator),
  panel: onFirstUse(async () => (await import('./least-squares.js')).panelEstimator),
} satisfies Readonly<Record<Model['estimator'], FirstUse<AnyEstimator>>>;

const known = new Map<string, FirstUse<AnyEstimator>>(Object.entries(loaders));

export function laterEstimator(name: Model['estimator']): FirstUse<AnyEstimator> {
  return known.get(name)!;
}

/** Adds an estimator for the time of a test; the returned function takes it away. */
export function registerEstimator(traits: EstimatorTraits, added: Estimator): () => void {
  const estimator = added as AnyEstimator;
  const forget = registerTraits(traits);
  known.set(traits.name, { loaded: estimator, load: () => Promise.resolve(estimator) });
  return () => {
    forget();
    known.delete(traits.name);
  };
}
