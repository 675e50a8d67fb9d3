/** A model as users write it: a formula in the notation of Stata, R or Python, a covariance as one text. */
import { asInFormula } from '../../words/expectations/models/rules.js';
import { isKeyed } from '../../core/arguments/arguments.js';
import {
  computedColumn,
  type ComputedTerms,
  computedTerms,
} from '../../data/formula/idioms/computed-terms.js';
import { canonicalFormula } from '../../data/formula/formula.js';
import { bareName } from '../../data/formula/quote-name.js';
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
  const others = {
    ...computedLists(plain, listKeys, build),
    ...computedChoices(plain, build),
    ...computedColumns(plain, build),
  };
  const isSame = [others, build].every((added) => Object.keys(added).length === 0);
  if (text === written && isSame) return plain;
  return { ...withBuilt(merged({ ...plain, ...others }, keys, ''), build), formula: text };
}

type Build = Record<string, string>;

/** Keys with lists of variables. */
const listKeys = ['gmm', 'iv', 'roles', 'diffHansen', 'cTests'] as const;

/** Choices of a multiverse with lists of variables. */
const choiceKeys = ['controls', 'fixedEffects', 'instruments', 'outcomes'] as const;

/** The coefficient and choices of a multiverse, if functions in them are replaced by columns. */
function computedChoices(model: Keys, build: Build): object {
  return replacing(model, ['multiverse'], (multiverse) => {
    if (!isKeyed(multiverse)) return multiverse;
    const replaced = {
      ...computedLists(multiverse, ['coefficient'], build),
      ...replacing(multiverse, ['over'], (over) => {
        const choices = isKeyed(over) ? computedLists(over, choiceKeys, build) : {};
        return Object.keys(choices).length === 0 ? over : { ...(over as Keys), ...choices };
      }),
    };
    return Object.keys(replaced).length === 0 ? multiverse : { ...multiverse, ...replaced };
  });
}

/** The lists of variables in which functions are replaced by columns, which `build` receives. */
function computedLists(keys: Keys, names: readonly string[], build: Build): Keys {
  return replacing(keys, names, (list) => {
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

/** The weights, covariance and panel, if texts in them are replaced by columns, which `build` receives. */
function computedColumns(model: Keys, build: Build): object {
  const columnOf = (text: unknown) => {
    if (typeof text !== 'string') return text;
    const { column = text, expression } = computedColumn(text, build) ?? {};
    if (expression !== undefined) build[column] = expression;
    return column;
  };
  return replacing(model, ['weights', 'vcov', 'panel'], (keys) => {
    if (!isKeyed(keys)) return keys;
    const replaced = {
      ...replacing(keys, ['unit', 'time', 'order'], (value) =>
        typeof value === 'string' ? bareName(value.trim()) : value,
      ),
      ...replacing(keys, ['column', 'cluster'], (value) => {
        const written = [value].flat();
        const columns = namesIn(written).map(columnOf);
        if (JSON.stringify(columns) === JSON.stringify(written)) return value;
        return columns.length > 1 || Array.isArray(value) ? columns : columns[0];
      }),
    };
    return Object.keys(replaced).length === 0 ? keys : { ...keys, ...replaced };
  });
}

/** The names of a list that may be written as `~id + year`. */
function namesIn(list: readonly unknown[]): readonly unknown[] {
  const [first] = list;
  if (typeof first !== 'string' || !/^\s*~/.test(first)) return list;
  return list
    .join(' ')
    .replace('~', '')
    .trim()
    .split(/[\s+]+/);
}

/** The keys that `replace` changes, with their new values. */
function replacing(model: Keys, keys: readonly string[], replace: (value: unknown) => unknown) {
  const entries = keys
    .filter((key) => model[key] !== undefined)
    .map((key) => [key, replace(model[key])] as const);
  return Object.fromEntries(entries.filter(([key, value]) => value !== model[key]));
}

/** The model that also builds these columns, after its own. */
export function withBuilt(model: Keys, build: ComputedTerms['build']): Keys {
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
