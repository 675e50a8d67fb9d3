/** Notes on differences between columns: the levels of intervals, weights and rows. */
import { whereOf } from '../../../../data/ledger.js';
import type { FitResult } from '../../../../results/fit.js';
import { count } from '../../../../words/text/counts.js';
import { percent } from '../../../../words/text/format.js';
import { entryOf } from '../../term-name.js';
import type { Settings } from '../settings.js';
import { capitalised } from './errors.js';
import { placedWords } from './templates.js';

/** The name of a column in notes: `(2)`, or `B(2)` in stacked panels. */
export interface NotedFit {
  readonly fit: FitResult;
  readonly tag: string;
  readonly head?: string | undefined;
}

/** Distinct texts, each with the columns that have it. */
export function grouped(
  fits: readonly NotedFit[],
  textOf: (noted: NotedFit) => string,
): [text: string, columns: string[]][] {
  const columns = new Map<string, string[]>();
  for (const noted of fits) {
    const text = textOf(noted);
    columns.set(text, [...(columns.get(text) ?? []), noted.tag]);
  }
  return [...columns];
}

type Interval = 'interval' | 'bootstrapInterval';

const levelOf = ({ level, bootstrap }: FitResult, word: Interval) =>
  word === 'interval' ? level : bootstrap?.level;

/** `95% confidence intervals`; without the level if a column has several. */
export function intervalWords(
  fits: readonly NotedFit[],
  word: Interval,
  { words, marked }: Settings,
): string {
  const levels = new Set(fits.flatMap(({ fit }) => levelOf(fit, word) ?? []));
  const [level] = levels;
  const what = words.below[word]!;
  return level === undefined || levels.size > 1
    ? what
    : words.levelled(marked(percent(level)), what);
}

/** `(1): 95% confidence intervals; (2): 90% confidence intervals`, if levels differ or headings do not show them. */
export function levelNotes(fits: readonly NotedFit[], settings: Settings): string[] {
  const { words, marked, cells, shape } = settings;
  return placedWords(cells).flatMap(({ word }) => {
    if (word !== 'interval' && word !== 'bootstrapInterval') return [];
    const byLevel = grouped(fits, ({ fit }) => {
      const level = levelOf(fit, word);
      return level === undefined ? '' : words.levelled(marked(percent(level)), words.below[word]!);
    }).filter(([text]) => text !== '');
    const isSaid = byLevel.length < 2 && shape !== 'columns';
    return isSaid ? [] : [byColumns(byLevel, fits.length, settings)];
  });
}

/** `(2): weighted by pop (analytic weights)`; columns without weights are not named. */
export function weightNotes(fits: readonly NotedFit[], settings: Settings): string[] {
  const { words, labels } = settings;
  const byWeights = grouped(fits, ({ fit: { weights } }) =>
    weights === undefined
      ? ''
      : words.weighted(entryOf(labels, weights.column) ?? weights.column, weights.type),
  ).filter(([text]) => text !== '');
  return byWeights.length === 0 ? [] : [byColumns(byWeights, fits.length, settings)];
}

/** The filters of columns, if they are not all the same, and the columns with fewer rows. */
export function sampleNotes(
  fits: readonly NotedFit[],
  settings: Settings,
  showsSplit: boolean,
): string[] {
  const filters = showsSplit ? [] : grouped(fits, filterOf);
  const filtered = filters.filter(([where]) => where !== '');
  const rows = filtered.map(
    ([where, columns]) => [settings.words.rowsWith(where), columns] as [string, string[]],
  );
  return [
    ...(filters.length > 1 ? [byColumns(rows, fits.length, settings)] : []),
    ...sizeNotes(fits, settings),
  ];
}

/** The filter of a column, without its group if the heading names that. */
function filterOf({ fit, head }: NotedFit): string {
  const where = whereOf(fit.sample.lost) ?? '';
  const [, rest = '', value] = /^(?:\((.*)\) && )?`[^`]*` == (.+)$/s.exec(where) ?? [];
  const plain = value?.replace(/^(["'])(.*)\1$/s, '$2');
  return plain !== undefined && plain === head ? rest : where;
}

function sizeNotes(fits: readonly NotedFit[], { words, marked }: Settings): string[] {
  const sizes = fits.map(({ fit }) => fit.nobs).filter((n) => !Number.isNaN(n));
  if (sizes.length === 0) return [];
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (fewest === most) return [];
  const fewer = fits.filter(({ fit }) => fit.nobs < most).map(({ tag }) => tag);
  const range = [marked(count(fewest)), marked(count(most))] as const;
  return [words.samples(...range, fewer.join(words.comma)) + words.end];
}

/** The texts, each with its columns unless all columns have it. */
function byColumns(
  texts: readonly (readonly [text: string, columns: readonly string[]])[],
  ncolumns: number,
  { words }: Settings,
): string {
  const parts = texts.map(([text, columns]) =>
    columns.length === ncolumns ? capitalised(text) : words.column(columns.join(words.comma), text),
  );
  return parts.join(words.semicolon) + words.end;
}
