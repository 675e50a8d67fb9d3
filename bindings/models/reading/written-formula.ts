/** A model as users write it: a formula in the notation of Stata, R or Python, a covariance as one text. */
import { asInFormula } from '../../words/expectations/models/rules.js';
import { isKeyed } from '../../core/arguments/arguments.js';
import {
  computedColumn,
  type ComputedTerms,
  computedTerms,
} from '../../data/formula/idioms/computed-terms.js';
import { canonicalFormula } from '../../data/formula/formula.js';
import { formulaOf } from './read-model.js';
import { badValue } from '../schema/bad-value.js';
import { withCovarianceKeys } from '../covariances/text.js';
import { mapTexts } from './written-names.js';

/**
 * The model with its canonical formula, the keys that options of the formula set, such as `absorb(id)`, and those of
 * its covariance.
 *
 * @throws InputError `bad-value` if a key is also written with another value, `formula-syntax`
 */
export function withCanonicalFormula(model: object): object {
  const plain = withCovarianceKeys(model) as Keys;
  const written = formulaOf(plain);
  if (written === undefined) return plain;
  const computed = computedTerms(written);
  const { text, keys } = canonicalFormula(computed.text);
  const build = { ...computed.build };
  const others = { ...computedLists(plain, build), ...computedColumns(plain, build) };
  const isSame = [others, build].every((added) => Object.keys(added).length === 0);
  if (text === written && isSame) return plain;
  return { ...withBuilt(merged({ ...plain, ...others }, keys, ''), build), formula: text };
}

type Build = Record<string, string>;

/** Keys with lists of variables. */
const listKeys = ['gmm', 'iv', 'roles', 'diffHansen', 'cTests'] as const;

/** The lists of variables in which functions are replaced by columns, which `build` receives. */
function computedLists(model: Keys, build: Build): object {
  return replacing(model, listKeys, (list) => {
    let computes = false;
    const replaced = mapTexts({ gmm: list }, (text) => {
      const computed = computedTerms(text, build);
      computes ||= computed.text !== text;
      Object.assign(build, computed.build);
      return computed.text;
    });
    return computes ? replaced.gmm : list;
  });
}

/** The weights and the covariance, if functions in them are replaced by columns, which `build` receives. */
function computedColumns(model: Keys, build: Build): object {
  const columnOf = (text: unknown) => {
    if (typeof text !== 'string') return text;
    const column = computedColumn(text, build);
    if (column !== undefined) build[column] = text;
    return column ?? text;
  };
  return replacing(model, ['weights', 'vcov'], (keys) => {
    if (!isKeyed(keys)) return keys;
    const replaced = replacing(keys, ['column', 'cluster'], (value) => {
      const columns = [value].flat().map(columnOf);
      if (columns.every((column, i) => column === [value].flat()[i])) return value;
      return Array.isArray(value) ? columns : columns[0];
    });
    return Object.keys(replaced).length === 0 ? keys : { ...keys, ...replaced };
  });
}

/** The keys that `replace` changes, with their new values. */
function replacing(model: Keys, keys: readonly string[], replace: (value: unknown) => unknown) {
  const entries = keys
    .filter((key) => model[key] !== undefined)
    .map((key) => [key, replace(model[key])] as const);
  return Object.fromEntries(entries.filter(([key, value]) => value !== model[key]));
}

/** The model that also builds these columns, after its own. */
function withBuilt(model: Keys, build: ComputedTerms['build']): Keys {
  const { build: present = {} } = model;
  const added = Object.entries(build).map(([name, value]) => ({ name, value }));
  if (added.length === 0) return model;
  if (Array.isArray(present)) return { ...model, build: [...(present as unknown[]), ...added] };
  return isKeyed(present) ? { ...model, build: merged(present, build, 'build.') } : model;
}

type Keys = Readonly<Record<string, unknown>>;

/** Adds keys to those of the model. A key may be written twice with equal values. */
function merged(model: Keys, added: Keys, path: string): Keys {
  const result: Record<string, unknown> = { ...model };
  for (const [key, value] of Object.entries(added)) {
    const present = model[key];
    if (present === undefined) result[key] = value;
    else if (isKeyed(present) && isKeyed(value))
      result[key] = merged(present, value, `${path}${key}.`);
    else if (JSON.stringify(present) !== JSON.stringify(value)) {
      throw badValue(`${path}${key}`, asInFormula({ value }), present);
    }
  }
  return result;
}
