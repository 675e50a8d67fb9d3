/** Finds the comparisons that a claim about a difference names. */
import { suggestionOf } from '../../../data/nearest.js';
import { inputError } from '../../../data/place.js';
import type { GroupComparison } from '../../../results/groups.js';
import { quoteName } from '../../../data/formula/quote-name.js';
import * as said from '../../../words/errors/paper/claims.js';
import type { Clause } from '../../../words/vocabulary/claims.js';
import { printedColumns } from '../columns/printed.js';
import { readReference } from '../columns/reference.js';
import type { Claim, DifferenceStatement, NamedPlace } from './claim.js';
import { columnsOfName, failureOf, type JudgedStudy } from './named-columns.js';

/** A table of a claim about a difference: its comparison and groups, or the reason why it cannot be judged. */
export type NamedComparison =
  | {
      readonly table: string;
      readonly comparison: GroupComparison;
      readonly groups: readonly string[];
    }
  | { readonly table: string; readonly failure: Clause };

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
  const reference = readReference(table);
  if (reference.column !== undefined || reference.group !== undefined) {
    const told = said.columnOfSplit({ found: table, table: reference.table });
    throw inputError({ text: claim.text, offset: named.offset }, told);
  }
  columnsOfName(claim, { study, columns: printedColumns(study) }, named);
  const failure = failureOf(study.failed, reference);
  const all = Object.hasOwn(study.comparisons, table) ? study.comparisons[table]! : [];
  if (all.length === 0) {
    return { table, failure: failure ?? { code: 'no-comparison', table, of: statement.term } };
  }
  const ofTerm = all.filter(({ of }) => sameTerm(of, statement.term));
  if (ofTerm.length === 0) {
    const terms = [...new Set(all.map(({ of }) => of))];
    return { table, failure: { code: 'other-terms', table, terms, of: statement.term } };
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

/** The comparison for the column, or the only one with these groups. */
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
    const meant = suggestionOf(column, columns);
    throw inputError(place, said.notSplitBy({ found: column, table, meant }));
  }
  const having = all.filter((comparison) =>
    groups.every((group) => comparison.groups.some(({ value }) => value === group)),
  );
  if (having.length === 1) return having[0]!;
  if (having.length === 0 && all.length === 1) return all[0]!;
  throw inputError(place, said.severalSplits({ table, columns: all.map(({ by }) => by) }));
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
  const meant = suggestionOf(name, values);
  throw inputError({ text: claim.text, offset }, said.unknownGroup({ found: name, by, meant }));
}

const quoted = (text: string, name: string) => (text.includes(name) ? name : quoteName(name));
