import type { Formula } from '../../../data/index.js';
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
  /** Regress first differences by calendar time; needs a panel. */
  readonly differences?: boolean;
}
