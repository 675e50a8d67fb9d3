import { CommanderError, InvalidArgumentError, type Command } from 'commander';
import { dirname, isAbsolute } from 'node:path';
import { stringify } from 'yaml';
import {
  fitModel,
  InputError,
  readTable,
  tableWarnings,
  type BootstrapSpec,
  type FitResult,
  type Model,
  type ReadOptions,
  type Shard,
  type Table,
} from '../bindings/index.js';
import { runBootstrap, runShard, type Bootstrapped } from './bootstrap.js';
import { exitCodes } from './exit.js';
import { type Host, print, printError } from './host.js';
import { inputName, pathFrom, readInput } from './io.js';
import { checkOutputs, type Paths } from './outputs.js';
import { printResult } from './print.js';
import { replicatesPath, writeReplicates } from './replicates.js';
import type { ProgressOptions } from './progress/progress.js';
import { readingLine } from './progress/reading.js';
import { grouped } from './progress/words.js';
import { type ReaderFlags, readerKeys, withReaderOptions } from './reader-options.js';

/** Options of commands that run a model. All but `json` and `printModel` are for commands that can bootstrap. */
export interface RunOptions {
  readonly json?: boolean;
  readonly workers?: number;
  readonly progress?: boolean;
  readonly printModel?: boolean;
  readonly checkpoint?: string;
  readonly resume?: boolean;
  readonly shard?: Shard;
  readonly replicates?: string;
}

/** A model, the folder that its data path is relative to, and its file, unless options made it. */
export interface LocatedModel<M extends Model = Model> {
  readonly model: M;
  readonly base: string;
  readonly path?: string;
}

export function workerCount(text: string): number {
  const workers = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(workers) && workers >= 0) return workers;
  throw new InvalidArgumentError('Expected a whole number of at least 0.');
}

function shardOf(text: string): Shard {
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError('Expected i/N with i from 1 to N, such as 2/4.');
}

/** Adds the options of `RunOptions` to a command; bootstrap options only if it `bootstraps`. */
export function withRunOptions(command: Command, { bootstraps }: { bootstraps: boolean }): Command {
  command
    .option('--json', 'print the result and errors as JSON')
    .option(
      '--print-model',
      'print the model file with its defaults instead of running it; paths are from the present folder',
    );
  if (!bootstraps) return command;
  return command
    .option(
      '--workers <n>',
      'number of bootstrap workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    )
    .option('--progress', 'always report progress; with --json, one JSON object per line')
    .option('--no-progress', 'never report progress')
    .option('--checkpoint <file>', 'save the finished replicates of the bootstrap in this file')
    .option('--resume', 'continue from the replicates in the checkpoint or shard')
    .option(
      '--shard <i/N>',
      'compute part i of N of the bootstrap and save it for wasmetrics merge (file: --checkpoint, default shard-i-of-N.wasmreps)',
      shardOf,
    )
    .option('--replicates <file>', 'write all replicates to a .csv or .arrow file', replicatesPath);
}

/** Runs a model. Returns the exit code. */
export async function run(host: Host, located: LocatedModel, options: RunOptions): Promise<number> {
  const { model } = located;
  const { json = false, printModel = false, shard } = options;
  if (printModel) {
    const written = fromHere(located);
    print(host, json ? JSON.stringify(written, null, 2) : stringify(written));
    return exitCodes.ok;
  }
  checkTogether(model.bootstrap, options);
  await checkOutputs(host, outputsOf(options), inputsOf(located));
  const fit = await fitModel(await readModelData(host, located, options), model);
  if (model.bootstrap === undefined) return report(host, { result: fit }, options);
  if (shard !== undefined) return printShard(host, fit, model.bootstrap, { ...options, shard });
  const bootstrapped = await runBootstrap(host, fit, model.bootstrap, options);
  return report(host, bootstrapped, options);
}

/** The model with the path of its data from the present folder, where a printed model is usually saved. */
function fromHere({ model, base }: LocatedModel): Model {
  const { data } = model;
  return data === undefined
    ? model
    : { ...model, data: { ...data, file: pathFrom(base, data.file) } };
}

/** The files that a run reads. */
export function inputsOf({ model: { data }, base, path }: LocatedModel): Paths {
  return [
    ['the model', path],
    ['the data', data && pathFrom(base, data.file)],
  ];
}

function outputsOf({ checkpoint, shard, replicates }: RunOptions): Paths {
  const saved = checkpoint ?? (shard && shardFile(shard));
  return [
    [checkpoint === undefined ? '--shard' : '--checkpoint', saved],
    ['--replicates', replicates],
  ];
}

/** Writes the replicates, and then prints the result even if that failed. Returns the exit code. */
export async function report(
  host: Host,
  { result, rate, replicates }: Bootstrapped,
  { json = false, replicates: path }: Pick<RunOptions, 'json' | 'replicates'>,
): Promise<number> {
  try {
    if (path !== undefined) await writeReplicates(host, path, result, replicates!);
  } finally {
    printResult(host, result, { json, rate });
  }
  return result.bootstrap?.partial === true ? exitCodes.interrupted : exitCodes.ok;
}

/** Options that would have no effect are usage errors. */
function checkTogether(spec: BootstrapSpec | undefined, options: RunOptions): void {
  const { checkpoint, resume, shard, replicates } = options;
  const given = Object.entries({ checkpoint, resume, shard, replicates });
  const first = given.find(([, value]) => value !== undefined)?.[0];
  if (first !== undefined && spec === undefined) {
    throw usage(`--${first} needs a bootstrap; set the key bootstrap or the option --bootstrap`);
  }
  if (resume === true && checkpoint === undefined && shard === undefined) {
    throw usage('--resume needs --checkpoint or --shard');
  }
  if (shard !== undefined && replicates !== undefined) {
    throw usage('--replicates cannot be used with --shard; use it with wasmetrics merge');
  }
}

function usage(message: string): CommanderError {
  return new CommanderError(exitCodes.usage, 'wasmetrics.options', `error: ${message}`);
}

function shardFile({ index, of }: Shard): string {
  return `shard-${index}-of-${of}.wasmreps`;
}

async function printShard(
  host: Host,
  fit: FitResult,
  spec: BootstrapSpec,
  options: RunOptions & { readonly shard: Shard },
): Promise<number> {
  const { shard } = options;
  const { index, of } = shard;
  const file = options.checkpoint ?? shardFile(shard);
  const result = await runShard(host, fit, spec, { ...options, checkpoint: file });
  const { first, end, completed, partial } = result;
  const wanted = `replicates ${grouped(first)} to ${grouped(end - 1)} of ${grouped(spec.reps)}`;
  const done = partial ? `PARTIAL: ${grouped(completed)} of the ` : '';
  print(
    host,
    options.json === true
      ? JSON.stringify({ shard: { file, ...result } }, null, 2)
      : `shard ${index}/${of}: ${done}${wanted} in ${file}`,
  );
  return partial ? exitCodes.interrupted : exitCodes.ok;
}

/** The options that set the data of a model. */
export interface DataOptions extends ReaderFlags {
  readonly data?: string | undefined;
}

/** Adds the options of `DataOptions` to a command with a model. */
export function withDataOptions(command: Command): Command {
  return withReaderOptions(
    command.option('--data <file>', 'data file; replaces the one in the model file'),
  );
}

/** A model with its data, from options or from the model file, and the folder that their path is relative to. */
export function located<M extends Model>(
  model: M,
  path: string,
  options: DataOptions,
): LocatedModel<M> {
  const file = options.data;
  const keys = readerKeys(options);
  const base = file === undefined ? dirname(path) : '.';
  const data = file === undefined ? model.data : { file };
  if (data === undefined || (file === undefined && Object.keys(keys).length === 0)) {
    return { model, base, path };
  }
  return { model: { ...model, data: { ...data, ...keys } }, base, path };
}

/** Prints what the data warn about the columns that the texts in `uses` name, for commands whose result does not. */
export function warnOfData(host: Host, table: Table, uses: object, json = false): void {
  for (const warning of tableWarnings(table, uses)) {
    printError(
      host,
      json ? JSON.stringify({ warning }) : `wasmetrics: warning: ${warning.message}`,
    );
  }
}

/** The data of a model: the columns that the model, or a text of the command's options, names. */
export async function readModelData(
  host: Host,
  { model, base }: LocatedModel,
  options: ProgressOptions,
): Promise<Table> {
  if (model.data === undefined) {
    throw new InputError(
      'no-data',
      'model: data: expected a data file, found none; set data in the model or use --data',
    );
  }
  const { file, ...keys } = model.data;
  const path = pathFrom(base, file);
  const reading = readData(host, path, { ...keys, usedBy: [model, options] }, options);
  const table = await reading.catch(explainMissing(base, file));
  if (table.nrows > 0) return table;
  const message = `${file}: expected rows below the column names, found none`;
  throw new InputError('empty-data', message, { file });
}

/** The data in a file, or in standard input for `-`. */
export async function readData(
  host: Host,
  path: string,
  keys: ReadOptions,
  shown: ProgressOptions,
): Promise<Table> {
  const name = inputName(path);
  const line = readingLine(name, shown, host.stderr);
  try {
    const bytes = await readInput(host, path);
    return await readTable(bytes, { ...keys, name, onProgress: line.update });
  } finally {
    line.done();
  }
}

/** Says what a path that leads nowhere is relative to. */
function explainMissing(base: string, file: string): (error: unknown) => never {
  return (error) => {
    const missing = error instanceof InputError && error.code === 'file-not-found';
    if (!missing || base === '.' || isAbsolute(file)) throw error;
    const { message, detail } = error;
    const hint = `data.file, ${file}, is relative to the folder of the model file, ${base}`;
    throw new InputError('file-not-found', `${message}; ${hint}`, detail);
  };
}
