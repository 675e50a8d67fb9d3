import type { Warning } from '../common.js';
import type { Columns } from './columns.js';

/**
 * The rows of a fit. Columns are the keys and then, as far as the estimator has them, `observed`, `fitted`, `residual`,
 * `xb`, `effect_<name>`, `weight`, `leverage`, `standardized`, `studentized`, `cooksDistance`, `dffits`, `dfbetas_<name>`;
 * of dynamic panels also `residualDifferenced` and `residualDeviation`.
 */
export interface AugmentResult {
  readonly kind: 'augment';
  readonly estimator: string;
  readonly depvar: string;
  /** Rows of the data that the fit used. */
  readonly nrows: number;
  /** Names of the columns that say which row of the data it is: unit and time of a panel, and `row`. */
  readonly keys: readonly string[];
  readonly columns: Columns;
  /** Facts that a reader must know, such as why the leverage is missing. */
  readonly warnings: readonly Warning[];
}
