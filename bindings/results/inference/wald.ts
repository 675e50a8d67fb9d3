import type { FunctionResult } from './delta-method.js';
import type { Telling } from '../../words/phrase.js';
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

/**
 * The reference distribution of a joint test with errors that correct for few clusters. `HTZ` (Pustejovsky and Tipton,
 * 2018): F with degrees of freedom for the number of clusters that the hypotheses rest on. `F`: the residual degrees of
 * freedom, G - 1, and why they are not those of HTZ.
 */
export type SmallSampleReference =
  | {
      /** F with degrees of freedom by the clusters that the hypotheses rest on. */
      readonly distribution: 'HTZ';
    }
  | {
      /** F with G - 1 degrees of freedom. */
      readonly distribution: 'F';
      /** Why it is not HTZ. */
      readonly reason: string;
      /** The same as data, for other languages. */
      readonly told?: Telling;
    };

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
  /** Present with CV2 and CV3 errors and t: the distribution of `test`. */
  readonly reference?: SmallSampleReference;
  /**
   * F(q, residual df) for a fit that reports t, chi2(q) for one that reports z. With CV2 errors HTZ, an F with other
   * degrees of freedom; `reference` says which one it is.
   */
  readonly test: Test;
}
