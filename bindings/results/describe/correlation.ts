import type { Telling } from '../../words/phrase.js';
import type { Built } from '../../data/index.js';
import type { ByName, Labelled, Warning } from '../common.js';

/** Why a pair of columns has no correlation, or no p-value. */
export interface MissingCorrelation {
  readonly names: readonly [string, string];
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Correlations of columns, and how well the other columns explain each column. */
export interface Correlation extends Labelled {
  readonly kind: 'correlation';
  readonly method: 'pearson' | 'spearman';
  /** True if only rows with a value in every column are used. */
  readonly listwise: boolean;
  readonly names: readonly string[];
  /** Correlations, null for a constant column (k x k). */
  readonly r: readonly (readonly (number | null)[])[];
  /** Rows of each pair (k x k). */
  readonly n: readonly (readonly number[])[];
  /** Two-sided p-values of t = r sqrt((n - 2) / (1 - r^2)) with n - 2 degrees of freedom (k x k). */
  readonly p: readonly (readonly (number | null)[])[];
  readonly reasons: readonly MissingCorrelation[];
  /**
   * 1 / (1 - R2) of each column on the others and a constant; null, with a reason in `vifReasons`, if it does not
   * exist.
   */
  readonly vif: ByName<number | null>;
  readonly vifReasons: ByName<string>;
  /** The same as data, for other languages. */
  readonly vifTold?: ByName<Telling>;
  /** Rows with a value in every column, which the variance inflation factors use. */
  readonly nobs: number;
  /** Changes made to the data before. */
  readonly built?: Built;
  readonly warnings: readonly Warning[];
}
