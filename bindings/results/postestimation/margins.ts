import type { CovarianceKind } from '../fit.js';
import type { ByName, Labelled, Warning } from '../common.js';

/** The effect at one choice of values, its standard error by the delta method. */
export interface MarginalEffect {
  /** Values at which variables are set, by name; empty for the average over the rows as observed. */
  readonly at: ByName<number | string>;
  readonly estimate: number;
  readonly stdError: number;
  /** estimate / stdError, compared with t or the normal as in the fit; null if the standard error is 0. */
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly confInt: readonly [number, number];
}

/** The derivative of the fitted outcome with respect to a variable. */
export interface MarginsResult extends Labelled {
  readonly kind: 'margins';
  readonly estimator: string;
  readonly depvar: string;
  /** The variable whose effect is computed. */
  readonly of: string;
  /** The moderator whose values form the grid, if there is one. */
  readonly over?: string;
  /** Values of the variables that `at` does not set: as observed, averaged over the rows, or at their means. */
  readonly others: 'observed' | 'means';
  /** Coefficients on which the effect depends. */
  readonly terms: readonly string[];
  /** Number of rows in the average. */
  readonly nobs: number;
  /** The weights of the average, if the model has weights. */
  readonly weights?: string;
  readonly statistic: 't' | 'z';
  readonly dfResid: number;
  /** Confidence level of the intervals. */
  readonly level: number;
  /** The covariance of the fit. */
  readonly errors: CovarianceKind;
  readonly effects: readonly MarginalEffect[];
  readonly warnings: readonly Warning[];
}
