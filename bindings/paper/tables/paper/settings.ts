/** The choices of a table with every default filled in. */
import { badArgument } from '../../../core/arguments/arguments.js';
import type { ByName, Labels } from '../../../results/common.js';
import { braced } from '../math/formula.js';
import { entryOf } from '../term-name.js';
import { markedText } from './marks.js';
import { type CellTemplate, templatesOf } from './parts/templates.js';
import type { PageSpec } from './page/keys.js';
import type { Digits } from './shown.js';
import { checkSpec, type TableSpec } from './spec.js';
import { type Style, styleRules, type StyleRules } from './style.js';
import { type NumberMarks, usualMarks } from './table.js';
import { type Language, vocabularyOf } from '../../../words/languages/index.js';
import type { TableWords } from '../../../words/en/tables.js';
import { differentLevels } from '../../../words/expectations/paper/tables.js';

/** Digits of estimates, errors and statistics, and of single rows by their names. */
export interface TableDigits {
  readonly estimate: Digits;
  readonly error: Digits;
  readonly stats: Digits;
  readonly rows: Readonly<Record<string, Digits>>;
}

export interface Settings {
  readonly rules: StyleRules;
  readonly language: Language;
  readonly words: TableWords;
  readonly labels: ByName<string>;
  /** What the values of columns mean, by column and value. */
  readonly values: Labels['values'];
  readonly digits: TableDigits;
  /** The lines of a term. */
  readonly cells: readonly CellTemplate[];
  /** True if the lines of a term are rows, false if they are columns. */
  readonly shape: 'rows' | 'columns';
  readonly stars: ByName;
  readonly marks: NumberMarks;
  /** Writes a number in a note with the table's separators. */
  readonly marked: (text: string) => string;
  /** Where the table stands on its page, and how cells are set. */
  readonly page: PageSpec;
}

const usualDigits: Digits = 3;

/** @throws InputError `bad-value` with the key, what was expected and what was found */
export function settingsOf(spec: TableSpec, data: Partial<Labels> = {}): Settings {
  spec = checkSpec(spec);
  const { style = 'plain', language = 'en' } = spec;
  const rules: StyleRules = styleRules[style];
  const marks = marksOf(spec, rules);
  const { tables: words } = vocabularyOf(language);
  const [yes = '', no = ''] = spec.yesNo ?? [words.yes, words.no];
  return {
    rules,
    language,
    words: { ...words, yes, no, statistics: statisticsOf(words, rules, language) },
    labels: bracedLabels({ ...data.names, ...spec.labels, ...renamed(spec.terms) }),
    values: data.values ?? {},
    digits: digitsOf(spec.digits),
    cells: templatesOf(spec),
    shape: spec.shape ?? 'rows',
    stars: starsOf(spec.stars, style),
    marks,
    marked: (text) => markedText(text, marks),
    page: spec,
  };
}

/** Labels that are formulas have braces, as they become parts of other labels. */
function bracedLabels(labels: ByName<string>): ByName<string> {
  return Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, braced(label)]));
}

/** The labels in the map of terms; a term without one keeps its label. */
function renamed(terms: TableSpec['terms'] = {}): ByName<string> {
  const labelled = Object.entries(terms).flatMap(([term, label]) =>
    typeof label === 'string' ? [[term, label] as const] : [],
  );
  return Object.fromEntries(labelled);
}

function marksOf(spec: TableSpec, rules: StyleRules): NumberMarks {
  const marks = separatorsOf(spec, rules);
  return (spec.leadingZero ?? rules.zero) === false ? { ...marks, zero: false } : marks;
}

/** The words for statistics, with those of the journal in English. */
function statisticsOf({ statistics }: TableWords, { nobs }: StyleRules, language: Language) {
  return nobs === undefined || language !== 'en' ? statistics : { ...statistics, nobs };
}

function separatorsOf({ decimal }: TableSpec, { thousands }: StyleRules): NumberMarks {
  if (decimal === ',') return { decimal, thousands: thousands === '' ? '' : '.' };
  return thousands === usualMarks.thousands ? usualMarks : { ...usualMarks, thousands };
}

/** The digits of estimates, errors and statistics that a table states. */
export function digitsOf(digits: TableSpec['digits']): Settings['digits'] {
  if (digits === undefined || typeof digits === 'number' || 'significant' in digits) {
    const all = digits ?? usualDigits;
    return { estimate: all, error: all, stats: all, rows: {} };
  }
  const { estimate = usualDigits, error = estimate, stats = usualDigits, rows = {} } = digits;
  return { estimate, error, stats, rows };
}

/** The digits of one row's estimates and errors. */
export function termDigits(
  digits: TableDigits,
  term: string,
): Pick<TableDigits, 'estimate' | 'error'> {
  const row = entryOf(digits.rows, term);
  return row === undefined ? digits : { estimate: row, error: row };
}

/** The digits of the statistics in one row. */
export function rowDigits({ digits }: Settings, name: string): Digits {
  return entryOf(digits.rows, name) ?? digits.stats;
}

function starsOf(stars: TableSpec['stars'], style: Style): ByName {
  if (stars === false) return {};
  if (stars === undefined) return styleRules[style].stars;
  const levels = Object.values(stars);
  if (new Set(levels).size < levels.length) {
    throw badArgument('table', 'stars', differentLevels(), stars);
  }
  return stars;
}

/** The stars of a p-value: those of the smallest bound above it. */
export function starsFor(p: number | undefined, stars: ByName): string {
  const reached = Object.entries(stars).filter(([, bound]) => p !== undefined && p < bound);
  const [first] = reached.sort(([, a], [, b]) => a - b);
  return first?.[0] ?? '';
}
