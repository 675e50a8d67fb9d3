/** Which terms a table shows, their order and their labels. */
import { InputError } from '../../../../core/errors/errors.js';
import { matcherOf, writtenPattern } from '../../../../core/arguments/pattern.js';
import { bareName } from '../../../../data/formula/quote-name.js';
import { suggestionOf } from '../../../../data/nearest.js';
import { distinctTerms, entryOf, termEntry, termKeyOf, termNameOf } from '../../term-name.js';
import type { FitResult } from '../../../../results/fit.js';
import type { Settings } from '../settings.js';
import type { TableSpec } from '../spec.js';
import { termsAndKeep, unknownTerm } from '../../../../words/errors/paper/tables.js';

/** The terms of all models in the order of their first appearance; the constant comes last. */
export function allTerms(models: readonly (readonly string[])[]): string[] {
  const terms = distinctTerms(models.flat());
  return [...terms.filter((term) => term !== '_cons'), ...terms.filter((term) => term === '_cons')];
}

/**
 * The terms that `patterns` name, in the order of the patterns: a name, or a regular expression between slashes.
 *
 * @throws InputError `unknown-term` for a pattern that matches nothing, with the nearest term, and `bad-value` for an
 *   expression that cannot be read
 */
export function matchingTerms(
  key: string,
  patterns: readonly string[],
  terms: readonly string[],
): string[] {
  const matched = patterns.flatMap((pattern) => {
    const matching = terms.filter(matcherOf(pattern, `table: ${key}`, `table.${key}`));
    if (matching.length > 0) return matching;
    const same = terms.filter((term) => termKeyOf(term) === termKeyOf(pattern));
    if (same.length > 0) return same;
    const meant = suggestionOf(pattern, terms);
    const detail = { path: `table.${key}`, found: pattern, meant };
    throw new InputError(unknownTerm(detail), { of: 'table', key });
  });
  return [...new Set(matched)];
}

/** The terms that a table shows in each row, those that become yes/no rows, and labels given by patterns. */
export interface ChosenTerms {
  /** The terms of each row. */
  readonly shown: readonly (readonly string[])[];
  readonly folded: readonly (readonly [label: string, terms: readonly string[]])[];
  /** Columns whose indicators become a row of yes and no, by the label of the row if it has one. */
  readonly indicated: readonly (readonly [label: string | undefined, columns: readonly string[]])[];
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The terms of `terms` or `keep` without those of `drop` and `fold`.
 *
 * @throws InputError `unknown-term`, `bad-value`
 */
export function chosenTerms(fits: readonly FitResult[], spec: TableSpec): ChosenTerms {
  const { terms, keep, drop = [], fold = {}, omitted = false } = spec;
  if (terms !== undefined && keep !== undefined) {
    throw new InputError(termsAndKeep({ path: 'table.terms' }), { of: 'table', key: 'terms' });
  }
  const all = allTerms(
    fits.map(({ params, omitted: gone = [] }) => [
      ...Object.keys(params),
      ...(omitted ? gone.map(({ name }) => name) : []),
    ]),
  );
  const folded = Object.entries(fold).map(
    ([label, patterns]) => [label, matchingTerms(`fold.${label}`, patterns, all)] as const,
  );
  const kept =
    terms === undefined
      ? matchingTerms('keep', keep ?? all, all)
      : matchingTerms('terms', Object.keys(terms), all);
  const indicated = indicatedBy(spec.indicate, all);
  const isIndicated = (term: string) =>
    indicated.some(([, columns]) => columns.some((column) => isIndicator(term, column)));
  const gone = new Set([
    ...matchingTerms('drop', drop, all),
    ...folded.flatMap(([, one]) => one),
    ...all.filter(isIndicated),
  ]);
  const labels = patternLabels(terms, all);
  const shown = kept.filter((term) => !gone.has(term));
  return {
    shown: sharedRows(shown, fits, (term) => termEntry(terms ?? {}, term) ?? labels[term]),
    folded,
    indicated,
    labels,
  };
}

/** Terms with one label share a row if no model has two of them. */
function sharedRows(
  shown: readonly string[],
  fits: readonly FitResult[],
  labelOf: (term: string) => string | null | undefined,
): string[][] {
  const rows: string[][] = [];
  for (const term of shown) {
    const label = labelOf(term);
    const same = label && rows.find(([first = '']) => labelOf(first) === label);
    const isAlone = ({ params }: FitResult) =>
      [...(same || []), term].filter((one) => termEntry(params, one) !== undefined).length < 2;
    if (same && fits.every(isAlone)) same.push(term);
    else rows.push([term]);
  }
  return rows;
}

/** Whether a term is an indicator of a level of a column, not of an interaction. */
export function isIndicator(term: string, column: string): boolean {
  const parts = termNameOf(term);
  return parts.kind === 'level' && parts.column === column;
}

function indicatedBy(indicate: TableSpec['indicate'] = [], all: readonly string[]) {
  const rows: ChosenTerms['indicated'] = Array.isArray(indicate)
    ? (indicate as readonly string[]).map((column) => [undefined, [column]] as const)
    : Object.entries(indicate as Readonly<Record<string, readonly string[]>>);
  const known = all.flatMap((term) => {
    const parts = termNameOf(term);
    return parts.kind === 'level' ? [parts.column] : [];
  });
  const unknown = rows.flatMap(([, columns]) => columns).find((column) => !known.includes(column));
  if (unknown === undefined) return rows;
  const meant = suggestionOf(unknown, new Set(known));
  const detail = { path: 'table.indicate', found: unknown, meant };
  throw new InputError(unknownTerm(detail), { of: 'table', key: 'indicate' });
}

/** The labels of terms that a pattern matches; `$1` is its first group. */
function patternLabels(terms: TableSpec['terms'] = {}, all: readonly string[]) {
  const labels = Object.entries(terms).flatMap(([pattern, label]) => {
    const expression = writtenPattern(pattern, 'table: terms', 'table.terms');
    if (expression === undefined || label === null) return [];
    return all
      .filter((term) => expression.test(term) && !Object.hasOwn(terms, term))
      .map((term) => [term, term.replace(expression, label)] as const);
  });
  return Object.fromEntries(labels);
}

/** The label of a term: a given label, or one made from the labels of its parts. */
export function termLabel(term: string, settings: Settings): string {
  const { labels, values, words } = settings;
  const known = termEntry(labels, term) ?? entryOf(labels, bareName(term));
  if (known !== undefined) return known;
  if (term === '_cons') return words.constant;
  const parts = termNameOf(term);
  switch (parts.kind) {
    case 'interaction':
      return parts.factors.map((factor) => termLabel(factor, settings)).join(' × ');
    case 'shifted': {
      const label = entryOf(labels, bareName(parts.of));
      const make = { L: words.lag, F: words.lead, D: words.change }[parts.operator];
      return label === undefined ? term : make(label, parts.order);
    }
    case 'level': {
      const { level } = parts;
      const column = bareName(parts.column);
      const [label, meaning] = [entryOf(labels, column), entryOf(values[column] ?? {}, level)];
      if (label === undefined && meaning === undefined) return term;
      return `${label ?? column}: ${meaning ?? level}`;
    }
    case 'plain':
      return bareName(term);
  }
}
