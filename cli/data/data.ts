/** Reads the data of a command: a file, standard input or a query, followed by the steps. */
import { isAbsolute } from 'node:path';
import { InputError, type Model, type Table } from '../../bindings/index.js';
import {
  type DataPlace,
  type DataStepsInput,
  prepareData,
  readSql,
  type ReadOptions,
  readTable,
} from '../../bindings/entries/data.js';
import { builtWords } from '../../bindings/entries/report.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { emptyData, noDataFile, unplannedQuery } from '../../bindings/words/errors/program/data.js';
import { missingRelativeFile } from '../../bindings/words/errors/program/files.js';
import { type StepFlags, stepKeys } from './steps.js';
import { usage } from '../exit.js';
import { type Host, locate, printError, inLanguage } from '../host.js';
import { inputName, pathFrom, readInput } from '../io.js';
import type { ProgressOptions } from '../progress/progress.js';
import { readingLine } from '../progress/reading.js';
import { type ReaderFlags, readerKeys } from './reader-options.js';

/** Reads data from a file, or from standard input for `-`. */
export async function readData(
  host: Host,
  path: string,
  keys: ReadOptions,
  shown: ProgressOptions = {},
): Promise<Table> {
  const name = inputName(path);
  const line = readingLine(name, shown, host.stderr, inLanguage(host));
  try {
    const bytes = await readOnce(host, path);
    return await readTable(bytes, { ...keys, name, onProgress: line.update });
  } finally {
    line.done();
  }
}

/** What was read of standard input and of pipes, which several models may share. */
const streams = new WeakMap<NodeJS.ReadableStream, Map<string, Promise<Uint8Array>>>();

function readOnce(host: Host, path: string): Promise<Uint8Array> {
  if (!/^(?:-$|\/dev\/|\/proc\/)/.test(path)) return readInput(host, path);
  const read = streams.get(host.stdin) ?? new Map<string, Promise<Uint8Array>>();
  streams.set(host.stdin, read);
  const bytes = read.get(path) ?? readInput(host, path);
  read.set(path, bytes);
  return bytes;
}

/** What a command needs of its data, and what to show while reading. */
interface Reading {
  /** Texts that name the columns to read; by default all are read. */
  readonly usedBy?: object | undefined;
  readonly shown?: ProgressOptions | undefined;
}

/** Reads data from a file or a query; paths are relative to the folder `base`. */
export async function readPlace(
  host: Host,
  place: DataPlace,
  base: string,
  { usedBy, shown }: Reading = {},
): Promise<Table> {
  if ('sql' in place) {
    if (host.distributed !== undefined) {
      throw new InputError(unplannedQuery({ path: 'data.sql' }), 'plan');
    }
    const folder = locate(host, pathFrom(base, place.folder ?? '.'));
    return readSql(place.sql, { name: 'sql', folder });
  }
  const { file, ...keys } = place;
  const reading = readData(host, pathFrom(base, file), { ...keys, usedBy }, shown);
  return reading.catch(explainMissing(base, file));
}

/**
 * The data of a model after its steps: the columns named by the model, by a text among the command's options, or in
 * `more`.
 */
export async function readModelData(
  host: Host,
  { model, base }: { readonly model: Model; readonly base: string },
  options: ProgressOptions,
  more: readonly string[] = [],
): Promise<Table> {
  const { data, append, reshape, merge, build, panel } = model;
  if (data === undefined) throw new InputError(noDataFile(), { of: 'model', key: 'data' });
  const isWhole = [append, reshape, merge].some((step) => step !== undefined);
  const usedBy = isWhole ? undefined : [model, options, more];
  const table = await readPlace(host, data, base, { usedBy, shown: options });
  if (table.nrows > 0) return runSteps(host, table, { append, reshape, merge, build, panel });
  const isQuery = 'sql' in data;
  throw new InputError(emptyData({ file: isQuery ? 'sql' : data.file, isQuery }));
}

/** Adds to a file-not-found error what the path is relative to. */
function explainMissing(base: string, file: string): (error: unknown) => never {
  return (error) => {
    const missing = error instanceof InputError && error.code === 'file-not-found';
    if (!missing || base === '.' || isAbsolute(file)) throw error;
    const place = { file: String(error.detail['file']), written: file, folder: base };
    throw error.retold({ told: missingRelativeFile(place) });
  };
}

/** Makes the paths of a place relative to the current folder instead of `base`. */
export function placeFromHere<Place extends DataPlace>(place: Place, base: string): Place {
  return 'sql' in place
    ? { ...place, folder: pathFrom(base, place.folder ?? '.') }
    : { ...place, file: pathFrom(base, place.file) };
}

/** Applies the steps of the data; paths of merged files are relative to the current folder. */
async function runSteps(
  host: Host,
  table: Table,
  steps: DataStepsInput & { readonly panel?: PanelColumns | undefined },
): Promise<Table> {
  return prepareData(table, steps, { read: (place) => readPlace(host, place, '.') });
}

interface PanelColumns {
  readonly unit: string;
  readonly time: string;
}

export interface DataFlags extends ReaderFlags, StepFlags {
  readonly unit?: string;
  readonly time?: string;
}

/**
 * The data of a command without a model: a file or a query, then the steps of the flags. `columns` names the columns
 * needed.
 */
export async function readWithSteps(
  host: Host,
  path: string | undefined,
  flags: DataFlags & ProgressOptions,
  columns?: object,
): Promise<Table> {
  const { unit, time } = flags;
  const steps = stepKeys(flags);
  const isWhole =
    columns === undefined || ['append', 'reshape', 'merge'].some((step) => step in steps);
  const usedBy = isWhole ? undefined : [columns, steps, unit, time];
  const table = await readPlace(host, placeOf(path, flags), '.', { usedBy, shown: flags });
  const panel = unit === undefined || time === undefined ? undefined : { unit, time };
  return runSteps(host, table, { ...steps, ...(panel && { panel }) });
}

/** The file of the argument, or the query of `--sql`. */
export function placeOf(path: string | undefined, flags: ReaderFlags & StepFlags): DataPlace {
  const { sql, sqlFolder: folder } = flags;
  const keys = readerKeys(flags);
  if (sql === undefined) {
    if (folder !== undefined) {
      throw usage(misuse['needs-option']({ option: '--sql-folder', needed: '--sql' }));
    }
    if (path !== undefined) return { file: path, ...keys };
    throw usage(misuse['no-data']());
  }
  if (path !== undefined) throw usage(misuse['data-and-query']({ path }));
  const [key] = Object.keys(keys);
  if (key === undefined) return { sql, ...(folder !== undefined && { folder }) };
  throw usage(misuse['option-of-files']({ option: key, isModel: false }));
}

/** Prints the steps of the data, for commands whose result does not report them. */
export function printBuilt(host: Host, { prepared }: Table, json = false): void {
  if (prepared === undefined) return;
  const { built } = prepared;
  if (json) return printError(host, JSON.stringify({ built }));
  const lines = host.spoken?.built(built) ?? builtWords(built);
  for (const line of lines) printError(host, `wasmetrics: ${line}`);
}
