/** Estimators that are loaded when a model first names them; `estimators.ts` has all of them at once. */
import { type FirstUse, onFirstUse } from '../../core/values/first-use.js';
import type { Estimator } from '../describe.js';
import type { FitContext } from '../estimators.js';
import type { Model } from '../model.js';

export type AnyEstimator = Estimator<FitContext['model'], FitContext>;

const loaders: Readonly<Record<Model['estimator'], FirstUse<AnyEstimator>>> = {
  dpd: onFirstUse(async () => (await import('../dpd/index.js')).dpdEstimator),
  gmm: onFirstUse(async () => (await import('./instrumental-variables.js')).gmmEstimator),
  iv: onFirstUse(async () => (await import('./instrumental-variables.js')).ivEstimator),
  ols: onFirstUse(async () => (await import('./least-squares.js')).olsEstimator),
  panel: onFirstUse(async () => (await import('./least-squares.js')).panelEstimator),
};

/** The names of the estimators. */
export const estimatorNames = Object.keys(loaders) as Model['estimator'][];

export function laterEstimator(name: Model['estimator']): FirstUse<AnyEstimator> {
  return loaders[name];
}
