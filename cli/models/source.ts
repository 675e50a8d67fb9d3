/** The models of a command: from a model file, or from data, a formula and an estimator's options. */
import type { Command } from 'commander';
import { type Model, type ModelInput, parseModel } from '../../bindings/index.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { placeOf, readModelData } from '../data/data.js';
import { usage } from '../exit.js';
import type { Host } from '../host.js';
import { inputName, readDocument } from '../io.js';
import { type DataOptions, located, type LocatedModel } from './located.js';
import {
  checkNoFormulaOptions,
  formulaModel,
  type FormulaSettings,
  operandsOf,
  withFormula,
} from './formula.js';
import { namingModel } from './named-errors.js';
import type { Origin } from './origin.js';
import { withSeveral } from './several.js';
import { chosenModels, modelsOf, overridden, titleOf, type WrittenModel } from './written.js';

export interface ModelFlags extends DataOptions {
  readonly estimator?: string;
  readonly json?: boolean;
}

/** A model of a command. */
export interface ModelSource {
  /** The model as written, because some errors depend on whether it names a column. */
  readonly written: ModelInput;
  readonly located: LocatedModel;
  readonly origin: Origin;
}

/** Adds arguments to a command: a model file, or data and a formula. */
export function withModelArguments(command: Command, settings: FormulaSettings = {}): Command {
  return withFormula(
    command
      .usage('[options] <model | data formula>')
      .argument('<model>', modelWords)
      .argument('[formula]', formulaWords),
    settings,
  );
}

export const modelWords = 'model file, or - for standard input; with a formula the data file';
export const formulaWords = 'formula of a model without a model file';

/** Reads the models that a command's arguments name; no further arguments are allowed. */
export async function readSources(
  host: Host,
  command: Command,
  options: ModelFlags,
): Promise<readonly ModelSource[]> {
  const { models, rest, sourceOf } = await readWritten(host, command, options);
  checkNoRest(command, rest);
  return models.map((model) => namingModel(titleOf(model), () => sourceOf(model)));
}

/** Refuses arguments after the model. */
export function checkNoRest(command: Command, [extra]: readonly string[]): void {
  if (extra === undefined) return;
  throw usage(misuse['after-model']({ command: command.name(), found: extra }));
}

interface WrittenModels {
  /** Arguments after the model. */
  readonly rest: readonly string[];
  readonly models: readonly WrittenModel[];
  readonly sourceOf: (model: WrittenModel) => ModelSource;
}

/** The models before they are checked. A file may also hold results, which the caller recognizes. */
export async function readWritten(
  host: Host,
  command: Command,
  options: ModelFlags,
  operands: readonly string[] = command.args,
): Promise<WrittenModels> {
  const { file, formula, rest } = operandsOf(command, operands, options);
  const { set = [] } = options;
  const sourcesOf = (locate: (model: Model) => LocatedModel) => (model: WrittenModel) =>
    sourceFrom(model, set, locate);
  const reading =
    (sourceOf: (model: WrittenModel) => ModelSource) =>
    (written: ModelInput, columns: readonly string[]) =>
      readModelData(host, sourceOf({ written }).located, options, columns);
  if (formula === undefined) {
    checkNoFormulaOptions(command, file!);
    const listed = await modelsOfFile(host, file!, options);
    const sourceOf = sourcesOf((model) => located(model, file!, options));
    return { models: await withSeveral(host, listed, reading(sourceOf), options), rest, sourceOf };
  }
  if (options.model !== undefined) {
    throw usage(misuse['model-of-formula']());
  }
  const place = file === undefined ? undefined : (options.data ?? file);
  const written = formulaModel(command, placeOf(place, options), formula);
  const inPlace = (model: Model): LocatedModel => {
    const { model: whole } = located(model, '.', { ...options, data: place });
    return { model: whole, base: '.' };
  };
  const sourceOf = sourcesOf(inPlace);
  const models = await withSeveral(
    host,
    [overridden({ written }, set)],
    reading(sourceOf),
    options,
  );
  return { models, rest, sourceOf };
}

/** The chosen models of a file, with the command line's changes. */
async function modelsOfFile(
  host: Host,
  file: string,
  { model, set = [] }: ModelFlags,
): Promise<readonly WrittenModel[]> {
  const name = inputName(file);
  const chosen = chosenModels(modelsOf(await readDocument(host, file), name), model, name);
  return chosen.map((writtenModel) =>
    namingModel(titleOf(writtenModel), () => overridden(writtenModel, set)),
  );
}

function sourceFrom(
  model: WrittenModel,
  overrides: Origin['overrides'],
  locate: (model: Model) => LocatedModel,
): ModelSource {
  const written = model.written as ModelInput;
  const origin = { name: model.name, title: titleOf(model), overrides };
  return { written, located: locate(parseModel(written)), origin };
}
