/** Estimators that are loaded when a model first names them; `estimators.ts` has all of them at once. */
import { type FirstUse, onFirstUse } from '../../core/values/first-use.js';
import type { AnyEstimator, Estimator } from '../describe.js';
import type { Model } from '../model.js';
import { registerTraits } from '../registry.js';
import type { EstimatorTraits } from '../traits.js';

const loaders = {
  dpd: onFirstUse(async () => (await import('../dpd/index.js')).dpdEstimator),
  gmm: onFirstUse(async () => (await import('./instrumental-variables.js')).gmmEstimator),
  iv: onFirstUse(async () => (await import('./instrumental-variables.js')).ivEstimator),
  ols: onFirstUse(async () => (await import('./least-squares.js')).olsEstimator),
  panel: onFirstUse(async () => (await import('./least-squares.js')).panelEstimator),
} satisfies Readonly<Record<Model['estimator'], FirstUse<AnyEstimator>>>;

const known = new Map<string, FirstUse<AnyEstimator>>(Object.entries(loaders));

export function laterEstimator(name: string): FirstUse<AnyEstimator> {
  return known.get(name)!;
}

/** Registers an estimator for the duration of a test; the returned function removes it. */
export function registerEstimator(traits: EstimatorTraits, added: Estimator): () => void {
  const estimator = added as AnyEstimator;
  const forget = registerTraits(traits);
  known.set(
    traits.name,
    onFirstUse(() => Promise.resolve(estimator)),
  );
  known.get(traits.name)!.hold(estimator);
  return () => {
    forget();
    known.delete(traits.name);
  };
}
