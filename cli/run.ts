import { InvalidArgumentError, type Command } from 'commander';
import pc from 'picocolors';
import { stringify } from 'yaml';
import {
  fitModel,
  InputError,
  parseCsv,
  toJson,
  toText,
  type FitResult,
  type Model,
} from '../bindings/index.js';
import { runBootstrap, type Bootstrapped } from './bootstrap.js';
import { exitCodes } from './exit.js';
import { pathFrom, print, readText } from './io.js';

/** Options of the commands that run a model; `workers` and `progress` of those that may bootstrap it. */
export interface RunOptions {
  readonly json?: boolean;
  readonly workers?: number;
  readonly progress?: boolean;
  readonly printModel?: boolean;
}

function workerCount(text: string): number {
  const workers = Number(text);
  if (Number.isSafeInteger(workers) && workers >= 1) return workers;
  throw new InvalidArgumentError('Expected a whole number of at least 1.');
}

/** Add the options of `RunOptions` to a command; those of a bootstrap only where the command `bootstraps`. */
export function withRunOptions(command: Command, { bootstraps }: { bootstraps: boolean }): Command {
  command
    .option('--json', 'print the result, and any error, as JSON')
    .option('--print-model', 'print the model file with its defaults instead of running it');
  if (!bootstraps) return command;
  return command
    .option('--workers <n>', 'bootstrap workers (default: the cores)', workerCount)
    .option('--progress', 'report progress always; beside --json as one JSON object a line')
    .option('--no-progress', 'never report progress');
}

/** Run a model whose data path is relative to the folder `base`; returns the exit code. */
export async function run(model: Model, base: string, options: RunOptions): Promise<number> {
  const { json = false, printModel = false } = options;
  if (printModel) {
    print(json ? JSON.stringify(model, null, 2) : stringify(model));
    return exitCodes.ok;
  }
  const { result, rate } = await estimate(model, base, options);
  const color = process.stdout.isTTY === true && pc.isColorSupported;
  print(json ? toJson(result) : toText(result, { color, rate }));
  return result.bootstrap?.partial === true ? exitCodes.interrupted : exitCodes.ok;
}

async function estimate(model: Model, base: string, options: RunOptions): Promise<Bootstrapped> {
  const result = await fitFile(model, base);
  return model.bootstrap === undefined
    ? { result }
    : runBootstrap(result, model.bootstrap, options);
}

/** Estimate a model whose data path is relative to the folder `base`, without its bootstrap. */
export async function fitFile(model: Model, base: string): Promise<FitResult> {
  if (model.data === undefined) {
    throw new InputError(
      'no-data',
      'model: data: expected a path here or in --data, found nothing',
    );
  }
  return fitModel(model, parseCsv(await readText(pathFrom(base, model.data.file))));
}
