import type { ByName, Warning } from '../common.js';
import type { Test } from '../fit.js';

/** Hausman test of a consistent estimator against an efficient one. */
export interface HausmanTest {
  readonly kind: 'hausman';
  readonly method: 'classical' | 'robust' | 'generalised';
  /** Coefficients compared: common to both fits, without the constant. */
  readonly names: readonly string[];
  /** b - B, consistent minus efficient; for the robust test the coefficients of the deviations from unit means. */
  readonly difference: ByName;
  /** Standard errors of the differences, from the diagonal of their covariance; null if that is negative. */
  readonly stdErrors: ByName<number | null>;
  /** chi2(rank of the covariance of the differences); a reason if it does not exist. */
  readonly test: Test;
  readonly warnings: readonly Warning[];
}
