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
  /** The weighting matrix of GMM, where its clusters or order are not those of `vcov`. */
  readonly weighting?: LinearCovariance | undefined;
  /** Number of terms before the constant; all by default. */
  readonly termsBeforeConstant?: number;
  /** Columns whose effects the estimator takes out besides those of the formula, such as the units'. */
  readonly absorbs?: readonly string[];
  /** Margins of the terms with i(x), where the regressors are more than one list. */
  readonly margins?: Margins;
  /** Regress first differences by calendar time; needs a panel. */
  readonly differences?: boolean;
}
