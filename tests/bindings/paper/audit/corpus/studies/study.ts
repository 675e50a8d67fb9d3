/** What a table prints, before it is laid out. */
import type { Fit } from '../fit.js';
import type { Covariance } from '../numbers/linear.js';

export type ErrorKind = Covariance | 'bootstrap' | 'twoway' | 'hac' | 'ml';

export interface Study {
  readonly name: string;
  readonly title: string;
  readonly fits: readonly Fit[];
  readonly errors: ErrorKind;
  /** Sentences below the table. */
  readonly notes: readonly string[];
  /** Labels of terms. */
  readonly labels: Readonly<Record<string, string>>;
  /** The stars and p-values are of another test than coef / se. */
  readonly resampled?: boolean;
  readonly oneSided?: boolean;
  /** Errors and coefficients are transformed, and t is not their ratio. */
  readonly rescaled?: boolean;
  /** Statistics that this table has to print, such as bandwidths. */
  readonly stats?: readonly string[];
  /** A second panel below, with the same columns. */
  readonly second?: Study;
}
