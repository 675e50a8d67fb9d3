/** What the commands that estimate a model again and again share. */
import type { Command } from 'commander';
import {
  type DpdModel,
  InputError,
  type Model,
  parseModel,
  type Progress,
  type Table,
} from '../bindings/index.js';
import type { Host } from './host.js';
import { readDocument } from './io.js';
import { grouped } from './words.js';
import { located, readTable, workerCount } from './run.js';

export interface RefitCommandOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly workers?: number;
  readonly progress?: boolean;
}

export function withRefitOptions(command: Command): Command {
  return command
    .option('--data <file>', 'data file, instead of the one in the model file')
    .option('--json', 'print the result, and any error, as JSON')
    .option(
      '--workers <n>',
      'workers, 0 for the main thread alone (default: the cores)',
      workerCount,
    )
    .option('--progress', 'report progress always; beside --json as one JSON object a line')
    .option('--no-progress', 'never report progress');
}

/** The dynamic panel model of a file, and its data. */
export async function dynamicPanel(
  host: Host,
  subject: string,
  path: string,
  data: string | undefined,
): Promise<{ model: DpdModel; table: Table }> {
  const { model, table } = await modelWithData(host, path, data);
  if (model.estimator === 'dpd') return { model, table };
  const message = `${subject}: expected a model of the estimator dpd, found ${model.estimator}`;
  throw new InputError('not-dynamic', message, { estimator: model.estimator });
}

/** The model of a file, and its data. */
export async function modelWithData(
  host: Host,
  path: string,
  data: string | undefined,
): Promise<{ model: Model; table: Table }> {
  const model = parseModel(await readDocument(host, path));
  const { model: whole, base } = located(model, path, data);
  return { model: whole, table: await readTable(host, whole, base) };
}

const lineEveryMs = 2000;

/** A line on standard error every two seconds; beside JSON only when asked for, as one JSON object a line. */
export function refitReporter(
  { stderr }: Host,
  { json, progress }: RefitCommandOptions,
  what: string,
): (progress: Progress) => void {
  if (progress === false || (json === true && progress !== true)) return () => undefined;
  let next = performance.now() + lineEveryMs;
  return (state) => {
    if (performance.now() < next) return;
    next = performance.now() + lineEveryMs;
    if (json === true) return void stderr.write(`${JSON.stringify({ progress: state })}\n`);
    const { done, total, failed, secondsLeft } = state;
    const left = `${Math.ceil(secondsLeft)} s left`;
    stderr.write(
      `${grouped(done)}/${grouped(total)} ${what}, ${left}, ${grouped(failed)} failed\n`,
    );
  };
}
