import type { Telling } from '../../words/phrase.js';
import type { Warning } from '../common.js';
import type { Columns } from './columns.js';

/** Rows that have no prediction, and why. */
export interface Unpredicted {
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  readonly rows: number;
  /** Row numbers of the first of these, as in messages. */
  readonly first: readonly number[];
}

/**
 * Fitted values of rows. Columns are the keys, `fitted` and, if there is a standard error, `stdError`, `low`, `high`.
 */
export interface PredictionResult {
  readonly kind: 'prediction';
  readonly estimator: string;
  readonly depvar: string;
  /** Rows read, and rows with a prediction, which are in `columns`. */
  readonly rowsRead: number;
  readonly nrows: number;
  /** `confidence` for the mean, `prediction` for a new outcome. */
  readonly interval: 'confidence' | 'prediction';
  readonly level: number;
  readonly keys: readonly string[];
  readonly columns: Columns;
  readonly unpredicted: readonly Unpredicted[];
  readonly warnings: readonly Warning[];
}
