import { tableWarnings } from '../../data/warnings/table-warnings.js';
import type { Table } from '../../data/table.js';
import type { FitResult } from '../../results/fit.js';

/** Adds the table's warnings about the columns of the model to the result that was just computed. */
export function withTableWarnings(
  result: FitResult,
  table: Pick<Table, 'warnings'>,
  model: object,
): FitResult {
  const warnings = tableWarnings(table, model);
  return warnings.length === 0
    ? result
    : Object.assign(result, { warnings: [...warnings, ...result.warnings] });
}
