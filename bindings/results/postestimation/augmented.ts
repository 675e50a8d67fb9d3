import type { Warning } from '../common.js';
import type { Columns } from './columns.js';

/** Columns of the rows of a fit, and what to know about them. */
export interface Augmented {
  readonly columns: Columns;
  readonly warnings: readonly Warning[];
}
