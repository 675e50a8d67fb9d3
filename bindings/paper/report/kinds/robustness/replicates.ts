/** Replicates as a table: their numbers, how each ended, the coefficients by name and Hansen's J. */
import { HANSEN } from '../../../../analysis/bootstrap/summary/statistics.js';
import type { Chunk, Replicates } from '../../../../analysis/bootstrap/replicates.js';
import { storedSchema } from '../../../../analysis/bootstrap/stored/stored-bootstrap.js';
import type { StoredReplicates } from '../../../../analysis/bootstrap/stored/summarize-stored.js';
import * as v from 'valibot';
import { badArgument, checkArgument, listOf } from '../../../../core/arguments/arguments.js';
import { Status } from '../../../../core/engine/status.js';
import { statusCode } from '../../../../core/engine/status-errors.js';
import { ReplicateStatus } from '../../../../generated/codes.js';
import { checkFit } from '../../../../models/context.js';
import type { FitResult } from '../../../../results/fit.js';
import { csvCell } from '../../../../core/escapes/spreadsheet.js';
import { someReplicates } from '../../../../words/expectations/paper/figures.js';
import * as wanted from '../../../../words/expectations/checkpoints.js';
import { readerOfChunks } from '../../../../words/expectations/paper/reports.js';
import { expects } from '../../../../words/expects.js';

export interface ReplicateColumn {
  readonly name: string;
  readonly values: Float64Array | Int32Array | readonly string[];
}

const replicatesSchema = v.looseObject(
  {
    completed: v.number(),
    width: v.number(),
    values: v.instance(Float64Array),
    statuses: v.instance(Int32Array),
    numbers: v.instance(Int32Array),
    statistics: listOf(v.string()),
  },
  expects(someReplicates()),
);

const chunkSchema = v.looseObject(
  {
    first: v.number(),
    count: v.number(),
    values: v.instance(Float64Array),
    statuses: v.instance(Int32Array),
  },
  expects(wanted.aChunk()),
);

const columnsExpected = expects(wanted.replicateColumns());
const columnsSchema = v.pipe(
  listOf(
    v.looseObject({
      name: v.string(),
      values: v.union([v.instance(Float64Array), v.instance(Int32Array), v.array(v.string())]),
    }),
    columnsExpected,
  ),
  v.check((columns) => columns.length > 0, columnsExpected),
);

/** Lines of CSV per part. */
const PART = 4096;

/**
 * `_replicate` from 0, `_status` (`Ok`, or the code of its error), `_singular` (1 where a Moore-Penrose inverse was
 * used), a column for each coefficient, and one for each statistic (`bootstrap/summary/layout.ts`); `_hansen` only where it was
 * computed. NaN where the replicate failed. A coefficient with one of these names is written in backquotes.
 */
export function replicateColumns(fit: FitResult, replicates: Replicates): ReplicateColumn[] {
  checkFit('replicates', fit);
  checkArgument('replicates', 'replicates', replicatesSchema, replicates);
  return columnsOf(fit, replicates).filter(
    ({ name, values }) => name !== HANSEN || !(values as Float64Array).every(Number.isNaN),
  );
}

/** All columns, including J even if it was not computed. */
function columnsOf({ params }: FitResult, replicates: Replicates): ReplicateColumn[] {
  const { completed, width, values, statuses, numbers, statistics } = replicates;
  const column = (j: number) => Float64Array.from(statuses, (_, r) => values[r * width + j]!);
  const names = Object.keys(params);
  const coefficients = names.map((name, j) => ({
    name: free(name, statistics),
    values: column(j),
  }));
  const others = statistics.map((name, j) => ({ name, values: column(names.length + j) }));
  return [
    { name: '_replicate', values: numbers.slice(0, completed) },
    {
      name: '_status',
      values: Array.from(statuses, statusWord),
    },
    {
      name: '_singular',
      values: statuses.map((status) => (status & ReplicateStatus.singular ? 1 : 0)),
    },
    ...coefficients,
    ...others,
  ];
}

function statusWord(status: number): string {
  const code = status & ReplicateStatus.bits;
  return code === Status.Ok ? 'Ok' : statusCode(code);
}

/** The chunks from the caller's `read`, each checked. */
async function* chunksOf(stored: StoredReplicates): AsyncGenerator<Chunk> {
  const chunks: unknown = stored.read();
  if (typeof chunks !== 'object' || chunks === null || !(Symbol.asyncIterator in chunks)) {
    throw badArgument('replicates', 'stored.read', readerOfChunks(), chunks);
  }
  for await (const chunk of chunks as AsyncIterable<unknown>) {
    checkArgument('replicates', 'stored.read', chunkSchema, chunk);
    yield chunk as Chunk;
  }
}

/**
 * The replicates of `bootstrapStored` as CSV, in parts, with the bytes of `replicatesCsv`. Memory does not grow with their
 * number.
 */
export async function* storedReplicatesCsv(
  fit: FitResult,
  stored: StoredReplicates,
): AsyncGenerator<string, void, void> {
  checkFit('replicates', fit);
  checkArgument('replicates', 'stored', storedSchema, stored);
  const { width, statistics, reps } = stored;
  const place = Object.keys(fit.params).length + statistics.indexOf(HANSEN);
  let hasHansen = false;
  for await (const { values } of chunksOf(stored)) {
    for (let i = place; i < values.length; i += width) hasHansen ||= !Number.isNaN(values[i]);
  }
  let header = true;
  for await (const { first, count, values, statuses } of chunksOf(stored)) {
    const numbers = Int32Array.from(statuses, (_, i) => first + i);
    const chunk = {
      reps,
      completed: count,
      failed: 0,
      width,
      statistics,
      values,
      statuses,
      numbers,
    };
    const all = columnsOf(fit, chunk).filter(({ name }) => name !== HANSEN || hasHansen);
    const [head, ...lines] = replicatesCsv(all);
    if (header) yield head!;
    header = false;
    yield* lines;
  }
}

/** Puts a coefficient with the name of another column in backquotes; it reads back as the coefficient. */
function free(name: string, statistics: readonly string[]): string {
  const otherNames = ['_replicate', '_status', '_singular', ...statistics];
  return otherNames.includes(name) ? `\`${name}\`` : name;
}

/**
 * The columns as CSV, in parts of some thousand lines; numbers in the shortest digits that read back as
 * the same double, an empty cell for NaN.
 */
export function* replicatesCsv(columns: readonly ReplicateColumn[]): Generator<string, void, void> {
  checkArgument('replicates', 'columns', columnsSchema, columns);
  yield `${columns.map(({ name }) => csvCell(name)).join(',')}\n`;
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
