import type { Warning } from '../common.js';
import type { Columns } from './columns.js';

/**
 * The rows of a fit. Columns are the keys, then those of the following that the estimator has: `observed`, `fitted`,
 * `residual`, `xb`, `effect_<name>`, `weight`, `leverage`, `standardized`, `studentized`, `cooksDistance`, `dffits`,
 * `dfbetas_<name>`; for dynamic panels also `residualDifferenced` and `residualDeviation`.
 */
export interface AugmentResult {
  readonly kind: 'augment';
  readonly estimator: string;
  readonly depvar: string;
  /** Rows of the data that the fit used. */
  readonly nrows: number;
  /** Columns that identify the row of the data: unit and time of a panel, and `row`. */
  readonly keys: readonly string[];
  readonly columns: Columns;
  /** Facts that readers need, such as why the leverage is missing. */
  readonly warnings: readonly Warning[];
}
