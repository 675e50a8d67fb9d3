/** Replicates as a table: their numbers, how each ended, the coefficients by name and Hansen's J. */
import { HANSEN } from '../bootstrap/summary/layout.js';
import type { Replicates } from '../bootstrap/replicates.js';
import { statusName } from '../core/status.js';
import { ReplicateStatus } from '../generated/codes.js';
import type { FitResult } from '../results/fit.js';
import { quoted } from '../tables/writers/csv.js';

export interface ReplicateColumn {
  readonly name: string;
  readonly values: Float64Array | Int32Array | readonly string[];
}

/** Lines of CSV in a part. */
const PART = 4096;

/**
 * `_replicate` from 0, `_status` (`Ok`, or why it failed), `_singular` (1 where a Moore-Penrose inverse was
 * used), a column for each coefficient, and one for each statistic (`bootstrap/summary/layout.ts`); `_hansen` only where it was
 * computed. NaN where the replicate failed.
 */
export function replicateColumns(
  { params }: FitResult,
  { completed, width, values, statuses, numbers, statistics }: Replicates,
): ReplicateColumn[] {
  const column = (j: number) => Float64Array.from(statuses, (_, r) => values[r * width + j]!);
  const names = [...Object.keys(params), ...statistics];
  const numbered = names.map((name, j) => ({ name, values: column(j) }));
  return [
    { name: '_replicate', values: numbers.slice(0, completed) },
    {
      name: '_status',
      values: Array.from(statuses, (status) => statusName(status & ReplicateStatus.bits)),
    },
    {
      name: '_singular',
      values: statuses.map((status) => (status & ReplicateStatus.singular ? 1 : 0)),
    },
    ...numbered.filter(({ name, values }) => name !== HANSEN || !values.every(Number.isNaN)),
  ];
}

/**
 * The columns as CSV, in parts of some thousand lines; numbers in the shortest digits that read back as
 * the same double, an empty cell for NaN.
 */
export function* replicatesCsv(columns: readonly ReplicateColumn[]): Generator<string, void, void> {
  yield `${columns.map(({ name }) => quoted(name)).join(',')}\n`;
  const nrows = columns[0]!.values.length;
  for (let start = 0; start < nrows; start += PART) {
    let part = '';
    for (let row = start; row < Math.min(nrows, start + PART); ++row) {
      part += `${columns.map(({ values }) => cell(values[row]!)).join(',')}\n`;
    }
    yield part;
  }
}

function cell(value: number | string): string {
  return Number.isNaN(value) ? '' : String(value);
}
