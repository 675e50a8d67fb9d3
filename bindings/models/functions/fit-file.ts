import * as v from 'valibot';
import { checkKeys, flag, isKeyed } from '../../core/arguments/arguments.js';
import { type Engine, newEngine } from '../../core/engine/engine.js';
import { EconError } from '../../core/errors/errors.js';
import { omit } from '../../core/values/omit.js';
import {
  type ByteFile,
  type Column,
  type DataSource,
  isTextFile,
  labelsOf,
  namedBy,
  openByteFile,
  openStream,
  type ReaderOptions,
  type ReadProgress,
  readTable,
  type StreamedTable,
  type Table,
} from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import { fitModel, type FitModelOptions, fitSchemas, nameOf } from '../fit.js';
import { parseModel } from '../reading/model-file.js';
import type { Model, ModelInput } from '../model.js';
import { withColumnNames } from '../reading/column-names.js';
import { namedColumns } from '../reading/named-columns.js';
import { withTableWarnings } from '../reading/table-warnings.js';
import { laterEstimator } from '../reading/load-estimator.js';
import { aFunction, keysAndValues } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import type { WholeRows } from '../../words/errors/models/streamed.js';
import { refusedStream, tooLarge } from '../streamed/errors.js';
import { largestText, largestWhole } from '../streamed/memory.js';
import { type StreamedEstimator, wholeRows } from '../streamed/streamable.js';

/** How to estimate a model from a file. */
export interface FitFileOptions extends Omit<FitModelOptions, 'onProgress'> {
  /** How to read the file: the keys of `data` in a model file. */
  readonly read?: ReaderOptions | undefined;
  /** true always streams the file, false never. By default large files are streamed if the model allows it. */
  readonly stream?: boolean | undefined;
  /** Called as the file is read. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Reads the file as a whole; by default `readTable`. */
  readonly readWhole?: (() => Promise<Table>) | undefined;
}

const called = v.custom<() => void>((value) => typeof value === 'function', expects(aFunction()));

const schemas = {
  ...fitSchemas,
  stream: flag,
  read: v.custom<ReaderOptions>(isKeyed, expects(keysAndValues())),
  onProgress: called,
  readWhole: called,
};

/**
 * Estimates a model from a file. A large file is streamed: the core reads its rows in parts, several times, and they
 * are never all in memory. The result is the same to the last bit, but it has no rows, so a bootstrap, or a test that
 * reads rows, cannot use it.
 *
 * @throws as `fitModel` and `readTable`; InputError `not-streamed` if `stream` is true and the rows are needed as a
 *   whole, `file-too-large` if they are and the file cannot be held in memory
 */
export async function fitFile(
  source: DataSource,
  model: ModelInput,
  options: FitFileOptions = {},
): Promise<FitResult> {
  checkKeys('fitFile', schemas, options);
  options.signal?.throwIfAborted();
  const { read = {}, stream } = options;
  const parsed = parseModel(model);
  const fitWhole = wholeFit(source, parsed, options);
  if (stream === false) return fitWhole();
  const file = openSource(source, read.name);
  try {
    if (file === undefined) {
      if (stream === true) throw refusedStream(read.name ?? 'data', { why: 'source' });
      return await fitWhole();
    }
    if (stream !== true && file.bytes <= largestWhole()) return await fitWhole();
    const settings = { ...options, read: { ...read, name: file.name } };
    const fitted = await tryStream(file, fitWhole, () => streamed(file, parsed, settings));
    if (!('why' in fitted)) return fitted;
    if (stream === true) throw refusedStream(file.name, fitted);
    if (file.bytes > largestText() && (await isTextFile(file, read.format)))
      throw tooLarge(file, fitted);
    return await fitWhole();
  } finally {
    file?.close();
  }
}

/** Reads all rows, then estimates. */
function wholeFit(source: DataSource, model: Model, options: FitFileOptions) {
  const { read, signal, onProgress } = options;
  const { readWhole = () => readTable(source, { ...read, signal, onProgress }) } = options;
  const running = omit(options, 'read', 'stream', 'onProgress', 'readWhole');
  return async (): Promise<FitResult> => fitModel(await readWhole(), model, running);
}

function openSource(source: DataSource, name?: string): ByteFile | undefined {
  if (typeof source !== 'string' && !(source instanceof URL)) return undefined;
  return openByteFile(source, name ?? String(source));
}

/**
 * The result of streaming, or the reason why all rows must be in memory. Small files are read as a whole if there is an
 * error, because streaming may report several errors in another order.
 */
async function tryStream(
  file: ByteFile,
  fitWhole: () => Promise<FitResult>,
  fitParts: () => Promise<FitResult | WholeRows>,
): Promise<FitResult | WholeRows> {
  try {
    return await fitParts();
  } catch (error) {
    if (!(error instanceof EconError) || file.bytes > largestWhole()) throw error;
    return fitWhole();
  }
}

async function streamed(
  file: ByteFile,
  model: Model,
  { engine, read = {}, signal, onProgress }: FitFileOptions,
): Promise<FitResult | WholeRows> {
  const estimator = await (await laterEstimator(model.estimator).load()).streamed?.();
  if (estimator === undefined) return { why: 'estimator', name: model.estimator };
  const reason = wholeRows(model) ?? estimator.wholeRows?.(model);
  if (reason !== undefined) return reason;
  const heard = (progress: ReadProgress) => {
    signal?.throwIfAborted();
    onProgress?.(progress);
  };
  const settings = { isNamed: namedBy(model), onProgress: heard };
  const table = await openStream(file, { ...read, name: file.name }, settings);
  if ('why' in table) return table;
  try {
    const named = await withColumnNames(model, namesOf(table));
    const warned = { ...table, warnings: named.table.warnings ?? [] };
    return fitStreamed(estimator, named.model, warned, { engine: engine ?? (await newEngine()) });
  } finally {
    table.close();
  }
}

/** The names of the columns and the warnings of a table, without its rows. */
function namesOf({ columnNames, warnings, nrows }: StreamedTable): Table {
  const columns = new Map(columnNames.map((name) => [name, { kind: 'text', values: [] } as const]));
  return { nrows, columns, warnings };
}

/** Estimates a model that can be streamed, from a table in blocks, which it closes. */
export function fitStreamed(
  estimator: StreamedEstimator,
  model: Model,
  table: StreamedTable,
  { engine, partDoubles }: { readonly engine: Engine; readonly partDoubles?: number },
): FitResult {
  try {
    const labels = streamedLabels(table, namedColumns(model));
    const result = estimator.fit(engine, model, table, partDoubles);
    return Object.assign(withTableWarnings(result, table, model), labels, nameOf(model));
  } finally {
    table.close();
  }
}

/** `labelsOf` for a table in blocks. Blocks are read only for columns with value labels. */
function streamedLabels(
  table: StreamedTable,
  names: readonly string[],
): ReturnType<typeof labelsOf> {
  const columns = [...new Set(names)].flatMap((name): [string, Column][] => {
    const like = table.like(name);
    return like === undefined ? [] : [[name, withOccurring(table, name, like)]];
  });
  return labelsOf({ nrows: 0, columns: new Map(columns) }, names);
}

/** The column with the values that occur, because labels of other values are left out. */
function withOccurring(table: StreamedTable, name: string, like: Column): Column {
  if (like.valueLabels === undefined || like.kind === 'text') return like;
  const values = new Set<number>();
  for (let b = 0; b < table.nblocks; b++) {
    for (const value of table.block(b).columns.get(name)!.values as Float64Array) values.add(value);
  }
  return { ...like, values: Float64Array.from(values) };
}
