/** Results for commands that take models and saved results alike. */
import { fitModel, type FitResult, isResult, parseModel, parseResult } from '../bindings/index.js';
import { runBootstrap, type RunningOptions } from './bootstrap/bootstrap.js';
import type { Host } from './host.js';
import { readDocument } from './io.js';
import type { Paths } from './outputs.js';
import {
  type DataOptions,
  inputsOf,
  located,
  type LocatedModel,
  readModelData,
  warnOfData,
} from './run.js';

/** A saved result, or a model that is not estimated yet. */
export type FitSource =
  { readonly result: FitResult; readonly path: string } | { readonly located: LocatedModel };

/** Reads a file with a model or a result. */
export async function readFitSource(
  host: Host,
  path: string,
  options: DataOptions,
): Promise<FitSource> {
  const document = await readDocument(host, path);
  if (isResult(document)) return { result: parseResult(document), path };
  return { located: located(parseModel(document), path, options) };
}

/** The files that a fit comes from. */
export function filesOf(source: FitSource): Paths {
  return 'result' in source ? [['the result', source.path]] : inputsOf(source.located);
}

/** The fit without its bootstrap, for commands whose own result does not repeat what the data warn about. */
export async function warnedFit(
  host: Host,
  source: FitSource,
  options: DataOptions & { readonly json?: boolean },
): Promise<FitResult> {
  if ('result' in source) return source.result;
  const { model } = source.located;
  const table = await readModelData(host, source.located, options);
  warnOfData(host, table, model, options.json);
  return fitModel(table, model);
}

/** The fit with its bootstrap. */
export async function bootstrappedFit(
  host: Host,
  source: FitSource,
  options: DataOptions & RunningOptions,
): Promise<FitResult> {
  if ('result' in source) return source.result;
  const { model } = source.located;
  const fit = await fitModel(await readModelData(host, source.located, options), model);
  if (model.bootstrap === undefined) return fit;
  return (await runBootstrap(host, fit, model.bootstrap, options)).result;
}
