import { estimatorOf } from './estimators.js';

/** Whether fits of a model are regressions, which sums over rows determine. */
export function isRegression(model: { readonly estimator: string }): boolean {
  return estimatorOf(model).linear !== undefined;
}
