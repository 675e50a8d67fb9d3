import { estimatorOf } from './estimators.js';

/** Whether fits of a model are regressions that sums over rows determine. */
export function isRegression(model: { readonly estimator: string }): boolean {
  return estimatorOf(model).linear !== undefined;
}
