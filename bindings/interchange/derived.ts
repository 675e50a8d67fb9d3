/** Columns that a script makes before it estimates: after `generate ly = ln(y)`, `ly` in a formula becomes log(y). */
import { distinct } from './imported.js';
import type { ModelInput } from '../models/model.js';
import { covarianceKeys } from '../models/covariances/text.js';
import { parseFormula, parseTerms, type Term, termName } from '../data/index.js';
import { type Derived, type Made, madeAs, stepOf } from './made.js';
import {
  columnsOfFilter,
  type Filter,
  type Operand,
  renamedFilter,
  renamedOperand,
} from './filters/filter.js';
import { staticFormula } from './static/formula.js';
import { lackingColumn } from '../words/errors/interchange/notes.js';
import type { Told } from '../words/told.js';

export type { Derived, Made } from './made.js';
export { withMade } from './made.js';

/**
 * The meaning of a column at this line; undefined for a column of the data. A column with a step is there, by its key;
 * a term that equals it takes its place, unless steps are named.
 */
export function meaningOf(derived: Derived | undefined, name: string): Made | undefined {
  const made = derived === undefined ? undefined : madeAs(derived, name);
  const key = made?.step?.key;
  if (made === undefined || key === undefined) return made;
  const term = derived!.namesSteps === true ? key : (made.term ?? key);
  return { ...made, term, same: made.same ?? key, groups: made.groups ?? key };
}

/** A column that a statement computes from a value in columns as they are at its line; not translated if one of them is not. */
export function computed(
  name: string,
  value: Operand,
  derived: Derived | undefined,
  line: number,
): Made {
  let lacks = false;
  const columnFor = (need: 'same' | 'groups') => (column: string) => {
    const made = meaningOf(derived, column);
    lacks ||= made !== undefined && made[need] === undefined;
    return made?.[need] ?? column;
  };
  const inColumns = renamedOperand(value, columnFor('same'), columnFor('groups'));
  if (lacks) return { line };
  return { line, step: stepOf(name, line, inColumns) };
}

/** A copy of a column, perhaps under a new name. */
export function copyOf(column: string, derived: Derived | undefined, line: number): Made {
  const known = meaningOf(derived, column);
  if (known !== undefined) return { ...known, line };
  return { line, term: quoted(column), same: column, groups: column };
}

/** A column with a dummy for each value of another column except the first. */
export function factorOf(column: string, derived: Derived | undefined, line: number): Made {
  const { groups, same, term, note } = copyOf(column, derived, line);
  if (groups === undefined) return { line };
  const isFactor = term?.startsWith('i(') === true;
  return {
    line,
    term: isFactor ? term : `i(${quoted(groups)})`,
    groups,
    ...(same === undefined ? {} : { same }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A column of numbers that are codes for the values of another column. */
export function codesOf(column: string, derived: Derived | undefined, line: number): Made {
  const { groups } = copyOf(column, derived, line);
  return groups === undefined ? { line } : { line, groups };
}

/** A column that equals a term of a formula; `text` is parsed as one. */
export function termOf(text: string, derived: Derived | undefined, line: number): Made {
  try {
    const [first, ...others] = parseTerms(text);
    if (others.length > 0) return { line };
    if (first!.kind === 'column') return copyOf(first!.name, derived, line);
    const { text: term, lacking } = resolved(first!, derived);
    return lacking.length > 0 ? { line } : { line, term };
  } catch {
    return { line };
  }
}

export function isRead({ term, same, groups, step }: Made): boolean {
  return [term, same, groups, step].some((meaning) => meaning !== undefined);
}

/** The filter in terms of data columns, and notes on columns that the data lack. */
export function resolvedFilter(filter: Filter, derived: Derived | undefined) {
  const lacking = columnsOfFilter(filter).filter((name) => {
    const made = meaningOf(derived, name);
    return made !== undefined && made.same === undefined;
  });
  return {
    filter: renamedFilter(filter, (name) => meaningOf(derived, name)?.same ?? name),
    lacking: [...new Set(lacking)].map((name) => lackNote(name, derived!)),
  };
}

/** The model in terms of data columns, and notes on columns that the data lack. */
export function inColumns<Model extends ModelInput>(
  model: Model,
  derived: Derived | undefined,
): { readonly model: Model; readonly notes: readonly Told[] } {
  if (derived === undefined || (derived.until === 0 && derived.history.byName.size === 0))
    return { model, notes: [] };
  const lacking = new Set<string>();
  const formula = formulaIn(model.formula, derived, lacking);
  const keys = keysIn(model, derived, lacking);
  for (const name of builtFrom(model)) columnFor('same', name, derived, lacking);
  const variables = variablesOf(model.formula);
  const said = variables
    .map((name) => meaningOf(derived, name)?.note)
    .filter((one) => one !== undefined);
  return {
    model: { ...keys, formula },
    notes: [...distinct(said), ...[...lacking].map((name) => lackNote(name, derived))],
  };
}

export function lackNote(name: string, derived: Derived): Told {
  const { line } = meaningOf(derived, name)!;
  return lackingColumn({ column: name, line });
}

/** The expressions from which the model builds columns. */
function builtFrom({ build }: ModelInput): string[] {
  return [...new Set(JSON.stringify(build ?? {}).match(/[\p{L}_][\p{L}\p{N}_]*/gu))];
}

function variablesOf(formula: string): string[] {
  const { depvar, regressors, endogenous, instruments } = parseFormula(formula);
  return [depvar, ...regressors, ...endogenous, ...instruments].flatMap(namesOf);
}

function namesOf(term: Term): string[] {
  if (term.kind === 'column') return [term.name];
  return term.kind === 'interaction' ? term.factors.flatMap(namesOf) : namesOf(term.of);
}

function formulaIn(text: string, derived: Derived, lacking: Set<string>): string {
  const formula = parseFormula(text);
  const { depvar, regressors, intercept, effects, endogenous, instruments } = formula;
  const one = (term: Term) => written(term, derived, lacking);
  const all = (list: readonly Term[]) => list.map(one);
  const outcome = one(depvar);
  if (outcome.includes('i(')) for (const name of namesOf(depvar)) lacking.add(name);
  return staticFormula({
    depvar: outcome.includes('i(') ? termName(depvar) : outcome,
    exogenous: all(regressors),
    intercept: intercept || effects.length > 0,
    effects: effects.map((term) => effect(term, derived, lacking)),
    endogenous: all(endogenous),
    instruments: all(instruments),
  });
}

/** An absorbed effect, whose columns make groups. */
function effect(term: Term, derived: Derived, lacking: Set<string>): string {
  if (term.kind === 'interaction') {
    return term.factors.map((factor) => effect(factor, derived, lacking)).join(':');
  }
  if (term.kind !== 'column') return written(term, derived, lacking);
  return quoted(columnFor('groups', term.name, derived, lacking));
}

/** The data column to use for `name` in this key; if there is none, the name itself with a note. */
export function columnFor(
  need: 'same' | 'groups',
  name: string,
  derived: Derived,
  lacking: Set<string>,
): string {
  const made = meaningOf(derived, name);
  if (made === undefined) return name;
  const column = made[need];
  if (column === undefined) lacking.add(name);
  return column ?? name;
}

/** The term in terms of data columns; if there is no such term, the term itself with notes on its columns. */
function written(term: Term, derived: Derived, lacking: Set<string>): string {
  const { text, lacking: names } = resolved(term, derived);
  for (const name of names) lacking.add(name);
  return names.length > 0 ? termName(term) : text;
}

function resolved(
  term: Term,
  derived: Derived | undefined,
): { readonly text: string; readonly lacking: readonly string[] } {
  const lacking = new Set<string>();
  const replaced = replacedTerm(term, derived, lacking);
  try {
    const text = parseTerms(termName(replaced)).map(termName).join(' + ');
    return { text, lacking: [...lacking] };
  } catch {
    return {
      text: termName(term),
      lacking: namesOf(term).filter((name) => meaningOf(derived, name) !== undefined),
    };
  }
}

function replacedTerm(term: Term, derived: Derived | undefined, lacking: Set<string>): Term {
  if (term.kind === 'interaction') {
    const factors = term.factors.map((factor) => replacedTerm(factor, derived, lacking));
    return { ...term, factors };
  }
  if (term.kind === 'dummies') return replacedDummies(term, derived, lacking);
  if (term.kind !== 'column') {
    return { ...term, of: replacedTerm(term.of, derived, lacking) } as Term;
  }
  const made = meaningOf(derived, term.name);
  if (made === undefined) return term;
  if (made.term !== undefined) return { ...parseTerms(made.term)[0]! };
  lacking.add(term.name);
  return term;
}

/** Replaces dummies of a made factor by dummies of its data column, with the factor's reference level. */
function replacedDummies(
  term: Term & { kind: 'dummies' },
  derived: Derived | undefined,
  lacking: Set<string>,
): Term {
  const made = meaningOf(derived, term.of.name);
  if (made === undefined) return term;
  if (term.ref === undefined && made.term?.startsWith('i(') === true) {
    return { ...parseTerms(made.term)[0]! };
  }
  const column = term.ref === undefined ? made.groups : made.same;
  if (column === undefined) {
    lacking.add(term.of.name);
    return term;
  }
  return { ...term, of: { ...term.of, name: column } };
}

/** The name in the notation of formulas. */
export function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
}

/** The parts of a covariance that name columns. */
interface Dependence {
  readonly cluster?: string | readonly string[] | undefined;
  readonly order?: string | undefined;
}

/** The model with panel, weights, clusters and order in terms of data columns. */
export function keysIn<Model extends ModelInput>(
  model: Model,
  derived: Derived,
  lacking: Set<string>,
): Model {
  const groups = (name: string) => columnFor('groups', name, derived, lacking);
  const same = (name: string) => columnFor('same', name, derived, lacking);
  const { panel, weights, split } = model;
  const dependence = <Keys extends Dependence>(keys: Keys): Keys => {
    const { cluster, order } = keys;
    return {
      ...keys,
      ...(cluster === undefined ? {} : { cluster: listOf(cluster).map(groups) }),
      ...(order === undefined ? {} : { order: same(order) }),
    };
  };
  const vcov = model.vcov && covarianceKeys<Dependence>(model.vcov);
  return {
    ...model,
    ...(panel === undefined
      ? {}
      : { panel: { ...panel, unit: groups(panel.unit), time: same(panel.time) } }),
    ...(weights === undefined ? {} : { weights: { ...weights, column: same(weights.column) } }),
    ...(split === undefined ? {} : { split: groups(split) }),
    ...(vcov === undefined ? {} : { vcov: dependence(vcov) }),
    ...('weight' in model && typeof model.weight === 'object'
      ? { weight: dependence(model.weight as Dependence) }
      : {}),
    ...bootstrapIn(model, groups),
  };
}

function bootstrapIn({ bootstrap }: ModelInput, groups: (name: string) => string) {
  if (bootstrap === undefined || !('cluster' in bootstrap)) return {};
  if (bootstrap.cluster === undefined) return {};
  return { bootstrap: { ...bootstrap, cluster: groups(bootstrap.cluster) } };
}

export function listOf(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? names.split(/\s+/) : names;
}
