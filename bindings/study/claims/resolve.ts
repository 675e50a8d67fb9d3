/** Finds the models and comparisons that a claim names. */
import type { InputError } from '../../core/errors.js';
import { EconError } from '../../core/errors.js';
import { listed } from '../../core/text/messages.js';
import { suggestion } from '../../data/nearest.js';
import { inputError } from '../../data/place.js';
import type { FitResult } from '../../results/fit.js';
import type { GroupComparison } from '../../results/groups.js';
import { quoteName } from '../../data/formula/quote-name.js';
import { series } from '../../tables/format.js';
import type { FailedEntry, ModelPlace, StudyResult } from '../result.js';
import type { Claim, DifferenceStatement, NamedPlace } from './claim.js';

/** The parts of a study that claims are judged by. */
export type JudgedStudy = Pick<StudyResult, 'models' | 'comparisons' | 'failed'> &
  Partial<Pick<StudyResult, 'tables' | 'splits' | 'curves'>> & {
    readonly places: readonly ModelPlace[];
  };

/** A model that a claim is about, or why there is none. */
export type NamedModel =
  | { readonly id: string; readonly fit: FitResult; readonly isOfTable: boolean }
  | { readonly id: string; readonly failure: string };

/**
 * The models that a claim names: one by one, or all of a table.
 *
 * @throws InputError `unknown-model` with the nearest name and a caret in the claim
 */
export function modelsOf(claim: Claim, study: JudgedStudy): NamedModel[] {
  const all = claim.models.flatMap((named) => modelsNamed(claim, study, named));
  return all.filter(({ id }, i) => all.findIndex((model) => model.id === id) === i);
}

function modelsNamed(claim: Claim, study: JudgedStudy, named: NamedPlace): NamedModel[] {
  const { name } = named;
  const fit = Object.hasOwn(study.models, name) ? study.models[name] : undefined;
  if (fit !== undefined) return [{ id: name, fit, isOfTable: false }];
  const ofTable = study.places.filter(({ table }) => table === name);
  const failure = failureOf(study.failed, name);
  if (ofTable.length === 0 && failure !== undefined) return [{ id: name, failure }];
  if (ofTable.length === 0) throw unknownModel(claim, study, named);
  return ofTable.map(({ id }): NamedModel => {
    const model = study.models[id];
    if (model !== undefined) return { id, fit: model, isOfTable: true };
    return { id, failure: failureOf(study.failed, id) ?? `${id} was not estimated` };
  });
}

/** That a model or its table failed or was stopped, and why. */
function failureOf(failed: readonly FailedEntry[], name: string): string | undefined {
  const table = name.replace(/\.\d+$/, '');
  const entry = failed.find(({ id }) => id === name) ?? failed.find(({ id }) => id === table);
  if (entry === undefined) return undefined;
  const { code, message } = entry.error;
  if (code === 'interrupted') return `${name} was stopped before it was complete`;
  const [sentence = ''] = message.split('\n');
  return `${name} failed: ${sentence.replace(`${name}: `, '')}`;
}

function unknownModel({ id, text }: Claim, study: JudgedStudy, named: NamedPlace): InputError {
  const tables = [...new Set(study.places.map(({ table }) => table))];
  const models = Object.keys(study.models);
  const { name, offset } = named;
  const table = tables.find((one) => name.startsWith(`${one}.`));
  const known = table === undefined ? [...tables, ...models] : undefined;
  const way =
    known === undefined
      ? `; table ${table} has the models ${listed(models.filter((one) => one.startsWith(`${table}.`)))}`
      : suggestion(name, known);
  const place = { text, offset };
  if (Object.hasOwn(study.tables ?? {}, name)) {
    const message = `${id}: expected a table of models, found ${name}, which has none`;
    return inputError(place, 'unknown-model', message, { found: name });
  }
  return inputError(place, 'unknown-model', `${id}: the study has no model "${name}"${way}`, {
    found: name,
  });
}

/** An error in the term of a claim, with its place in the claim. */
export function termError(claim: Claim, model: string, error: unknown): InputError {
  if (!(error instanceof EconError)) throw error;
  const sentence = error.message.split('\n')[0]!;
  const place = { text: claim.text, offset: claim.termOffset };
  return inputError(place, error.code, `${claim.id}: ${model}: ${sentence}`, error.detail);
}

/** A table of a claim about a difference: its comparison and groups, or why it cannot be judged. */
export type NamedComparison =
  | {
      readonly table: string;
      readonly comparison: GroupComparison;
      readonly groups: readonly string[];
    }
  | { readonly table: string; readonly failure: string };

/**
 * The comparisons that a claim about a difference names, one for each table.
 *
 * @throws InputError `unknown-model`, `unknown-group`, `unknown-column` and `bad-claim` with a caret in the claim
 */
export function comparisonsOf(
  claim: Claim & { readonly statement: DifferenceStatement },
  study: JudgedStudy,
): NamedComparison[] {
  return claim.models.map((named) => comparisonOf(claim, study, named));
}

function comparisonOf(
  claim: Claim & { readonly statement: DifferenceStatement },
  study: JudgedStudy,
  named: NamedPlace,
): NamedComparison {
  const table = named.name;
  const { statement } = claim;
  if (Object.hasOwn(study.models, table)) {
    const message = `${claim.id}: expected a split table, found the model ${table}; name the table`;
    throw inputError({ text: claim.text, offset: named.offset }, 'bad-claim', message);
  }
  modelsNamed(claim, study, named);
  const failure = failureOf(study.failed, table);
  const all = Object.hasOwn(study.comparisons, table) ? study.comparisons[table]! : [];
  if (all.length === 0) {
    const way = `add compare: {of: ${statement.term}, by: [wald]} to the table`;
    const without = `${table} has no test of a difference; ${way}`;
    return { table, failure: failure ?? without };
  }
  const ofTerm = all.filter(({ of }) => sameTerm(of, statement.term));
  if (ofTerm.length === 0) {
    const terms = series([...new Set(all.map(({ of }) => of))], 'and');
    return { table, failure: `${table} compares ${terms}, not ${statement.term}` };
  }
  const comparison = oneComparison(claim, study, named, ofTerm);
  const groups = statement.groups.map((group) => groupOf(claim, comparison, group));
  const values = comparison.groups.map(({ value }) => value);
  return { table, comparison, groups: groups.length === 0 ? values : groups };
}

const sameTerm = (one: string, other: string) => spelled(one) === spelled(other);

const spelled = (term: string) =>
  term
    .replace(/[\s`]/g, '')
    .split(':')
    .map((factor) => factor.replace(/^L\./, 'L1.'))
    .sort()
    .join(':');

/** The comparison of the column, or the only one that has the groups. */
function oneComparison(
  claim: Claim & { readonly statement: DifferenceStatement },
  study: JudgedStudy,
  { name: table, offset }: NamedPlace,
  all: readonly GroupComparison[],
): GroupComparison {
  const { column, groups } = claim.statement;
  const place = { text: claim.text, offset };
  if (column !== undefined) {
    const chosen = all.find(({ by }) => columnsOf(by, study).includes(column));
    if (chosen !== undefined) return chosen;
    const columns = [...new Set(all.flatMap(({ by }) => columnsOf(by, study)))];
    const message = `${claim.id}: ${table} is not split by "${column}"${suggestion(column, columns)}`;
    throw inputError(place, 'unknown-column', message, { found: column });
  }
  const having = all.filter((one) =>
    groups.every((group) => one.groups.some(({ value }) => value === group)),
  );
  if (having.length === 1) return having[0]!;
  if (having.length === 0 && all.length === 1) return all[0]!;
  const columns = series(
    all.map(({ by }) => by),
    'and',
  );
  const message = `${claim.id}: ${table} is split by ${columns}; name the column after the groups`;
  throw inputError(place, 'bad-claim', message);
}

/** The names of a split: its column, and the one that it cuts. */
function columnsOf(by: string, { splits = [] }: JudgedStudy): string[] {
  return [by, ...splits.filter(({ column }) => column === by).map((split) => split.by)];
}

function groupOf(claim: Claim, { by, groups }: GroupComparison, name: string): string {
  const values = groups.map(({ value }) => value);
  if (values.includes(name)) return name;
  const same = values.filter((value) => value.toLowerCase() === name.toLowerCase());
  if (same.length === 1) return same[0]!;
  const offset = Math.max(0, claim.text.lastIndexOf(quoted(claim.text, name)));
  const message = `${claim.id}: ${by} has no group "${name}"${suggestion(name, values)}`;
  throw inputError({ text: claim.text, offset }, 'unknown-group', message, { found: name });
}

const quoted = (text: string, name: string) => (text.includes(name) ? name : quoteName(name));
