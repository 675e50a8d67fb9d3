/** The estimators of the library by name. */
import {
  type EstimatorHas,
  estimatorNames,
  estimatorTraits,
} from '../../bindings/entries/report.js';

/** The estimators whose fits have something, such as lags of the outcome; all without a trait. */
export function estimatorsWith(trait?: keyof EstimatorHas): readonly string[] {
  return estimatorNames().filter((name) => trait === undefined || has(name, trait));
}

/** Whether the fits of an estimator have it. */
export function has(estimator: string, trait: keyof EstimatorHas): boolean {
  return estimatorTraits(estimator)?.has[trait] === true;
}
