/** The rows of a table. */
import { badArgument } from '../../../../core/arguments/arguments.js';
import type { FitResult } from '../../../../results/fit.js';
import { count } from '../../../../words/text/counts.js';
import { distinctTerms, entryOf, termEntry, termKeyOf } from '../../term-name.js';
import { rowDigits, type Settings, starsFor, termDigits } from '../settings.js';
import type { RowValues, TableSpec } from '../spec.js';
import type { PaperCell, PaperRow } from '../table.js';
import type { TableWords } from '../../../../words/en/tables.js';
import { shortErrorWords, shortTitle } from './errors.js';
import { statisticInRow } from './one-meaning.js';
import { shownStatistic, statisticLabel } from './statistics.js';
import { type CellTemplate, filled, type Shown } from './templates.js';
import { isIndicator, termLabel } from './terms.js';
import { cellPerColumn, cellsForColumns } from '../../../../words/expectations/paper/tables.js';

type Fits = readonly FitResult[];

export const rule: PaperRow = { label: '', kind: 'rule', cells: [] };

/** The lines of a term, which may have another name in each model: the first line has its label. */
export function termRows(
  fits: readonly Shown[],
  terms: readonly string[],
  settings: Settings,
): PaperRow[] {
  return settings.cells.map((template, line): PaperRow => {
    const cells = fits.map((fit, j) =>
      termCell(template, [fit, terms[j]!], settings, [line, j + 1]),
    );
    return line === 0
      ? { label: termLabel(terms[0]!, settings), kind: 'estimate', cells }
      : { label: '', kind: 'below', cells };
  });
}

function termCell(
  template: CellTemplate,
  [fit, term]: readonly [Shown, string],
  { digits, stars, words }: Settings,
  [line, column]: readonly [line: number, column: number],
): PaperCell {
  const cell = filled(
    template,
    [fit, term],
    termDigits(digits, term),
    starsFor(termEntry(fit.pValues, term), stars),
  );
  if (cell !== undefined) return { ...cell, name: term, column };
  const isOmitted = fit.omitted?.some(({ name }) => name === term) === true;
  return { text: isOmitted && line === 0 ? words.omitted : '', name: term, column };
}

/** A row with yes for each model that has at least one of the terms, and no for the others. */
export function foldedRow(
  fits: Fits,
  label: string,
  terms: readonly string[],
  { words }: Settings,
): PaperRow {
  const has = ({ params }: FitResult) =>
    terms.some((term) => termEntry(params, term) !== undefined);
  return textRow(
    label,
    fits.map((fit) => yesIf(has(fit), fit.reported === undefined, words)),
  );
}

/** Yes or no; nothing about a model of another program, which may have more terms than it wrote. */
function yesIf(isTrue: boolean, isKnown: boolean, { yes, no }: TableWords): string {
  if (isTrue) return yes;
  return isKnown ? no : '';
}

/** A row with yes for each model that has indicators of one of the columns, or absorbs it. */
export function indicatorRow(
  fits: Fits,
  label: string,
  columns: readonly string[],
  { words }: Settings,
): PaperRow {
  const has = ({ params, absorbed = [] }: FitResult) =>
    Object.keys(params).some((term) => columns.some((column) => isIndicator(term, column))) ||
    absorbed.some(({ name }) => columns.includes(name));
  return textRow(
    label,
    fits.map((fit) => yesIf(has(fit), fit.reported === undefined, words)),
  );
}

/** Rows that are filled in from the models, by key. */
const known: Readonly<
  Record<string, (fits: Fits, settings: Settings, sizes: boolean) => PaperRow[]>
> = {
  fixedEffects: effectRows,
  clusters: clusterRows,
  estimator: (fits, settings) => [
    textRow(
      settings.words.estimatorRow,
      fits.map((fit) => shortTitle(fit, settings)),
    ),
  ],
  vcov: (fits, settings) => [
    textRow(
      settings.words.errorRow,
      fits.map((fit) => shortErrorWords(fit, settings)),
    ),
  ],
};

/** Rows of words: effects, clusters and errors from the models, others as given. */
export function wordRows(fits: Fits, rows: TableSpec['rows'] = {}, settings: Settings): PaperRow[] {
  return Object.entries(rows).flatMap(([label, values]) => {
    if (typeof values === 'object') {
      return Array.isArray(values) ? [givenRow(fits, label, values as RowValues, settings)] : [];
    }
    const make = entryOf(known, label);
    if (make === undefined || (values === 'sizes' && label !== 'fixedEffects')) {
      throw badArgument('table', `rows.${label}`, cellPerColumn(), values);
    }
    return values === false ? [] : make(fits, settings, values === 'sizes');
  });
}

/** @throws InputError `bad-value` if the number of cells is not the number of columns */
export function givenRow(
  fits: Fits,
  label: string,
  values: RowValues,
  { words, labels }: Settings,
): PaperRow {
  if (values.length !== fits.length) {
    const expected = cellsForColumns({ n: fits.length });
    throw badArgument('table', `rows.${label}`, expected, values.length);
  }
  return textRow(
    entryOf(labels, label) ?? label,
    values.map((value) => cellWord(value, words)),
  );
}

/** Yes and no in the language of the table: `true`, `false`, and the words that YAML reads as text. */
function cellWord(value: string | number | boolean, { yes, no }: TableWords): string {
  if (value === true || /^yes$/i.test(String(value))) return yes;
  if (value === false || /^no$/i.test(String(value))) return no;
  return String(value);
}

function effectRows(fits: Fits, { labels, words, marked }: Settings, sizes: boolean): PaperRow[] {
  const names = distinctTerms(
    fits.flatMap(({ absorbed = [] }) => absorbed.map(({ name }) => name)),
  );
  return names.map((name) => {
    const cells = fits.map(({ absorbed = [] }, j) => {
      const effect = absorbed.find(
        (absorbedEffect) => termKeyOf(absorbedEffect.name) === termKeyOf(name),
      );
      if (effect === undefined) return otherEffects(fits[j]!, name, words);
      const isSized = sizes && !Number.isNaN(effect.levels);
      return isSized ? words.sized(words.yes, marked(count(effect.levels))) : words.yes;
    });
    return textRow(words.effects(entryOf(labels, name) ?? name), cells);
  });
}

/** What a model that does not absorb an effect does with it: dummies, a transformation, instruments, or nothing. */
function otherEffects(fit: FitResult, name: string, words: TableWords): string {
  const { params, unitEffects, absorbed, reported } = fit;
  const effect = termKeyOf(name);
  if (unitEffects !== undefined && termKeyOf(unitEffects.unit) === effect) {
    return words.unitEffects[unitEffects.treatment];
  }
  const hasDummies = Object.keys(params).some(
    (term) =>
      term.includes('=') && !term.includes(':') && termKeyOf(term.split('=')[0]!) === effect,
  );
  return yesIf(hasDummies, reported === undefined || absorbed !== undefined, words);
}

function clusterRows(fits: Fits, { labels, words }: Settings): PaperRow[] {
  const columns = new Set(
    fits.flatMap(({ vcov: { clusters = [] } }) => clusters.map(({ column }) => column)),
  );
  return [...columns].map((name) => {
    const cells = fits.map(({ vcov: { clusters = [] } }, j): PaperCell => {
      const cluster = clusters.find(({ column }) => column === name);
      if (cluster === undefined) return { text: '', column: j + 1 };
      const { count: value } = cluster;
      return { text: count(value), value, name, statistic: 'clusters', column: j + 1 };
    });
    return { label: words.clusters(entryOf(labels, name) ?? name), kind: 'text', cells };
  });
}

function textRow(label: string, texts: readonly string[]): PaperRow {
  return { label, kind: 'text', cells: texts.map((text, j) => ({ text, column: j + 1 })) };
}

export function statisticRow(fits: Fits, path: string, settings: Settings): PaperRow {
  const { labels, words } = settings;
  const cells = fits.map((fit, j): PaperCell => {
    const value = statisticInRow(fit, path);
    const place = { name: path, statistic: path, column: j + 1 };
    if (value === undefined) return { text: '', ...place };
    return { text: shownStatistic(path, value, rowDigits(settings, path)), value, ...place };
  });
  return { label: statisticLabel(path, labels, words), kind: 'stat', cells };
}
