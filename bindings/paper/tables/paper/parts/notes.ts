/** The notes below a table. */
import { badArgument, isKeyed } from '../../../../core/arguments/arguments.js';
import { aPaperTable } from '../../../../words/expectations/paper/tables.js';
import { vocabularyOf } from '../../../../words/languages/index.js';
import { type Telling, textOf } from '../../../../words/phrase.js';
import { sentenceIn } from '../../../../words/sentence-in.js';
import { retold } from '../../../../words/told.js';
import type { Warning } from '../../../../results/common.js';
import { count } from '../../../../words/text/counts.js';
import type { TableWords } from '../../../../words/en/tables.js';
import { joinedWarnings, ofItsSubject } from '../joined-warnings.js';
import type { Settings } from '../settings.js';
import type { TableSpec } from '../spec.js';
import type { PaperTable, PaperTableWarning } from '../table.js';
import { capitalised, errorWords } from './errors.js';
import {
  grouped,
  intervalWords,
  levelNotes,
  type NotedFit,
  sampleNotes,
  weightNotes,
} from './sample-notes.js';
import { placedWords } from './templates.js';

/** Notes below a table, and warnings that they do not print. */
export type Notes = Pick<PaperTable, 'notes' | 'warnings'>;

/** Notes on errors, levels, bootstraps, weights, samples and stars. */
export function tableNotes(
  fits: readonly NotedFit[],
  spec: TableSpec,
  settings: Settings,
  showsSplit = false,
): Notes {
  const automatic: Automatic = {
    errors: () => errorNotes(fits, settings),
    levels: () => levelNotes(fits, settings),
    bootstrap: () => bootstrapNotes(fits, settings),
    weights: () => weightNotes(fits, settings),
    samples: () => sampleNotes(fits, settings, showsSplit),
    scale: () => scaleNotes(spec, settings),
    stars: () => starNotes(settings),
  };
  return written(spec.notes, automatic, modelWarnings(fits, settings), settings);
}

/** The notes of a table that is not of models: `auto` means those given here and what stars mean. */
export function resultNotes(
  notes: readonly string[] | undefined,
  warnings: readonly Warning[],
  settings: Settings,
  automatic: readonly string[] = [],
): Notes {
  const told = joinedWarnings(warnings.map(ofItsSubject), settings);
  const parts = { errors: () => automatic, stars: () => starNotes(settings) };
  return written(notes, parts, told, settings);
}

/** Names of the notes that follow from models, with what they say. */
type Automatic = Readonly<Record<string, () => readonly string[]>>;

/** The names of all automatic notes, which some kinds of tables do not have; `groups` come from comparisons. */
const automaticNotes: readonly string[] = [
  'errors',
  'levels',
  'bootstrap',
  'weights',
  'samples',
  'scale',
  'stars',
  'groups',
];

/** The notes with `auto` and `warnings` filled in; warnings that they do not name stay apart. */
function written(
  notes: readonly string[] = ['auto'],
  automatic: Automatic,
  warnings: readonly PaperTableWarning[],
  settings: Settings,
): Notes {
  const texts = notes.flatMap((note) => {
    if (note === 'auto') return Object.values(automatic).flatMap((part) => part());
    if (automaticNotes.includes(note)) return automatic[note]?.() ?? [];
    return note === 'warnings' ? warnings.map((one) => warningNote(one, settings.words)) : [note];
  });
  return {
    notes: named(texts, settings),
    ...(warnings.length > 0 && !notes.includes('warnings') && { warnings }),
  };
}

/** A table with more notes, which `groups` names, and warnings. */
export function withNotes(
  table: PaperTable,
  notes: readonly string[],
  warnings: readonly PaperTableWarning[],
  { notes: places = ['auto'] }: TableSpec,
  { words }: Settings,
): PaperTable {
  const more = places.includes('auto') || places.includes('groups') ? notes : [];
  if (places.includes('warnings')) {
    const printed = warnings.map((one) => warningNote(one, words));
    return { ...table, notes: [...table.notes, ...more, ...printed] };
  }
  const all = [...(table.warnings ?? []), ...warnings];
  return {
    ...table,
    notes: [...table.notes, ...more],
    ...(all.length > 0 && { warnings: all }),
  };
}

/** `Warning (2): few clusters.` */
export function warningNote({ columns, message }: PaperTableWarning, words: TableWords): string {
  return words.column(
    columns === undefined ? words.warning : `${words.warning} ${columns}`,
    message,
  );
}

/** A sentence for each warning that a table does not print; `name` says which table. */
export function tableWarningTexts(table: PaperTable, name?: string): string[] {
  if (!isKeyed(table)) throw badArgument('tableWarningTexts', 'table', aPaperTable(), table);
  const { warnings = [], language } = table;
  const words = vocabularyOf(language ?? 'en').tables;
  return warnings.map(({ columns, ...warning }) => {
    const place = [name ?? [], columns ?? []].flat().join(' ');
    return warningNote({ ...warning, ...(place !== '' && { columns: place }) }, words);
  });
}

/** The notes; the first starts with the word for notes if the style requires it. */
function named([first, ...others]: readonly string[], { rules, words }: Settings): string[] {
  if (first === undefined) return [];
  return [rules.notes === '' ? first : words.notes(rules.notes) + first, ...others];
}

/** `Standard errors in parentheses, clustered by id.`; by column if they differ. */
function errorNotes(fits: readonly NotedFit[], settings: Settings): string[] {
  const { words } = settings;
  const kinds = errorKinds(fits, settings);
  const byColumn = grouped(fits, ({ fit }) => errorWords(fit, settings));
  const errors = byColumn.map(([text, columns]) =>
    byColumn.length === 1 ? text : words.column(columns.join(words.comma), text),
  );
  const first = kinds.length === 0 ? words.errorRow : capitalised(kinds.join(words.comma));
  return [[first, ...errors].join(words.semicolon) + words.end];
}

/**
 * `standard errors in parentheses`, for each kind of number other than estimates; kinds with separate columns are named
 * by headings.
 */
function errorKinds(fits: readonly NotedFit[], settings: Settings): string[] {
  const { cells, words, shape } = settings;
  if (shape === 'columns') return [];
  const places = {
    parentheses: words.inParentheses,
    brackets: words.inBrackets,
    'same line': words.nextToEstimates,
    'line below': words.belowEstimates,
  } as const;
  return placedWords(cells).map(({ word, place }) => {
    const isInterval = word === 'interval' || word === 'bootstrapInterval';
    const what = isInterval ? intervalWords(fits, word, settings) : words.below[word]!;
    return words.placed(what, places[place]);
  });
}

/** Numbers in cells that come from the bootstrap. */
const drawn: readonly string[] = [
  'bootstrapError',
  'bootstrapInterval',
  'wildP',
  'monteCarloError',
];

/** States how the bootstrap's numbers were drawn, if the table shows any. */
function bootstrapNotes(fits: readonly NotedFit[], { words, cells, marked }: Settings): string[] {
  if (!placedWords(cells).some(({ word }) => drawn.includes(word))) return [];
  const bootstraps = grouped(fits, ({ fit: { bootstrap } }) =>
    bootstrap === undefined
      ? ''
      : words.bootstrap(
          bootstrap.scheme,
          marked(count(bootstrap.completed)),
          String(bootstrap.seed),
        ),
  ).filter(([text]) => text !== '');
  return bootstraps.map(([text, columns]) =>
    columns.length === fits.length
      ? text + words.end
      : words.column(columns.join(words.comma), text) + words.end,
  );
}

/** On which scale coefficients are. */
function scaleNotes({ exponentiate = false, standardize = false }: TableSpec, { words }: Settings) {
  return [
    ...(exponentiate === false ? [] : [words.exponentiated + words.end]),
    ...(standardize ? [words.standardised + words.end] : []),
  ];
}

/** What the stars mean; nothing without stars. */
function starNotes({ stars, words, marked, rules }: Settings): string[] {
  const { legend, between, strongFirst = false } = rules;
  const isFirst = strongFirst || legend === 'levels' ? -1 : 1;
  const entries = Object.entries(stars).sort(([, a], [, b]) => isFirst * (b - a));
  if (entries.length === 0) return [];
  const isPercent = legend === 'percent' || legend === 'levels';
  const levels = entries.map(([text, level]): [string, string] => [
    text,
    marked(String(isPercent ? Number((100 * level).toPrecision(12)) : level)),
  ]);
  return [words.stars(levels, legend, between) + words.end];
}

/** The warnings of models; those that differ in columns or numbers only are one. */
function modelWarnings(fits: readonly NotedFit[], settings: Settings): PaperTableWarning[] {
  const all = fits.flatMap(({ fit, tag }) =>
    [...fit.warnings, ...(fit.bootstrap?.warnings ?? [])].map((warning) => ({
      warning,
      columns: [tag],
    })),
  );
  return joinedWarnings(all, settings);
}

/** Why a number is missing, in the language of the table. */
export function reasonText(
  { reason, told }: { readonly reason?: string; readonly told?: Telling },
  { language }: Settings,
): string | undefined {
  const { errors, documents, report } = vocabularyOf(language);
  if (told === undefined || errors === undefined || documents === undefined) return reason;
  return textOf(told, {
    sentence: (said, texts) => sentenceIn(documents.sentences, said, texts),
    warned: (warning) => report.warned(warning as Warning),
    told: (one) => retold(errors, one),
  });
}
