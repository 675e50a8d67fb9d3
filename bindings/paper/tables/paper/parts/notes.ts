/** The notes below a table. */
import { vocabularyOf } from '../../../../words/languages/index.js';
import { retold, type Told } from '../../../../words/told.js';
import type { Warning } from '../../../../results/common.js';
import { count } from '../../../../words/text/counts.js';
import type { Settings } from '../settings.js';
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

/** The notes: `auto` means those on errors, levels, bootstraps, weights, samples and stars; warnings of the models always come last. */
export function tableNotes(
  fits: readonly NotedFit[],
  notes: readonly string[],
  settings: Settings,
  showsSplit = false,
): string[] {
  const automatic = () => [
    ...errorNotes(fits, settings),
    ...levelNotes(fits, settings),
    ...bootstrapNotes(fits, settings),
    ...weightNotes(fits, settings),
    ...sampleNotes(fits, settings, showsSplit),
    ...starNotes(settings),
  ];
  return named(
    [
      ...notes.flatMap((note) => (note === 'auto' ? automatic() : [note])),
      ...warningNotes(fits, settings),
    ],
    settings,
  );
}

/** The notes of a table that is not of models: `auto` means what stars mean. Its warnings always come last. */
export function resultNotes(
  notes: readonly string[] = ['auto'],
  warnings: readonly Warning[],
  settings: Settings,
): string[] {
  return named(
    [
      ...notes.flatMap((note) => (note === 'auto' ? starNotes(settings) : [note])),
      ...warnings.map((warning) =>
        settings.words.column(settings.words.warning, warningSentence(warning, settings)),
      ),
    ],
    settings,
  );
}

/** The notes; the first starts with the word for notes if the style requires it. */
function named([first, ...others]: readonly string[], { rules, words }: Settings): string[] {
  if (first === undefined) return [];
  return [rules.namesNotes ? words.notes + first : first, ...others];
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

/** What the stars mean; nothing without stars. */
function starNotes({ stars, words, marked }: Settings): string[] {
  const entries = Object.entries(stars).sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return [];
  return [words.stars(entries.map(([text, level]) => [text, marked(String(level))])) + words.end];
}

/** Model warnings as notes, so that none is lost in a table. */
function warningNotes(fits: readonly NotedFit[], settings: Settings): string[] {
  const { words } = settings;
  const columns = new Map<string, string[]>();
  for (const { fit, tag } of fits) {
    for (const warning of [...fit.warnings, ...(fit.bootstrap?.warnings ?? [])]) {
      const message = warningSentence(warning, settings);
      columns.set(message, [...new Set([...(columns.get(message) ?? []), tag])]);
    }
  }
  return [...columns].map(([message, tags]) =>
    words.column(`${words.warning} ${tags.join(words.comma)}`, message),
  );
}

/** Why a number is missing, in the language of the table. */
export function reasonText(
  { reason, told }: { readonly reason?: string; readonly told?: Told },
  { language }: Settings,
): string | undefined {
  const { errors } = vocabularyOf(language);
  return told === undefined || errors === undefined ? reason : retold(errors, told);
}

/** A warning as a note, with a full stop. */
export function warningSentence(warning: Warning, { words }: Settings): string {
  const message = words.warned(warning);
  return /[.。]$/.test(message) ? message : message + words.end;
}
