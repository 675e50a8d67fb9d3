import { CommanderError, InvalidArgumentError, type Command } from 'commander';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import {
  fitModel,
  InputError,
  parseCsv,
  type BootstrapSpec,
  type FitResult,
  type Model,
  type Shard,
  type Table,
} from '../bindings/index.js';
import { runBootstrap, runShard, type Bootstrapped } from './bootstrap.js';
import { exitCodes } from './exit.js';
import { checkWritable } from './files.js';
import { type Host, print } from './host.js';
import { pathFrom, readText } from './io.js';
import { printResult } from './print.js';
import { replicatesPath, writeReplicates } from './replicates.js';
import { grouped } from './words.js';

/** Options of the commands that run a model; all but `json` and `printModel` of those that may bootstrap it. */
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

export function workerCount(text: string): number {
  const workers = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(workers) && workers >= 0) return workers;
  throw new InvalidArgumentError('Expected a whole number, 0 for the main thread alone.');
}

function shardOf(text: string): Shard {
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError('Expected a part such as 2/4.');
}

/** Add the options of `RunOptions` to a command; those of a bootstrap only where the command `bootstraps`. */
export function withRunOptions(command: Command, { bootstraps }: { bootstraps: boolean }): Command {
  command
    .option('--json', 'print the result, and any error, as JSON')
    .option('--print-model', 'print the model file with its defaults instead of running it');
  if (!bootstraps) return command;
  return command
    .option(
      '--workers <n>',
      'bootstrap workers, 0 for the main thread alone (default: the cores)',
      workerCount,
    )
    .option('--progress', 'always report progress; with --json, one JSON object per line')
    .option('--no-progress', 'never report progress')
    .option('--checkpoint <file>', 'keep what is done of the bootstrap in this file')
    .option('--resume', 'go on from what the checkpoint or shard holds')
    .option(
      '--shard <i/N>',
      'bootstrap part i of N into a file, for wasmetrics merge (default: shard-i-of-N.wasmreps, or --checkpoint)',
      shardOf,
    )
    .option(
      '--replicates <file>',
      'write every replicate to a file.csv or file.arrow',
      replicatesPath,
    );
}

/** Run a model whose data path is relative to the folder `base`; returns the exit code. */
export async function run(
  host: Host,
  model: Model,
  base: string,
  options: RunOptions,
): Promise<number> {
  const { json = false, printModel = false, shard, replicates: table } = options;
  if (printModel) {
    print(host, json ? JSON.stringify(model, null, 2) : stringify(model));
    return exitCodes.ok;
  }
  checkTogether(model.bootstrap, options);
  await checkWritable(host, table);
  const fit = await fitFile(host, model, base);
  if (model.bootstrap === undefined) return report(host, { result: fit }, json);
  if (shard !== undefined) return printShard(host, fit, model.bootstrap, { ...options, shard });
  const bootstrapped = await runBootstrap(host, fit, model.bootstrap, options);
  const code = report(host, bootstrapped, json);
  const { result, replicates } = bootstrapped;
  if (table !== undefined) await writeReplicates(host, table, result, replicates!);
  return code;
}

/** Print a result; returns the exit code. */
export function report(host: Host, { result, rate }: Bootstrapped, json: boolean): number {
  printResult(host, result, { json, rate });
  return result.bootstrap?.partial === true ? exitCodes.interrupted : exitCodes.ok;
}

/** Options that would mean nothing are errors of usage. */
function checkTogether(spec: BootstrapSpec | undefined, options: RunOptions): void {
  const { checkpoint, resume, shard, replicates } = options;
  const given = Object.entries({ checkpoint, resume, shard, replicates });
  const first = given.find(([, value]) => value !== undefined)?.[0];
  if (first !== undefined && spec === undefined) {
    throw usage(`--${first} needs a bootstrap, which the model does not ask for`);
  }
  if (resume === true && checkpoint === undefined && shard === undefined) {
    throw usage('--resume needs --checkpoint or --shard');
  }
  if (shard !== undefined && replicates !== undefined) {
    throw usage('--replicates belongs to the merge of the shards, not to --shard');
  }
}

function usage(message: string): CommanderError {
  return new CommanderError(exitCodes.usage, 'wasmetrics.options', `error: ${message}`);
}

async function printShard(
  host: Host,
  fit: FitResult,
  spec: BootstrapSpec,
  options: RunOptions & { readonly shard: Shard },
): Promise<number> {
  const { shard } = options;
  const { index, of } = shard;
  const file = options.checkpoint ?? `shard-${index}-of-${of}.wasmreps`;
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

/** Estimate a model whose data path is relative to the folder `base`, without its bootstrap. */
export async function fitFile(host: Host, model: Model, base: string): Promise<FitResult> {
  return fitModel(await readTable(host, model, base), model);
}

/** A model with the path of its data, and the folder that this is relative to: `data` of the command line, or the file's own. */
export function located<M extends Model>(
  model: M,
  path: string,
  data: string | undefined,
): { model: M; base: string } {
  if (data === undefined) return { model, base: dirname(path) };
  return { model: { ...model, data: { file: data } }, base: '.' };
}

/** The data of a model, whose path is relative to the folder `base`. */
export async function readTable(host: Host, model: Model, base: string): Promise<Table> {
  if (model.data === undefined) {
    throw new InputError(
      'no-data',
      'model: data: expected a path here or in --data, found nothing',
    );
  }
  return parseCsv(await readText(host, pathFrom(base, model.data.file)));
}
