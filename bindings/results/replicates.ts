/** Replicates as a table: their numbers, how each ended, the coefficients by name and Hansen's J. */
import type { Replicates } from '../bootstrap/replicates.js';
import { statusName } from '../core/status.js';
import type { FitResult } from '../models/fit-result.js';
import { quoted } from './to-csv.js';

export interface ReplicateColumn {
  readonly name: string;
  readonly values: Float64Array | Int32Array | readonly string[];
}

const STATUS_BITS = 255;
const SINGULAR = 256;
/** Lines of CSV in a part. */
const PART = 4096;

/**
 * `_replicate` from 0, `_status` (`Ok`, or why it failed), `_singular` (1 where a Moore-Penrose inverse was
 * used), a column for each coefficient, and `_hansen` after two steps; of studentized replicates `stdError(x)`, of wild
 * ones the numbers of the statistic of each coefficient (`bootstrap/linear/wild.ts`). NaN where the replicate failed.
 */
export function replicateColumns(
  { params, estimator }: FitResult,
  { completed, width, values, statuses, numbers }: Replicates,
): ReplicateColumn[] {
  const column = (j: number) => Float64Array.from(statuses, (_, r) => values[r * width + j]!);
  const names = Object.keys(params);
  return [
    { name: '_replicate', values: numbers.slice(0, completed) },
    { name: '_status', values: Array.from(statuses, (status) => statusName(status & STATUS_BITS)) },
    { name: '_singular', values: statuses.map((status) => (status & SINGULAR ? 1 : 0)) },
    ...names.map((name, j) => ({ name, values: column(j) })),
    ...(estimator === 'dpd' ? objective(column(width - 1)) : statistics(names, width, column)),
  ];
}

function objective(hansen: Float64Array): ReplicateColumn[] {
  return hansen.every(Number.isNaN) ? [] : [{ name: '_hansen', values: hansen }];
}

/** What replicates of linear estimates hold of each coefficient, by the number of its statistics. */
const parts: Readonly<Record<number, readonly string[]>> = {
  1: ['stdError'],
  2: ['n0', 'd0'],
  5: ['n0', 'n1', 'd0', 'd1', 'd2'],
};

function statistics(
  names: readonly string[],
  width: number,
  column: (j: number) => Float64Array,
): ReplicateColumn[] {
  const k = names.length;
  const own = parts[width / k - 1] ?? [];
  return names.flatMap((name, j) =>
    own.map((part, i) => ({
      name: `${part}(${name})`,
      values: column(own.length === 1 ? k + j : k + j * own.length + i),
    })),
  );
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
