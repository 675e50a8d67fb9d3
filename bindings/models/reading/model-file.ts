import { filters } from '../../data/filters.js';
import { termLists } from '../../data/formula/lists/listed-terms.js';
import * as termList from '../../data/formula/term-list.js';
import * as where from '../../data/where.js';
import * as sentences from '../../words/errors/models/estimators.js';
import type { Model } from '../model.js';
import { readerOf } from '../readers.js';
import { checkedModel, isRead, unknown, writtenModel } from './read-model.js';
import { withCanonicalFormula } from './written-formula.js';
import { readingNames } from './written-names.js';

/**
 * Checks a model, as read from a model file or written in a program, and fills in its defaults. A formula in the
 * notation of Stata, R or Python becomes the canonical one, and its options become keys. The model is frozen: to
 * change a key, parse a copy such as `{ ...model, steps: 1 }`. A parsed model is returned as it is.
 *
 * @throws InputError `unknown-key` names the key's path and the nearest known key, `unknown-estimator`
 *   the estimators there are, `bad-value` the path, what was expected and what was found.
 */
export function parseModel(value: unknown): Model {
  if (isRead(value)) return value;
  filters.hold(where);
  termLists.hold(termList);
  unknown.hold(sentences);
  const { name, keys } = writtenModel(value);
  const reader = readerOf(name);
  return readingNames(keys, (read) => checkedModel(reader, withCanonicalFormula(read)));
}
