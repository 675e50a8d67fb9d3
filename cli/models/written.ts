/** The models in a file: one, or several under the key `models`. */
import { InputError } from '../../bindings/index.js';
import * as said from '../../bindings/words/errors/program/models.js';
import { type Override, withOverrides } from './overrides.js';

/** A model or a saved result as a file writes it. */
export interface WrittenModel {
  readonly written: object;
  /** Position in a file with several models, from 1; undefined in a file with one. */
  readonly place?: number | undefined;
  readonly name?: string | undefined;
  /** The name of the sample, of a model whose name heads no column. */
  readonly sample?: string;
  /** The formula, of one of several models that a model describes. */
  readonly formula?: string;
}

type Keys = Readonly<Record<string, unknown>>;

/**
 * The models of a document. Keys next to `models` apply to every model that does not have the key itself.
 *
 * @throws InputError `bad-value` for a list without models, or with two of the same name
 */
export function modelsOf(document: unknown, file: string): WrittenModel[] {
  if (!isKeyed(document) || !('models' in document)) {
    return [{ written: document as object, name: nameOf(document) }];
  }
  const { models, ...common } = document;
  if (!Array.isArray(models) || models.length === 0) {
    throw new InputError(said.noModels({ file }), file);
  }
  const listed = models.map((model: unknown, i) => {
    if (isKeyed(model)) {
      return { written: { ...common, ...model }, place: i + 1, name: nameOf(model) };
    }
    throw new InputError(said.modelNoKeys({ file, place: i, found: model }), file);
  });
  const names = listed.flatMap(({ name }) => name ?? []);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return listed;
  throw new InputError(said.modelTwice({ file, name: twice }), file);
}

/**
 * The model with this name or position, or all models if neither is given.
 *
 * @throws InputError `bad-value`
 */
export function chosenModels(
  models: readonly WrittenModel[],
  choice: string | undefined,
  file: string,
): readonly WrittenModel[] {
  if (choice === undefined) return models;
  const chosen =
    models.find(({ name }) => name === choice) ??
    models.find(({ place }) => String(place ?? 1) === choice);
  if (chosen !== undefined) return [chosen];
  const names = models.map(shortName);
  throw new InputError(said.unknownModel({ path: 'model', found: choice, names, file }), '--model');
}

/**
 * The only model of a document, or the chosen one, with the command line's changes.
 *
 * @throws InputError `bad-value` if there are several
 */
export function onlyModel(
  document: unknown,
  file: string,
  { model: choice, set = [] }: Choice,
): WrittenModel {
  const [first, ...others] = chosenModels(modelsOf(document, file), choice, file);
  if (others.length === 0) return overridden(first!, set);
  const names = [first!, ...others].map(shortName);
  throw new InputError(said.severalModels({ file, names }), file);
}

/** Options that choose a model and change it. */
interface Choice {
  readonly model?: string;
  readonly set?: readonly Override[];
}

/** The name of a model, or its position. */
function shortName({ name, place = 1 }: WrittenModel): string {
  return name ?? String(place);
}

/** How errors and headings refer to a model in a file with several; undefined in a file with one. */
export function titleOf({ sample, name = sample, place, formula }: WrittenModel) {
  if (place === undefined) return undefined;
  const title = name === undefined ? `model ${place}` : `model ${place}, ${name}`;
  return formula === undefined ? title : `${title}: ${formula}`;
}

/** The model with the command line's changes. */
export function overridden(model: WrittenModel, set: readonly Override[]): WrittenModel {
  if (set.length === 0 || !isKeyed(model.written)) return model;
  const written = withOverrides(model.written, set);
  return { ...model, written, name: nameOf(written) };
}

function nameOf(model: unknown): string | undefined {
  const name = isKeyed(model) ? model['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** True for an object that is not a list. */
export function isKeyed(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
