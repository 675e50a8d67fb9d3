import type { FunctionResult } from './delta-method.js';
import type { Test } from '../test.js';

/** An inequality that was tested. */
export interface OneSided {
  /** As written, such as `Gov > 0`. */
  readonly alternative: string;
  /** Its opposite, `Gov <= 0`. */
  readonly null: string;
  /** Degrees of freedom of t; absent for z. */
  readonly df?: number;
}

/** A joint test, and a test of each hypothesis. */
export interface WaldTest {
  readonly kind: 'wald';
  /** Hypotheses tested, each as left side minus right side, which is 0 under the null. */
  readonly hypotheses: readonly FunctionResult[];
  /** Hypotheses left out because they follow from earlier ones, as written. */
  readonly redundant: readonly string[];
  readonly statistic: 't' | 'z';
  /** Confidence level of the intervals. */
  readonly level: number;
  /** Present for an inequality: `test` is then t or z, and the p-values are one-sided. The interval has two sides. */
  readonly oneSided?: OneSided;
  /** F(q, residual df) for a fit that reports t, chi2(q) for one that reports z. */
  readonly test: Test;
}
