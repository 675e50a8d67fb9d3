import type { Warning } from '../../../results/common.js';
import type { Columns } from '../../../results/postestimation/columns.js';

/** Columns of the rows of a fit, and what to know about them. */
export interface Augmented {
  readonly columns: Columns;
  readonly warnings: readonly Warning[];
}
