import { InputError } from '../core/errors.js';
import { memoizeByValue } from '../core/memo.js';
import { nearest, suggestion } from '../data/nearest.js';
import { show } from '../core/messages.js';
import { badValue, unknownKey } from './schema/bad-value.js';
import { estimators } from './estimators.js';
import type { Model } from './model.js';
import { withCanonicalFormula } from './written-formula.js';

const names = estimators.map(({ name }) => name);

/** Models that `parseModel` returned. They are frozen, so nobody can change what was checked. */
const parsedModels = new WeakSet<object>();

const parseOnce = memoizeByValue(parse);

/**
 * Checks a model, as read from a model file or written in a program, and fills in its defaults. A formula in the
 * notation of Stata, R or Python becomes the canonical one, and its options become keys. The model is frozen: to
 * change a key, parse a copy such as `{ ...model, steps: 1 }`. A parsed model is returned as it is.
 *
 * @throws InputError `unknown-key` names the key's path and the nearest known key, `unknown-estimator`
 *   the estimators there are, `bad-value` the path, what was expected and what was found.
 */
export function parseModel(value: unknown): Model {
  return isParsed(value) ? value : parseOnce(value);
}

function isParsed(value: unknown): value is Model {
  return typeof value === 'object' && value !== null && parsedModels.has(value);
}

function parse(value: unknown): Model {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badValue('', 'keys and values', value);
  }
  const name = estimatorOf(value);
  const written = withCanonicalFormula(withoutSchema(value));
  const model = estimators.find((one) => one.name === name)!.read(named(written, name));
  freezeDeep(model);
  parsedModels.add(model);
  return model;
}

/** The model without the address of its JSON Schema, which only editors read. */
function withoutSchema(model: object): object {
  if (!('$schema' in model)) return model;
  const { $schema, ...rest } = model;
  if (typeof $schema !== 'string') throw badValue('$schema', 'an address', $schema);
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

/** Reads the estimator before all else, as the other keys depend on it. */
function estimatorOf(model: object): string {
  if (!('estimator' in model)) {
    const misspelt = Object.keys(model).find((key) => nearest(key, ['estimator']) !== undefined);
    if (misspelt !== undefined) throw unknownKey(misspelt, suggestion(misspelt, ['estimator']));
    throw badValue('estimator', oneOf(names), undefined);
  }
  const { estimator } = model;
  if (typeof estimator !== 'string') throw badValue('estimator', oneOf(names), estimator);
  const known = names.find((name) => name === estimator.toLowerCase());
  if (known !== undefined) return known;
  throw new InputError(
    'unknown-estimator',
    `model: there is no estimator ${show(estimator)}; this version has the estimators ${names.join(', ')}`,
    { path: 'estimator', found: estimator, available: names },
  );
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
