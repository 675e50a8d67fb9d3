/** What a table says about itself below its last rule. */
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { bracketsOf } from './below.js';
import type { Settings } from '../settings.js';
import { count } from '../../format.js';
import type { Words } from '../words.js';

/** The notes: `auto` means those on errors, bootstraps and stars; warnings of the models always come last. */
export function tableNotes(
  fits: readonly FitResult[],
  notes: readonly string[],
  settings: Settings,
): string[] {
  const automatic = () => [
    ...errorNotes(fits, settings),
    ...bootstrapNotes(fits, settings),
    ...starNotes(settings),
  ];
  return [
    ...notes.flatMap((note) => (note === 'auto' ? automatic() : [note])),
    ...warningNotes(fits, settings),
  ];
}

/** The notes of a table that is not of models: `auto` means what stars mean. Its warnings always come last. */
export function resultNotes(
  notes: readonly string[] = ['auto'],
  warnings: readonly Warning[],
  settings: Settings,
): string[] {
  return [
    ...notes.flatMap((note) => (note === 'auto' ? starNotes(settings) : [note])),
    ...warnings.map(({ message }) => `${settings.words.warning}: ${message}`),
  ];
}

/** `Standard errors in parentheses, clustered by id.`; by columns where they differ. */
function errorNotes(fits: readonly FitResult[], settings: Settings): string[] {
  const { words, below, language } = settings;
  const kinds = below.map((kind) => {
    const where = bracketsOf(kind) === '()' ? words.inParentheses : words.inBrackets;
    return language === 'zh' ? `${where}${words.below[kind]}` : `${words.below[kind]} ${where}`;
  });
  const byColumn = grouped(fits.map((fit) => errorWords(fit, settings)));
  const errors = byColumn.map(([text, columns]) =>
    byColumn.length === 1 ? text : words.column(columnNumbers(columns), text),
  );
  const first = capitalised(kinds.join(words.comma));
  const joiner = language === 'zh' ? '；' : '; ';
  return [[first, ...errors].join(joiner) + words.end];
}

function errorWords(fit: FitResult, { words, labels }: Settings): string {
  const { type } = fit.vcov;
  const kind = words.errors[type] ?? type;
  const columns = clusterColumns(fit, words);
  if (columns.length === 0) return kind;
  const by = words.clustered(columns.map((name) => labels[name] ?? name).join(' × '));
  const isNamed = type !== 'cluster' && type !== 'robust' && !type.startsWith('CV');
  return isNamed ? `${kind}${words.comma}${by}` : by;
}

/** What errors are clustered by: robust errors of dynamic panels by units, unless columns are named. */
function clusterColumns({ estimator, vcov }: FitResult, words: Words): string[] {
  const { type, clusters } = vcov;
  if (clusters !== undefined) return clusters.map(({ column }) => column);
  return estimator === 'dpd' && type !== 'unadjusted' ? [words.unit] : [];
}

function bootstrapNotes(fits: readonly FitResult[], { words }: Settings): string[] {
  const bootstraps = grouped(
    fits.map(({ bootstrap }) =>
      bootstrap === undefined
        ? ''
        : words.bootstrap(bootstrap.scheme, count(bootstrap.completed), String(bootstrap.seed)),
    ),
  ).filter(([text]) => text !== '');
  return bootstraps.map(([text, columns]) =>
    columns.length === fits.length
      ? text + words.end
      : words.column(columnNumbers(columns), text) + words.end,
  );
}

/** What the stars mean; nothing without stars. */
export function starNotes({ stars, words }: Settings): string[] {
  const entries = Object.entries(stars).sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return [];
  return [words.stars(entries.map(([text, level]) => [text, String(level)])) + words.end];
}

/** A warning of a model never vanishes from its table. */
function warningNotes(fits: readonly FitResult[], { words }: Settings): string[] {
  const messages = fits.flatMap(({ warnings, bootstrap }, j) =>
    [...warnings, ...(bootstrap?.warnings ?? [])].map(({ message }) => ({
      message,
      column: j + 1,
    })),
  );
  const columns = new Map<string, number[]>();
  for (const { message, column } of messages) {
    columns.set(message, [...new Set([...(columns.get(message) ?? []), column])]);
  }
  return [...columns].map(([message, numbers]) =>
    words.column(`${words.warning} ${columnNumbers(numbers)}`, message),
  );
}

/** Equal texts with the numbers of their columns. */
function grouped(texts: readonly string[]): [text: string, columns: number[]][] {
  const columns = new Map<string, number[]>();
  for (const [j, text] of texts.entries()) columns.set(text, [...(columns.get(text) ?? []), j + 1]);
  return [...columns];
}

const columnNumbers = (columns: readonly number[]) => columns.map((j) => `(${j})`).join(', ');

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
