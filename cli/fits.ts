/** Results for commands that accept both models and saved results. */
import type { Command } from 'commander';
import { fitModel, type FitResult, isResult, parseModel, parseResult } from '../bindings/index.js';
import { misuse } from '../bindings/words/errors/program/commands.js';
import { runBootstrap, type RunningOptions } from './bootstrap/bootstrap.js';
import { externalFits } from '../bindings/entries/report.js';
import { readModelData, readPlace } from './data/data.js';
import { usage } from './exit.js';
import { isDataName } from './options/data-name.js';
import type { Host } from './host.js';
import { inputName, readDocument } from './io.js';
import {
  type DataOptions,
  inputsOf,
  located,
  type LocatedModel,
  warnOfData,
} from './models/located.js';
import { namingModel } from './models/named-errors.js';
import type { Origin } from './models/origin.js';
import { operandsOf } from './models/formula.js';
import { checkNoRest, type ModelFlags, readWritten } from './models/source.js';
import { isKeyed, onlyModel, titleOf, type WrittenModel } from './models/written.js';
import type { Paths } from './files/outputs.js';

/** A saved result, or a model to be estimated. */
export type FitSource = { readonly origin: Origin } & (
  { readonly result: FitResult; readonly path: string } | { readonly located: LocatedModel }
);

/** Reads the models or results that a command's arguments name, and returns the remaining arguments. */
export async function readFitSources(
  host: Host,
  command: Command,
  options: ModelFlags,
  operands: readonly string[] = command.args,
): Promise<{ readonly sources: readonly FitSource[]; readonly rest: readonly string[] }> {
  const { models, rest, sourceOf } = await readWritten(host, command, options, operands);
  const sources = models.map((model) =>
    namingModel(titleOf(model), (): FitSource => {
      const { written, name } = model;
      if (!isResult(written)) return sourceOf(model);
      if (options.set !== undefined) {
        throw usage(misuse['set-result']({ path: operands[0]! }));
      }
      const origin = { name, title: titleOf(model), overrides: [] };
      return { result: parseResult(written), path: operands[0]!, origin };
    }),
  );
  return { sources, rest };
}

/** Reads the models of files, or of data and several formulas, and coefficients of other programs. */
export async function readAllFitSources(
  host: Host,
  command: Command,
  options: ModelFlags,
): Promise<readonly FitSource[]> {
  const { args } = command;
  const others = new Map<string, readonly FitSource[]>();
  for (const [i, path] of args.entries()) {
    const data = await externalData(host, path, i === 0 && hasFormula(args, options));
    if (data !== undefined) others.set(path, externalSources(path, data));
  }
  const models = args.filter((path) => !others.has(path));
  if (models.length === 0 && others.size > 0) return [...others.values()].flat();
  const { file, formula, rest } = operandsOf(command, models, options);
  const data = file === undefined ? [] : [file];
  const operands =
    formula === undefined
      ? args.map((path) => [path])
      : [
          ...[formula, ...rest].map((one) => [...data, one]),
          ...[...others.keys()].map((path) => [path]),
        ];
  const sources: FitSource[] = [];
  for (const one of operands) {
    const other = others.get(one[0]!);
    sources.push(...(other ?? (await readFitSources(host, command, options, one)).sources));
  }
  return sources;
}

const hasFormula = (args: readonly string[], { estimator }: ModelFlags) =>
  estimator !== undefined || args[1]?.includes('~') === true;

/** The coefficients of another program in a file; undefined for models, results and the data of a formula. */
async function externalData(
  host: Host,
  path: string,
  isData: boolean,
): Promise<object | undefined> {
  if (isData) return undefined;
  if (isDataName(path)) return readPlace(host, { file: path }, '.');
  if (!/\.json$/i.test(path)) return undefined;
  const document = await readDocument(host, path);
  if (Array.isArray(document)) return document;
  if (!isKeyed(document)) return undefined;
  const ours = ['estimator', 'formula', 'models', 'kind', 'data'];
  if (document.kind === 'margins') return document;
  return ours.some((key) => key in document) ? undefined : document;
}

function externalSources(path: string, data: object): FitSource[] {
  const fits = namingModel(path, () => externalFits(data));
  return fits.map((result) => {
    const { name } = result;
    return { result, path, origin: { name, title: name, overrides: [] } };
  });
}

/** Reads the single model or result that the arguments name. */
export async function readOnlyFitSource(
  host: Host,
  command: Command,
  options: ModelFlags,
): Promise<FitSource> {
  const { sources, rest } = await readFitSources(host, command, options);
  checkNoRest(command, rest);
  const [source, ...others] = sources;
  if (others.length === 0) return source!;
  throw usage(misuse['one-model']({ subject: command.name(), found: sources.length }));
}

/** Reads the single model or result in a file that an option names. */
export async function readFitSource(
  host: Host,
  path: string,
  options: DataOptions,
): Promise<FitSource> {
  const { written, name }: WrittenModel = onlyModel(
    await readDocument(host, path),
    inputName(path),
    {},
  );
  const origin = { name, overrides: [] };
  if (isResult(written)) return { result: parseResult(written), path, origin };
  return { located: located(parseModel(written), path, options), origin };
}

/** The files of a fit. */
export function filesOf(source: FitSource): Paths {
  return 'result' in source ? [['the result', source.path]] : inputsOf(source.located);
}

/** What tables call the columns of a fit: its labels and those of the data. */
export function labelsOf(
  source: FitSource,
  { labels }: FitResult,
): Readonly<Record<string, string>> {
  return { ...labels?.names, ...('located' in source && source.located.model.labels) };
}

/**
 * The fit without its bootstrap; prints the warnings about the data, for commands whose own result does not repeat
 * them.
 */
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
