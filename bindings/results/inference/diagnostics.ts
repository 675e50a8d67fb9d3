/** Diagnostic tests of a least squares fit. */
import type { Telling } from '../../words/phrase.js';
import type { ByName } from '../common.js';
import type { Test } from '../test.js';

export interface HeteroskedasticityTests {
  /** n R2 of u^2 on the regressors (Koenker 1981). Stata: estat hettest, rhs iid; R: bptest. */
  readonly breuschPagan: Test;
  /** F of the same regression. Stata: estat hettest, rhs fstat. */
  readonly breuschPaganF: Test;
  /** Half the explained sum of squares of u^2/s^2, for normal errors (Breusch and Pagan 1979). Stata: estat hettest, rhs. */
  readonly breuschPaganNormal: Test;
  /** The same with only the fitted values (Cook and Weisberg 1983). Stata: estat hettest. */
  readonly cookWeisberg: Test;
  /** n R2 of u^2 on the regressors, their squares and products (White 1980). Stata: estat imtest, white. */
  readonly white: Test;
}

/** Breusch-Godfrey test against correlation up to `order`. */
export interface BreuschGodfrey {
  readonly order: number;
  /** n R2 of u on the regressors and lagged u, those before the sample 0. Stata: estat bgodfrey; R: bgtest. */
  readonly lm: Test;
  /** F of the lagged residuals in that regression. Stata: estat bgodfrey, small; R: bgtest, type = "F". */
  readonly f: Test;
}

/** A statistic without a p-value. */
export interface Statistic {
  readonly stat: number | null;
  readonly pValue: null;
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Tests of the assumptions of least squares; a test that does not exist for the fit has a reason instead. */
export interface Diagnostics extends HeteroskedasticityTests {
  readonly kind: 'diagnostics';
  readonly breuschGodfrey: readonly BreuschGodfrey[];
  readonly durbinWatson: Statistic;
  readonly reset: Test;
  readonly jarqueBera: Test;
  /** Variance inflation factor of each regressor other than the constant. */
  readonly vif: ByName;
}
