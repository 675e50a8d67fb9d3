import type { Warning } from '../common.js';
import type { Columns } from './columns.js';

/** Columns with a value per row of a fit, and facts about them. */
export interface Augmented {
  readonly columns: Columns;
  readonly warnings: readonly Warning[];
}
