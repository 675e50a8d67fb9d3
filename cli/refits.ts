/** Common to commands that estimate a model many times. */
import { notices, type Repeated } from '../bindings/words/errors/program/notices.js';
import type { Command } from 'commander';
import { InputError, type Model, type Progress, type Table } from '../bindings/index.js';
import { notDynamic } from '../bindings/words/errors/program/models.js';
import { estimatorsWith, has } from './estimators/names.js';
import { type Host, lineEveryMs, printError, notice } from './host.js';
import type { Paths } from './files/outputs.js';
import { readModelData } from './data/data.js';
import {
  type DataOptions,
  inputsOf,
  type LocatedModel,
  warnOfData,
  withDataOptions,
} from './models/located.js';
import { plainHeading, runHeading } from './options/report-options.js';
import { workerCount } from './run.js';

export interface RefitCommandOptions extends DataOptions {
  readonly json?: boolean;
  readonly workers?: number;
  readonly progress?: boolean;
}

export interface ModelWithData {
  readonly model: Model;
  readonly table: Table;
  /** The input files. */
  readonly inputs: Paths;
}

export function withRefitOptions(command: Command): Command {
  return withDataOptions(command)
    .option('--json', 'print the result and errors as JSON')
    .optionsGroup(runHeading)
    .option(
      '--workers <n>',
      'number of workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    )
    .option('--progress', 'always report progress; with --json, one JSON object per line')
    .option('--no-progress', 'never report progress')
    .optionsGroup(plainHeading);
}

/** Checks that the model is a dynamic panel. */
export function dynamicModel(subject: string, whole: ModelWithData): ModelWithData {
  const { estimator } = whole.model;
  if (has(estimator, 'dynamics')) return whole;
  const dynamic = estimatorsWith('dynamics');
  const hasInstruments = has(estimator, 'instruments');
  throw new InputError(notDynamic({ estimator, dynamic, hasInstruments }), subject);
}

/** Reads a model and its data, and prints warnings about the data. */
export async function modelWithData(
  host: Host,
  whole: LocatedModel,
  options: DataOptions & { readonly json?: boolean },
): Promise<ModelWithData> {
  const { model } = whole;
  const table = await readModelData(host, whole, options);
  warnOfData(host, table, { model, options }, options.json);
  return { model, table, inputs: inputsOf(whole) };
}

/** Reports every two seconds on standard error. With --json it reports only if --progress is given, as JSON objects. */
export function refitReporter(
  host: Host,
  { json, progress }: RefitCommandOptions,
  what: Repeated,
): (progress: Progress) => void {
  if (progress === false || (json === true && progress !== true)) return () => undefined;
  const everyMs = lineEveryMs(host.stderr);
  let next = performance.now() + everyMs;
  return (state) => {
    if (performance.now() < next) return;
    next = performance.now() + everyMs;
    if (json === true) return printError(host, JSON.stringify({ progress: state }));
    const { done, total, failed, secondsLeft } = state;
    notice(host, notices.refits({ done, total, what, failed, secondsLeft }));
  };
}
