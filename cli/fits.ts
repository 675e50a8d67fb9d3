/** Results for commands that take models and saved results alike. */
import { fitModel, type FitResult, isResult, parseModel, parseResult } from '../bindings/index.js';
import { runBootstrap, type RunningOptions } from './bootstrap/bootstrap.js';
import type { Host } from './host.js';
import { readDocument } from './io.js';
import { type DataOptions, inputsOf, located, readModelData } from './run.js';
import type { Paths } from './outputs.js';

export interface FitOptions extends DataOptions, RunningOptions {}

export interface FitWithFiles {
  readonly fit: FitResult;
  /** The files that it comes from. */
  readonly inputs: Paths;
}

/** The result in a file, or the fit of the model in it with its bootstrap. */
export async function fitOfFile(
  host: Host,
  path: string,
  options: FitOptions,
): Promise<FitWithFiles> {
  const document = await readDocument(host, path);
  if (isResult(document)) return { fit: parseResult(document), inputs: [['the result', path]] };
  const whole = located(parseModel(document), path, options);
  const { model } = whole;
  const fit = await fitModel(await readModelData(host, whole, options), model);
  const inputs = inputsOf(whole);
  if (model.bootstrap === undefined) return { fit, inputs };
  const { result } = await runBootstrap(host, fit, model.bootstrap, options);
  return { fit: result, inputs };
}
