/** Loads all estimators, for callers that cannot wait for a single one. */
import type { AnyEstimator } from './describe.js';
import { dpdEstimator } from './dpd/index.js';
import { gmmEstimator } from './gmm/index.js';
import { ivEstimator } from './iv/index.js';
import { olsEstimator } from './ols/index.js';
import { panelEstimator } from './panel/index.js';
import { laterEstimator } from './reading/load-estimator.js';

const list: readonly AnyEstimator[] = [
  dpdEstimator,
  gmmEstimator,
  ivEstimator,
  olsEstimator,
  panelEstimator,
];

/** The estimator of a model, loaded. */
export function estimatorOf({ estimator }: { readonly estimator: string }): AnyEstimator {
  const later = laterEstimator(estimator);
  return later.loaded ?? later.hold(list.find(({ name }) => name === estimator)!);
}

/** Whether fits of a model are regressions that sums over rows determine. */
export function isRegression(model: { readonly estimator: string }): boolean {
  return estimatorOf(model).linear !== undefined;
}
