/** The rows of a table. */
import { badArgument } from '../../../core/arguments.js';
import type { FitResult } from '../../../results/fit.js';
import { belowEstimate } from './below.js';
import { type Settings, starsFor } from '../settings.js';
import { count } from '../../format.js';
import { shown } from '../shown.js';
import type { RowValues, TableSpec } from '../spec.js';
import { shownStatistic, statisticLabel, statisticOf } from './statistics.js';
import type { PaperCell, PaperRow } from '../table.js';
import { termLabel } from './terms.js';
import type { Words } from '../words.js';

type Fits = readonly FitResult[];

const rule: PaperRow = { label: '', kind: 'rule', cells: [] };

/** The rows, and a rule before them if there are any. */
export function ruled(rows: readonly PaperRow[]): PaperRow[] {
  return rows.length === 0 ? [] : [rule, ...rows];
}

/** The estimate of a term in each model, and the lines below it. */
export function termRows(fits: Fits, term: string, settings: Settings): PaperRow[] {
  const { digits, below, stars } = settings;
  const estimates = fits.map((fit, j): PaperCell => {
    const value = fit.params[term];
    const column = j + 1;
    if (value === undefined) return { text: '', name: term, column };
    const mark = starsFor(fit.pValues[term], stars);
    const text = shown(value, digits.estimate) + mark;
    return { text, value, stars: mark, name: term, statistic: 'estimate', column };
  });
  const lines = below.map((kind): PaperRow => ({
    label: '',
    kind: 'below',
    cells: fits.map((fit, j): PaperCell => {
      const shownBelow = belowEstimate(kind, fit, term, digits.error);
      return { text: '', ...shownBelow, name: term, statistic: kind, column: j + 1 };
    }),
  }));
  return [{ label: termLabel(term, settings), kind: 'estimate', cells: estimates }, ...lines];
}

/** A row that says yes for each model with at least one of the terms, and no for the others. */
export function foldedRow(
  fits: Fits,
  label: string,
  terms: readonly string[],
  { words }: Settings,
): PaperRow {
  const has = ({ params }: FitResult) => terms.some((term) => Object.hasOwn(params, term));
  return textRow(
    label,
    fits.map((fit) => (has(fit) ? words.yes : words.no)),
  );
}

/** Rows of words: absorbed effects and clusters by themselves, others as given. */
export function wordRows(fits: Fits, rows: TableSpec['rows'] = {}, settings: Settings): PaperRow[] {
  const known: Readonly<Record<string, (fits: Fits, settings: Settings) => PaperRow[]>> = {
    fixedEffects: effectRows,
    clusters: clusterRows,
  };
  return Object.entries(rows).flatMap(([label, values]) => {
    if (typeof values !== 'boolean') return [givenRow(fits, label, values, settings)];
    const make = Object.hasOwn(known, label) ? known[label] : undefined;
    if (make === undefined) {
      throw badArgument('table', `rows.${label}`, 'a list with a cell for each column', values);
    }
    return values ? make(fits, settings) : [];
  });
}

function givenRow(fits: Fits, label: string, values: RowValues, { words }: Settings): PaperRow {
  if (values.length !== fits.length) {
    const expected = `${fits.length} cells, one for each column`;
    throw badArgument('table', `rows.${label}`, expected, values.length);
  }
  return textRow(
    label,
    values.map((value) => cellWord(value, words)),
  );
}

/** Yes and no in the language of the table: `true`, `false`, and the words that YAML reads as text. */
function cellWord(value: string | number | boolean, { yes, no }: Words): string {
  if (value === true || /^yes$/i.test(String(value))) return yes;
  if (value === false || /^no$/i.test(String(value))) return no;
  return String(value);
}

function effectRows(fits: Fits, { labels, words }: Settings): PaperRow[] {
  const names = new Set(fits.flatMap(({ absorbed = [] }) => absorbed.map(({ name }) => name)));
  return [...names].map((name) => {
    const has = ({ absorbed = [] }: FitResult) => absorbed.some((effect) => effect.name === name);
    const cells = fits.map((fit) => (has(fit) ? words.yes : words.no));
    return textRow(words.effects(labels[name] ?? name), cells);
  });
}

function clusterRows(fits: Fits, { labels, words }: Settings): PaperRow[] {
  const columns = new Set(
    fits.flatMap(({ vcov: { clusters = [] } }) => clusters.map(({ column }) => column)),
  );
  return [...columns].map((name) => {
    const cells = fits.map(({ vcov: { clusters = [] } }) => {
      const cluster = clusters.find(({ column }) => column === name);
      return cluster === undefined ? '' : count(cluster.count);
    });
    return textRow(words.clusters(labels[name] ?? name), cells);
  });
}

function textRow(label: string, texts: readonly string[]): PaperRow {
  return { label, kind: 'text', cells: texts.map((text, j) => ({ text, column: j + 1 })) };
}

export function statisticRow(fits: Fits, path: string, settings: Settings): PaperRow {
  const { labels, words, digits } = settings;
  const cells = fits.map((fit, j): PaperCell => {
    const value = statisticOf(fit, path);
    const place = { name: path, statistic: path, column: j + 1 };
    if (value === undefined) return { text: '', ...place };
    return { text: shownStatistic(path, value, digits.stats), value, ...place };
  });
  return { label: statisticLabel(path, labels, words), kind: 'stat', cells };
}
