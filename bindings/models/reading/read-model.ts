/** What both readers of models share: `parseModel`, which has all estimators, and `readModel`, which loads them. */
import { InputError } from '../../core/errors/errors.js';
import { onFirstUse } from '../../core/values/first-use.js';
import { severalSamples } from '../../words/errors/models/keys.js';
import { anAddress } from '../../words/expectations/models/models.js';
import { eitherOf, keysAndValues } from '../../words/expectations/values.js';
import { nearest, suggestionOf } from '../../data/nearest.js';
import type { ModelReader } from '../describe.js';
import type { Model } from '../model.js';
import { estimatorNames } from '../registry.js';
import { badValue, unknownKeyError } from '../schema/bad-value.js';

/** A model as written: the name of its estimator, and its keys. */
export interface WrittenModel {
  readonly name: Model['estimator'];
  readonly keys: object;
}

/** The sentence about unknown estimators, with the names of many methods; `parseModel` has it. */
export const unknown = onFirstUse(() => import('../../words/errors/models/estimators.js'));

/** Models that a reader returned. They are frozen, so nobody can change what was checked. */
const readModels = new WeakSet<object>();

export function isRead(value: unknown): value is Model {
  return typeof value === 'object' && value !== null && readModels.has(value);
}

/**
 * Reads the estimator first, because the other keys depend on it. Throws as `parseModel`.
 *
 * @throws NotLoaded if there is no such estimator, and the sentence about it is not loaded
 */
export function writtenModel(value: unknown): WrittenModel {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badValue('', keysAndValues(), value);
  }
  return { name: estimatorOf(value), keys: withoutSchema(value) };
}

/** The formula, if it is a text that can be read; the schema refuses anything else. */
export function formulaOf(model: object): string | undefined {
  try {
    const { formula } = model as { readonly formula?: unknown };
    return typeof formula === 'string' ? formula : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks the keys of a model against the schema of its estimator, once its formula is canonical. Throws as
 * `parseModel`.
 */
export function checkedModel(reader: ModelReader<Model>, keys: object): Model {
  const model = reader.read(named(keys, reader.name));
  const several = (['samples', 'split', 'fsplit'] as const).find((key) => model[key] !== undefined);
  if (several !== undefined) throw new InputError(severalSamples({ key: several }), 'model');
  return markRead(model);
}

/** Freezes a model that was checked. */
export function markRead<M extends Model>(model: M): M {
  freezeDeep(model);
  readModels.add(model);
  return model;
}

/** The model without the address of its JSON Schema, which only editors read. */
function withoutSchema(model: object): object {
  if (!('$schema' in model)) return model;
  const { $schema, ...rest } = model;
  if (typeof $schema !== 'string') throw badValue('$schema', anAddress(), $schema);
  return rest;
}

/** The model with its estimator in lower case. */
function named(model: object, name: string): object {
  return (model as { readonly estimator: string }).estimator === name
    ? model
    : { ...model, estimator: name };
}

function freezeDeep(value: object): void {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) freezeDeep(part as object);
  }
  Object.freeze(value);
}

/** Keys by which other programs name the method. */
const isOtherKey = (key: string) => ['model', 'command'].includes(key);

function estimatorOf(model: object): Model['estimator'] {
  if (!('estimator' in model)) {
    const misspelt = Object.keys(model).find((key) => nearest(key, ['estimator']) !== undefined);
    const [method] = Object.entries(model).flatMap(([key, word]) =>
      isOtherKey(key) && typeof word === 'string' ? [word] : [],
    );
    if (method !== undefined && !estimatorNames().some((name) => name === method.toLowerCase()))
      return estimatorOf({ estimator: method });
    if (method !== undefined)
      throw unknownKeyError(Object.keys(model).find(isOtherKey)!, { near: 'estimator' });
    if (misspelt !== undefined)
      throw unknownKeyError(misspelt, suggestionOf(misspelt, ['estimator']));
    throw badValue('estimator', eitherOf({ words: estimatorNames() }), undefined);
  }
  const { estimator } = model;
  const names = estimatorNames();
  if (typeof estimator !== 'string') {
    throw badValue('estimator', eitherOf({ words: names }), estimator);
  }
  const known = names.find((name) => name === estimator.toLowerCase());
  if (known !== undefined) return known;
  const { methodNamed, unknownEstimator } = unknown.needed();
  const method = methodNamed(estimator);
  const detail = { path: 'estimator', found: estimator, available: names, method };
  throw new InputError(unknownEstimator(detail), 'model');
}
