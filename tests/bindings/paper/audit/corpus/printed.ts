/** The texts of a table, which a layout puts into lines. */
import type { Fit, Term } from './fit.js';
import type { Draw } from './numbers/draw.js';
import type { Study } from './studies/study.js';
import { type Below, starsOf, type Style } from './style.js';

/** Labels of statistics, in the order of the program; those without a label are not printed. */
export type Vocabulary = Readonly<Record<string, string>>;

export interface PrintedCell {
  readonly coef: string;
  readonly stars: string;
  /** With brackets. */
  readonly below: readonly string[];
}

export interface PrintedRow {
  readonly label: string;
  readonly cells: readonly (PrintedCell | undefined)[];
}

export type Line = readonly [label: string, ...texts: string[]];

export interface PrintedTable {
  readonly study: Study;
  readonly style: Style;
  readonly heads: readonly string[];
  readonly outcomes: readonly string[];
  readonly rows: readonly PrintedRow[];
  readonly words: readonly Line[];
  readonly stats: readonly Line[];
}

const closing = { '(': ')', '[': ']', '{': '}' } as const;

function belowText(
  term: Term,
  { quantity, bracket }: Below,
  { number, statistic, p, decimal }: Style,
): string {
  const separator = decimal === ',' ? '; ' : ', ';
  const text = {
    se: () => number(term.se),
    t: () => statistic(term.stat),
    z: () => statistic(term.stat),
    p: () => p(term.p),
    ci: () => `${number(term.low)}${separator}${number(term.high)}`,
  }[quantity]();
  return `${bracket}${text}${closing[bracket]}`;
}

function cellOf(term: Term, style: Style): PrintedCell {
  const hasStars = term.role === 'slope' || style.starsAll;
  return {
    coef: style.number(term.b),
    stars: hasStars ? starsOf(term.p, style.legend) : '',
    below: style.below.map((one) => belowText(term, one, style)),
  };
}

const counts = new Set([
  'n',
  'k',
  'units',
  'clusters',
  'instruments',
  'df1',
  'df2',
  'jDf',
  'order',
  'chi2Df',
]);

function statText(name: string, value: number | undefined, style: Style): string {
  if (value === undefined || Number.isNaN(value)) return '';
  if (counts.has(name)) return style.count(value);
  if (/P$/.test(name)) return style.p(value);
  return ['f', 'chi2', 'j', 'firstF', 'ar1', 'ar2', 'll', 'aic', 'bic'].includes(name)
    ? style.statistic(value)
    : style.number(value).replace(/^(-?)([.,])/, '$10$2');
}

/** Terms in the order of the columns, with the intercept and what follows it at the end. */
function namesOf(fits: readonly Fit[]): Term[] {
  const all = fits.flatMap(({ terms }) => terms);
  const first = all.filter((term, i) => all.findIndex(({ name }) => name === term.name) === i);
  const rank = { slope: 0, constant: 1, ancillary: 2 };
  return [...first].sort((a, b) => rank[a.role] - rank[b.role]);
}

export function printedTable(
  study: Study,
  style: Style,
  vocabulary: Vocabulary,
  draw: Draw,
): PrintedTable {
  const { fits, labels, stats: needed = [] } = study;
  const rows = namesOf(fits).map(({ name }): PrintedRow => ({
    label: labels[name] ?? vocabulary[name] ?? name,
    cells: fits.map(({ terms }) => {
      const term = terms.find((one) => one.name === name);
      return term === undefined ? undefined : cellOf(term, style);
    }),
  }));
  const labelsOfWords = [...new Set(fits.flatMap(({ words }) => Object.keys(words)))];
  const chosen = Object.entries(vocabulary).filter(([name]) => {
    const has = fits.some(({ stats }) => Number.isFinite(stats[name]));
    return has && (name === 'n' || needed.includes(name) || draw.chance(0.45));
  });
  return {
    study,
    style,
    rows,
    heads: fits.map(({ head }) => head),
    outcomes: fits.map(({ outcome }) => labels[outcome] ?? outcome),
    words: labelsOfWords.map((label): Line => [
      label,
      ...fits.map(({ words }) => words[label] ?? ''),
    ]),
    stats: chosen.map(([name, label]): Line => [
      label,
      ...fits.map(({ stats }) => statText(name, stats[name], style)),
    ]),
  };
}

/** Lines of coefficients with what is below them, one line each. */
export function lines(
  { rows }: PrintedTable,
  cell: (one: PrintedCell) => string,
  below: (text: string) => string = (text) => text,
): Line[] {
  return rows.flatMap(({ label, cells }): Line[] => {
    const nbelow = Math.max(...cells.map((one) => one?.below.length ?? 0));
    return [
      [label, ...cells.map((one) => (one === undefined ? '' : cell(one)))],
      ...Array.from({ length: nbelow }, (_, i): Line => [
        '',
        ...cells.map((one) => (one === undefined ? '' : below(one.below[i]!))),
      ]),
    ];
  });
}
