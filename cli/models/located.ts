/** A model with the place of its data, and the options that change them. */
import { type Command, Option } from 'commander';
import { dirname } from 'node:path';
import type { Model, Table } from '../../bindings/index.js';
import { type DataPlace, tableWarnings } from '../../bindings/entries/data.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { placeFromHere, placeOf, printBuilt } from '../data/data.js';
import { filesOfPlace, otherFiles } from '../data/inputs.js';
import { type ReaderFlags, readerKeys, withReaderOptions } from '../data/reader-options.js';
import { type StepFlags, stepKeys, withDataSteps } from '../data/steps.js';
import { usage } from '../exit.js';
import type { Host } from '../host.js';
import { printWarning } from '../warnings.js';
import type { Paths } from '../files/outputs.js';
import { type Override, overrideOf } from './overrides.js';

/** A model, the folder that its data path is relative to, and its file, unless options define the model. */
export interface LocatedModel<M extends Model = Model> {
  readonly model: M;
  readonly base: string;
  readonly path?: string;
}

/** The model with its data path relative to the current folder, where a printed model is usually saved. */
export function fromHere({ model, base }: LocatedModel): Model {
  const { data } = model;
  return data === undefined ? model : { ...model, data: placeFromHere(data, base) };
}

/** The input files of a run. */
export function inputsOf({
  model: { data, append = [], merge = [] },
  base,
  path,
}: LocatedModel): Paths {
  return [
    ['the model', path],
    ...(data === undefined ? [] : filesOfPlace('the data', data, base)),
    ...otherFiles({ append, merge }, '.'),
  ];
}

/** Options that set the data of a model. */
export interface DataOptions extends ReaderFlags, StepFlags {
  readonly data?: string | undefined;
  readonly set?: readonly Override[];
  readonly model?: string;
}

/** Heading of the options of models in help. */
export const modelFileHeading = 'Model:';

/** Adds the options of `DataOptions` to a command that takes a model. */
export function withDataOptions(command: Command): Command {
  const options = [
    new Option('--data <file>', 'data file; replaces the one in the model file'),
    new Option(
      '--set <key=value>',
      'replace a value of the model, such as vcov.type=HC3 or "gmm[0].lags=[2, 4]"; repeatable',
    ).argParser(overrideOf),
    new Option('--model <name>', 'name or number of a model in a file with several'),
  ];
  for (const option of options) command.addOption(option.helpGroup(modelFileHeading));
  return withDataSteps(withReaderOptions(command));
}

/**
 * A model with its data and steps, from options or from the model file, and the folder that the data path is relative
 * to. Paths of appended and merged files are relative to the current folder.
 */
export function located<M extends Model>(
  model: M,
  path: string,
  options: DataOptions,
): LocatedModel<M> {
  const folder = dirname(path);
  const { reshape, build } = model;
  const here = <One extends { readonly file: DataPlace }>(one: One) => ({
    ...one,
    file: placeFromHere(one.file, folder),
  });
  const [append, merge] = [model.append?.map(here), model.merge?.map(here)];
  const steps = stepKeys(options, { append, reshape, merge, build });
  const whole = { ...model, ...(steps as Pick<M, 'append' | 'reshape' | 'merge' | 'build'>) };
  const { data: file, sql } = options;
  if (file !== undefined || sql !== undefined) {
    return { model: { ...whole, data: placeOf(file, options) }, base: '.', path };
  }
  const keys = readerKeys(options);
  const { data } = model;
  if (data === undefined || Object.keys(keys).length === 0) {
    return { model: whole, base: folder, path };
  }
  if ('sql' in data) {
    throw usage(misuse['option-of-files']({ option: `--${Object.keys(keys)[0]}`, isModel: true }));
  }
  return { model: { ...whole, data: { ...data, ...keys } }, base: folder, path };
}

/**
 * Prints the steps of the data, and warnings about the columns that the texts in `uses` name, for commands whose result
 * does not have them.
 */
export function warnOfData(host: Host, table: Table, uses: object, json = false): void {
  printBuilt(host, table, json);
  for (const warning of tableWarnings(table, uses)) printWarning(host, warning, { json });
}
