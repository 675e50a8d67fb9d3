import { type Command } from 'commander';
import { fitFile, fitModel, type FitResult, type Model } from '../bindings/index.js';
import type { DataFile } from '../bindings/entries/data.js';
import type { BootstrapSpec } from '../bindings/entries/types.js';
import { usageValue } from '../bindings/words/errors/program/usage.js';
import { misuse } from '../bindings/words/errors/program/commands.js';
import { inJobFolder } from '../bindings/words/errors/program/cluster.js';
import type { Bootstrapped } from './bootstrap/bootstrap.js';
import { readModelData } from './data/data.js';
import { namedModel } from './models/column-names.js';
import { exitCodes, invalid, usage } from './exit.js';
import { type Host, locateInput, print, inLanguage } from './host.js';
import { pathFrom } from './io.js';
import type { Shown } from './models/each.js';
import { fromHere, inputsOf, type LocatedModel } from './models/located.js';
import { checkOutputs, type Paths } from './files/outputs.js';
import { printResult } from './print.js';
import { readingLine } from './progress/reading.js';
import {
  outputHeading,
  plainHeading,
  type ReportFlags,
  reportOptions,
  runHeading,
  withReportOptions,
} from './options/report-options.js';
import { checkSaved, savedPaths } from './output/saved.js';

/** Options of commands that run a model. All but `json` and `printModel` are only for commands that can bootstrap. */
export interface RunOptions extends ReportFlags {
  readonly json?: boolean;
  readonly workers?: number;
  readonly progress?: boolean;
  readonly printModel?: boolean;
  readonly checkpoint?: string;
  readonly resume?: boolean;
  readonly replicates?: string;
  readonly stream?: boolean;
  readonly save?: string;
  readonly tidy?: string;
  readonly glance?: string;
  readonly fixedEffects?: string;
}

export function workerCount(text: string): number {
  const workers = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(workers) && workers >= 0) return workers;
  throw invalid(usageValue.count());
}

/** Adds the options of `RunOptions` to a command; bootstrap options only if it `bootstraps`. */
export function withRunOptions(command: Command, { bootstraps }: { bootstraps: boolean }): Command {
  withReportOptions(command)
    .optionsGroup(outputHeading)
    .option('--json', 'print the result and errors as JSON')
    .option(
      '--print-model',
      'print the model file with its defaults instead of running it; paths are relative to the current folder',
    )
    .option(
      '--save <file>',
      'write the rows of the fit: fitted values, residuals, leverage (.csv, .dta, .parquet, .arrow, .json)',
    )
    .option('--tidy <file>', 'write the coefficients, a row each, to a file of these kinds')
    .option('--glance <file>', 'write statistics and tests in one row to a file of these kinds')
    .option(
      '--fixed-effects <file>',
      'write the absorbed effects, a row for each level; those after the first have mean 0 in each connected set',
    )
    .optionsGroup(runHeading)
    .option(
      '--stream',
      'read the data in parts, not as a whole (default: large files, where the model allows)',
    )
    .option('--no-stream', 'read the data as a whole');
  if (!bootstraps) return command.optionsGroup(plainHeading);
  return command
    .option(
      '--workers <n>',
      'number of bootstrap workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    )
    .option('--progress', 'always report progress; with --json, one JSON object per line')
    .option('--no-progress', 'never report progress')
    .option('--checkpoint <file>', 'save the finished replicates of the bootstrap in this file')
    .option('--resume', 'continue from the replicates in the checkpoint')
    .option('--replicates <file>', 'write all replicates to a .csv or .arrow file', replicatesPath)
    .optionsGroup(plainHeading);
}

/** Prints models with their defaults, several in one document. */
export async function printModels(
  host: Host,
  models: readonly LocatedModel[],
  { json = false }: Pick<RunOptions, 'json'>,
): Promise<void> {
  const written: Model[] = [];
  for (const one of models) {
    const model = (await namedModel(host, one.model, one)) as Model;
    written.push(fromHere({ ...one, model }));
  }
  const document = written.length === 1 ? written[0]! : { models: withNumbers(written) };
  if (json) return print(host, JSON.stringify(document, null, 2));
  const { yamlText } = await import('./yaml.js');
  print(host, yamlText(document));
}

/** The models; those of the same name have numbers, as names in a file differ. */
function withNumbers(models: readonly Model[]): readonly Model[] {
  return models.map((model, i) => {
    const { name } = model;
    const same = models.filter((one) => one.name === name);
    if (name === undefined || same.length === 1) return model;
    return { ...model, name: `${name} ${same.indexOf(models[i]!) + 1}` };
  });
}

/** Runs a model. Returns the exit code. */
export async function run(
  host: Host,
  located: LocatedModel,
  options: RunOptions & Shown,
): Promise<number> {
  const { model } = located;
  checkTogether(model.bootstrap, options);
  checkAlone(host, options);
  checkSaved(options);
  await checkOutputs(host, outputsOf(options), inputsOf(located));
  const fit = await fitData(host, located, options);
  const shown = { ...options, labels: options.labels ?? model.labels };
  if (model.bootstrap === undefined) {
    await saveChosen(host, fit, options);
    return report(host, { result: fit }, shown);
  }
  const { runBootstrap } = await import('./bootstrap/bootstrap.js');
  const bootstrapped = await runBootstrap(host, fit, model.bootstrap, options);
  await saveChosen(host, bootstrapped.result, options);
  return report(host, bootstrapped, shown);
}

async function saveChosen(host: Host, fit: FitResult, options: RunOptions): Promise<void> {
  if (savedPaths(options).every(([, path]) => path === undefined)) return;
  const { saveParts } = await import('./output/save.js');
  await saveParts(host, fit, options);
}

/** Estimates a model from its data file. A large file is streamed if nothing needs all its rows at once. */
async function fitData(host: Host, located: LocatedModel, options: RunOptions): Promise<FitResult> {
  const { model, base } = located;
  const { stream } = options;
  const readWhole = () => readModelData(host, located, options);
  const whole = options.save === undefined ? needsWhole(model) : 'save';
  if (whole !== undefined) {
    if (stream === true) throw usage(misuse.stream({ reason: whole }));
    return fitModel(await readWhole(), model);
  }
  const { file, ...read } = model.data as DataFile;
  const path = pathFrom(base, file);
  const line = readingLine(path, options, host.stderr, inLanguage(host));
  const settings = { read: { ...read, name: path }, stream, readWhole, onProgress: line.update };
  try {
    return await fitFile(locateInput(host, path), model, settings);
  } finally {
    line.done();
  }
}

/** The reason why a model cannot be estimated while its file is read, if there is one. */
function needsWhole({ data, bootstrap }: Model) {
  if (bootstrap !== undefined) return 'bootstrap';
  if (data === undefined || 'sql' in data) return 'query';
  return data.file === '-' ? 'standard-input' : undefined;
}

function outputsOf(options: RunOptions): Paths {
  const { checkpoint, replicates } = options;
  return [['--checkpoint', checkpoint], ['--replicates', replicates], ...savedPaths(options)];
}

/** Writes the replicates, then prints the result even if writing failed. Returns the exit code. */
async function report(
  host: Host,
  { result, rate, replicates, stored }: Bootstrapped,
  {
    json = false,
    replicates: path,
    ...flags
  }: ReportFlags & Shown & Pick<RunOptions, 'replicates'>,
): Promise<number> {
  try {
    if (path !== undefined) {
      const { writeReplicates } = await import('./bootstrap/replicates.js');
      await writeReplicates(host, path, result, (replicates ?? stored)!);
    }
  } finally {
    const { origin, collect } = flags;
    printResult(host, result, { ...reportOptions(flags), json, rate, origin, collect });
  }
  return result.bootstrap?.partial === true ? exitCodes.interrupted : exitCodes.ok;
}

/** Throws a usage error for options that would have no effect. */
function checkTogether(spec: BootstrapSpec | undefined, options: RunOptions): void {
  const { checkpoint, resume, replicates } = options;
  const given = Object.entries({ checkpoint, resume, replicates });
  const first = given.find(([, value]) => value !== undefined)?.[0];
  if (first !== undefined && spec === undefined) {
    throw usage(misuse['needs-bootstrap']({ option: `--${first}` }));
  }
  if (resume === true && checkpoint === undefined) {
    throw usage(misuse['needs-option']({ option: '--resume', needed: '--checkpoint' }));
  }
}

/** Refuses checkpoints in a job folder, which stores its parts itself. */
function checkAlone(host: Host, { checkpoint, resume }: RunOptions): void {
  if (host.distributed === undefined) return;
  const given = Object.entries({ checkpoint, resume });
  const first = given.find(([, value]) => value !== undefined)?.[0];
  if (first === undefined) return;
  throw usage(inJobFolder({ option: `--${first}` }));
}

/** The path of `--replicates`; its extension determines the format. */
function replicatesPath(text: string): string {
  if (/\.(csv|arrow)$/i.test(text)) return text;
  throw invalid(usageValue.replicates());
}
