/** Estimators that are loaded before functions that cannot wait need them. */
import type { AnyEstimator } from './describe.js';
import { laterEstimator } from './reading/load-estimator.js';

interface Named {
  readonly estimator: string;
}

/** Loads the estimators of models. */
export async function loadEstimators(models: readonly Named[]): Promise<void> {
  const names = new Set(models.map(({ estimator }) => estimator));
  await Promise.all([...names].map((name) => laterEstimator(name).load()));
}

/** The estimator of a model, which a fit or `loadEstimators` has loaded. */
export function estimatorOf({ estimator }: Named): AnyEstimator {
  return laterEstimator(estimator).needed();
}

/** Whether fits of a model are regressions that sums over rows determine. */
export function isRegression(model: Named): boolean {
  return estimatorOf(model).linear !== undefined;
}
