/** Columns that a script makes before it estimates: `generate ly = ln(y)` as log(y) in the formulas after it. */
import type { ModelInput } from '../models/model.js';
import { covarianceKeys } from '../models/schema/covariance-words.js';
import {
  columnsInWhere,
  columnsOf,
  parseFormula,
  parseTerms,
  parseWhere,
  type Term,
  termName,
} from '../data/index.js';
import { staticFormula } from './static/formula.js';

/** The term that a column means; undefined if the script makes it by a statement that is not translated. */
export type Derived = Map<string, { readonly term: string | undefined; readonly line: number }>;

/** The term of a new column, with the columns made before it replaced. */
export function derive(term: string, derived: Derived): string | undefined {
  try {
    const [first, ...others] = parseTerms(term);
    return others.length > 0 ? undefined : written(first!, derived);
  } catch {
    return undefined;
  }
}

/** The model in columns of the data, and notes on columns that the data lack. */
export function inColumns<Model extends ModelInput>(
  model: Model,
  derived: Derived,
): { readonly model: Model; readonly notes: readonly string[] } {
  if (derived.size === 0) return { model, notes: [] };
  const { depvar, regressors, intercept, effects, endogenous, instruments } = parseFormula(
    model.formula,
  );
  const terms = [depvar, ...regressors, ...effects, ...endogenous, ...instruments];
  const filtered = model.where === undefined ? [] : columnsInWhere(parseWhere(model.where));
  const used = new Set([...terms.flatMap(columnsOf), ...filtered, ...namesIn(model)]);
  const all = (list: readonly Term[]) =>
    list.map((term) => written(term, derived) ?? termName(term));
  const formula = staticFormula({
    ...{
      depvar: all([depvar])[0]!,
      exogenous: all(regressors),
      intercept: intercept || effects.length > 0,
    },
    ...{ effects: all(effects), endogenous: all(endogenous), instruments: all(instruments) },
  });
  const renamed = renameKeys({ ...model, formula }, (name) => alias(name, derived));
  const lacking = [...used].filter((name) => lacks(name, filtered, model, derived));
  return { model: renamed, notes: lacking.map((name) => lackNote(name, derived)) };
}

function lackNote(name: string, derived: Derived): string {
  const { line } = derived.get(name)!;
  return `${name} is made on line ${line} by a statement that is not translated; add it to the data as a column`;
}

/** True for a column that the data lack and that no term stands for. */
function lacks(
  name: string,
  filtered: readonly string[],
  model: ModelInput,
  derived: Derived,
): boolean {
  const known = derived.get(name);
  if (known === undefined) return false;
  if (known.term === undefined) return true;
  const isColumn = alias(name, derived) !== name || known.term === name;
  return !isColumn && [...filtered, ...namesIn(model)].includes(name);
}

/** The column that a name is only another name of; else the name. */
function alias(name: string, derived: Derived): string {
  const term = derived.get(name)?.term;
  return term !== undefined && /^\w+$/.test(term) ? term : name;
}

/** The term with derived columns replaced; undefined if the formula has no such term. */
function written(term: Term, derived: Derived): string | undefined {
  const text = termName(replaced(term, derived));
  try {
    return parseTerms(text).map(termName).join(' + ');
  } catch {
    return undefined;
  }
}

function replaced(term: Term, derived: Derived): Term {
  if (term.kind === 'interaction') {
    return { ...term, factors: term.factors.map((factor) => replaced(factor, derived)) };
  }
  if (term.kind === 'dummies') {
    return { ...term, of: { ...term.of, name: alias(term.of.name, derived) } };
  }
  if (term.kind !== 'column') return { ...term, of: replaced(term.of, derived) };
  const meaning = derived.get(term.name)?.term;
  return meaning === undefined ? term : { ...parseTerms(meaning)[0]! };
}

/** Columns that keys other than the formula and the filter name. */
function namesIn(model: ModelInput): string[] {
  const names: string[] = [];
  renameKeys(model, (name) => {
    names.push(name);
    return name;
  });
  return names;
}

/** What a covariance may say of columns. */
interface Dependence {
  readonly cluster?: string | readonly string[] | undefined;
  readonly order?: string | undefined;
}

/** The model with the columns of panel, weights, clusters and filter renamed. */
function renameKeys<Model extends ModelInput>(
  model: Model,
  rename: (name: string) => string,
): Model {
  const list = (names: string | readonly string[] | undefined) =>
    typeof names === 'string' ? names.split(/\s+/).map(rename) : names?.map(rename);
  const { panel, weights, where } = model;
  const vcov = model.vcov && covarianceKeys<Dependence>(model.vcov);
  const order = vcov?.order;
  return {
    ...model,
    ...(panel === undefined
      ? {}
      : { panel: { ...panel, unit: rename(panel.unit), time: rename(panel.time) } }),
    ...(weights === undefined ? {} : { weights: { ...weights, column: rename(weights.column) } }),
    ...(where === undefined ? {} : { where: renameInWhere(where, rename) }),
    ...(vcov === undefined
      ? {}
      : {
          vcov: {
            ...vcov,
            ...(vcov.cluster === undefined ? {} : { cluster: list(vcov.cluster) }),
            ...(order === undefined ? {} : { order: rename(order) }),
          },
        }),
  };
}

function renameInWhere(where: string, rename: (name: string) => string): string {
  return where.replace(/"[^"]*"|[\p{L}_][\p{L}\p{N}_]*/gu, (word) =>
    word.startsWith('"') || word === 'in' ? word : rename(word),
  );
}
