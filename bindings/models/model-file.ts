import { InputError } from '../core/errors.js';
import { nearest, suggestion } from '../data/nearest.js';
import { badValue, show, unknownKey } from './schema/check.js';
import { estimators } from './estimators.js';
import type { Model } from './model.js';

const names = estimators.map(({ name }) => name);

/**
 * Check a model, as read from a model file or written in a program, and fill in its defaults.
 *
 * @throws InputError `unknown-key` names the key's path and the nearest known key, `unknown-estimator`
 *   the estimators there are, `bad-value` the path, what was expected and what was found.
 */
export function parseModel(value: unknown): Model {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badValue('', 'keys and values', value);
  }
  const name = estimatorOf(value);
  return estimators.find((one) => one.name === name)!.read(value);
}

/** Before all else, as the other keys depend on it. */
function estimatorOf(model: object): string {
  if (!('estimator' in model)) {
    const misspelt = Object.keys(model).find((key) => nearest(key, ['estimator']) !== undefined);
    if (misspelt !== undefined) throw unknownKey(misspelt, suggestion(misspelt, ['estimator']));
    throw badValue('estimator', oneOf(names), undefined);
  }
  const { estimator } = model;
  if (typeof estimator !== 'string') throw badValue('estimator', oneOf(names), estimator);
  if (names.includes(estimator)) return estimator;
  throw new InputError(
    'unknown-estimator',
    `model: there is no estimator ${show(estimator)}; this version has the estimators ${names.join(', ')}`,
    { path: 'estimator', found: estimator, available: names },
  );
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
