import type { Formula } from '../../../data/formula/formula.js';
import type { Margins } from '../../../data/formula/coding.js';
import type { PanelSpec } from '../../schema/common.js';
import type { Weights, LinearCovariance } from '../model/model.js';

/** What a linear model needs from the data. */
export interface LinearSpec {
  readonly estimator: string;
  readonly formula: Formula;
  readonly where?: string | undefined;
  readonly panel?: PanelSpec | undefined;
  readonly weights?: Weights | undefined;
  readonly vcov: LinearCovariance;
  /** The weighting matrix of GMM, if its clusters or order differ from those of `vcov`. */
  readonly weighting?: LinearCovariance | undefined;
  /** Number of terms before the constant; all by default. */
  readonly termsBeforeConstant?: number;
  /** Columns whose effects the estimator takes out in addition to those of the formula, such as the column of units. */
  readonly absorbs?: readonly string[];
  /** Margins of the terms with i(x), if the regressors are in several lists. */
  readonly margins?: Margins;
  /** Regress first differences by calendar time; needs a panel. */
  readonly differences?: boolean;
}
