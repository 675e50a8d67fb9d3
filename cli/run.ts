import { InvalidArgumentError, type Command } from 'commander';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import {
  type DataFile,
  fitFile,
  fitModel,
  tableWarnings,
  type BootstrapSpec,
  type FitResult,
  type Model,
  type Shard,
  type Table,
} from '../bindings/index.js';
import { runBootstrap, runShard, type Bootstrapped } from './bootstrap/bootstrap.js';
import { placeFromHere, placeOf, printBuilt, readModelData } from './data/data.js';
import { type StepFlags, stepKeys, withDataSteps } from './data/steps.js';
import { exitCodes, usage } from './exit.js';
import { type Host, locate, print, printError } from './host.js';
import { pathFrom } from './io.js';
import { checkOutputs, type Paths } from './outputs.js';
import { printResult } from './print.js';
import { replicatesPath, writeReplicates } from './bootstrap/replicates.js';
import { readingLine } from './progress/reading.js';
import { grouped } from './progress/words.js';
import { type ReportFlags, reportOptions, withReportOptions } from './report-options.js';
import { checkSaved, savedPaths, saveParts } from './save.js';
import { type ReaderFlags, readerKeys, withReaderOptions } from './data/reader-options.js';

export { readModelData };

/** Options of commands that run a model. All but `json` and `printModel` are for commands that can bootstrap. */
export interface RunOptions extends ReportFlags {
  readonly json?: boolean;
  readonly workers?: number;
  readonly progress?: boolean;
  readonly printModel?: boolean;
  readonly checkpoint?: string;
  readonly resume?: boolean;
  readonly shard?: Shard;
  readonly replicates?: string;
  readonly stream?: boolean;
  readonly save?: string;
  readonly tidy?: string;
  readonly glance?: string;
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
  withReportOptions(command)
    .option('--json', 'print the result and errors as JSON')
    .option(
      '--print-model',
      'print the model file with its defaults instead of running it; paths are from the present folder',
    )
    .option(
      '--stream',
      'read the data in parts, not as a whole (default: large files, where the model allows)',
    )
    .option('--no-stream', 'read the data as a whole')
    .option(
      '--save <file>',
      'write the rows of the fit: fitted values, residuals, leverage (.csv, .dta, .parquet, .arrow, .json)',
    )
    .option('--tidy <file>', 'write the coefficients, a row each, to a file of these kinds')
    .option('--glance <file>', 'write statistics and tests in one row to a file of these kinds');
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
  checkSaved(options);
  await checkOutputs(host, outputsOf(options), inputsOf(located));
  const fit = await fitData(host, located, options);
  const shown = { ...options, labels: options.labels ?? model.labels };
  if (model.bootstrap === undefined) {
    await saveParts(host, fit, options);
    return report(host, { result: fit }, shown);
  }
  if (shard !== undefined) return printShard(host, fit, model.bootstrap, { ...options, shard });
  const bootstrapped = await runBootstrap(host, fit, model.bootstrap, options);
  await saveParts(host, bootstrapped.result, options);
  return report(host, bootstrapped, shown);
}

/** Estimates a model from its data file, which is streamed where it is large and nothing needs all its rows. */
async function fitData(host: Host, located: LocatedModel, options: RunOptions): Promise<FitResult> {
  const { model, base } = located;
  const { stream } = options;
  const readWhole = () => readModelData(host, located, options);
  const whole = options.save === undefined ? needsWhole(model) : 'the option --save';
  if (whole !== undefined) {
    if (stream === true) throw usage(`--stream cannot be used with ${whole}`);
    return fitModel(await readWhole(), model);
  }
  const { file, ...read } = model.data as DataFile;
  const path = pathFrom(base, file);
  const line = readingLine(path, options, host.stderr);
  const settings = { read: { ...read, name: path }, stream, readWhole, onProgress: line.update };
  try {
    return await fitFile(locate(host, path), model, settings);
  } finally {
    line.done();
  }
}

/** What keeps a model from being estimated while its file is read. */
function needsWhole({ data, bootstrap }: Model): string | undefined {
  if (bootstrap !== undefined) return 'a bootstrap';
  if (data === undefined || 'sql' in data) return 'a query';
  return data.file === '-' ? 'standard input' : undefined;
}

/** The model with the path of its data from the present folder, where a printed model is usually saved. */
function fromHere({ model, base }: LocatedModel): Model {
  const { data } = model;
  return data === undefined ? model : { ...model, data: placeFromHere(data, base) };
}

/** The files that a run reads. */
export function inputsOf({ model: { data, merge = [] }, base, path }: LocatedModel): Paths {
  const files = merge.flatMap(({ file }) => ('sql' in file ? [] : [file.file]));
  return [
    ['the model', path],
    ['the data', data && !('sql' in data) ? pathFrom(base, data.file) : undefined],
    ...files.map((file) => ['a merged file', file] as const),
  ];
}

function outputsOf(options: RunOptions): Paths {
  const { checkpoint, shard, replicates } = options;
  const saved = checkpoint ?? (shard && shardFile(shard));
  return [
    [checkpoint === undefined ? '--shard' : '--checkpoint', saved],
    ['--replicates', replicates],
    ...savedPaths(options),
  ];
}

/** Writes the replicates, and then prints the result even if that failed. Returns the exit code. */
export async function report(
  host: Host,
  { result, rate, replicates }: Bootstrapped,
  {
    json = false,
    replicates: path,
    ...flags
  }: ReportFlags & Pick<RunOptions, 'json' | 'replicates'>,
): Promise<number> {
  try {
    if (path !== undefined) await writeReplicates(host, path, result, replicates!);
  } finally {
    printResult(host, result, { ...reportOptions(flags), json, rate });
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
  const [saved] = savedPaths(options).find(([, path]) => path !== undefined) ?? [];
  if (shard !== undefined && saved !== undefined) {
    throw usage(`${saved} cannot be used with --shard, which estimates a part of the replicates`);
  }
  if (shard !== undefined && replicates !== undefined) {
    throw usage('--replicates cannot be used with --shard; use it with wasmetrics merge');
  }
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
export interface DataOptions extends ReaderFlags, StepFlags {
  readonly data?: string | undefined;
}

/** Adds the options of `DataOptions` to a command with a model. */
export function withDataOptions(command: Command): Command {
  return withDataSteps(
    withReaderOptions(
      command.option('--data <file>', 'data file; replaces the one in the model file'),
    ),
  );
}

/**
 * A model with its data and steps, from options or from the model file, and the folder that the path of the data is
 * relative to. The paths of merged files are from the present folder.
 */
export function located<M extends Model>(
  model: M,
  path: string,
  options: DataOptions,
): LocatedModel<M> {
  const folder = dirname(path);
  const { reshape, build } = model;
  const merge = model.merge?.map((one) => ({ ...one, file: placeFromHere(one.file, folder) }));
  const steps = stepKeys(options, { reshape, merge, build });
  const whole = { ...model, ...(steps as Pick<M, 'reshape' | 'merge' | 'build'>) };
  const { data: file, sql } = options;
  if (file !== undefined || sql !== undefined) {
    return { model: { ...whole, data: placeOf(file, options) }, base: '.', path };
  }
  const keys = readerKeys(options);
  const { data } = model;
  if (data === undefined || Object.keys(keys).length === 0) {
    return { model: whole, base: folder, path };
  }
  if ('sql' in data)
    throw usage(`--${Object.keys(keys)[0]} is an option of files, and data.sql reads none`);
  return { model: { ...whole, data: { ...data, ...keys } }, base: folder, path };
}

/** Prints what was done to the data, and what they warn about the columns that the texts in `uses` name, for commands whose result does not. */
export function warnOfData(host: Host, table: Table, uses: object, json = false): void {
  printBuilt(host, table, json);
  for (const warning of tableWarnings(table, uses)) {
    printError(
      host,
      json
        ? JSON.stringify({ warning })
        : `wasmetrics: warning: ${warning.message} [${warning.code}]`,
    );
  }
}
