/** The answers of a fit of this process, whose estimator is loaded. */
import type { AnyEstimator } from './describe.js';
import type { DynamicFit } from './dynamic/fit.js';
import type { FitContext } from './fit-context.js';
import type { LinearFit } from './linear/fitted.js';
import { laterEstimator } from './reading/load-estimator.js';

/** The estimator of a fit, which answers the questions about it. */
export function fittedModel({ estimator }: FitContext): AnyEstimator {
  return laterEstimator(estimator).loaded!;
}

/** The fit as a regression that is determined by sums over rows; undefined if it is not one. */
export function linearOf(context: FitContext): LinearFit | undefined {
  return fittedModel(context).linear?.(context);
}

/** The fit as moments of units; undefined if it has none. */
export function unitMomentsOf(context: FitContext): DynamicFit | undefined {
  return fittedModel(context).unitMoments?.(context);
}
