/** Models side by side, and what a referee would object to. */
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { readable } from '../../../results/read.js';
import { modelsTable } from '../../tables/paper/kinds/models-table.js';
import { findings } from '../../tables/paper/lint.js';
import { checkSpec, type TableSpec } from '../../tables/paper/spec.js';
import type { PaperTable } from '../../tables/paper/table.js';
import { columnsOf } from './columns.js';

/**
 * The table of models in columns: estimates with the numbers below them, rows of words, statistics and notes. First
 * stages, reduced forms and other covariances are computed from the data of results from this process.
 *
 * @param fits - the models, by default one for each column
 * @throws InputError `bad-value`, `unknown-term` for a pattern that matches nothing, `unknown-statistic`,
 *   `result-without-data` for a saved result with a reduced form or another covariance
 */
export function regressionTable(fits: readonly FitResult[], spec: TableSpec = {}): PaperTable {
  return readable(() => modelsTable(columnsOf(fits, spec), spec));
}

/**
 * Findings on a table of `fits` made with `spec`: too many columns, stars without a legend, errors of an unnamed kind,
 * different samples, stars that a bootstrap would remove.
 *
 * @throws InputError as `regressionTable`
 */
export function lintTable(
  table: PaperTable,
  fits: readonly FitResult[],
  spec: TableSpec = {},
): readonly Warning[] {
  spec = checkSpec(spec);
  return readable(() => findings(table, columnsOf(fits, spec), spec));
}
