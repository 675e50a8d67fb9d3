/** Right tables with one number changed, so that the numbers cannot belong together. */
import { drawer } from '../numbers/draw.js';
import { type PrintedCell, type PrintedTable, printedTable } from '../printed.js';
import { layouts, notesIn } from '../corpus.js';
import type { Study } from '../studies/study.js';
import { type Below, inParentheses, type Style, withoutMinusZero } from '../style.js';

export interface Planted {
  /** What is wrong. */
  readonly what: string;
  readonly layout: string;
  readonly right: string | Uint8Array;
  readonly wrong: string | Uint8Array;
}

const write = (digits: number) => (value: number) => withoutMinusZero(value.toFixed(digits));

export function fixedStyle(
  below: readonly Below[] = [inParentheses('se')],
  more: Partial<Style> = {},
): Style {
  return {
    below,
    legend: { '***': 0.01, '**': 0.05, '*': 0.1 },
    decimal: '.',
    starsAll: true,
    number: write(3),
    statistic: write(2),
    p: write(3),
    count: String,
    ...more,
  };
}

type Change = (table: PrintedTable) => PrintedTable;

export function plant(
  what: string,
  layoutName: string,
  study: Study,
  change: Change,
  style: Style = fixedStyle(),
): Planted {
  const layout = layouts.find(({ name }) => name === layoutName)!;
  const render = (of: Change) => {
    const draw = drawer(4000);
    const table = of(
      printedTable(
        { ...study, stats: Object.keys(layout.vocabulary) },
        style,
        layout.vocabulary,
        draw,
      ),
    );
    const notes = notesIn(layout, style, study, drawer(5));
    return layout.render({ table, notes, draw });
  };
  return { what, layout: layoutName, right: render((table) => table), wrong: render(change) };
}

/** Changes the cell of a term in a column, counted from zero. */
export function cell(
  row: number,
  column: number,
  change: (one: PrintedCell) => Partial<PrintedCell>,
): Change {
  return (table) => ({
    ...table,
    rows: table.rows.map((line, i) =>
      i !== row
        ? line
        : {
            ...line,
            cells: line.cells.map((one, j) =>
              j !== column || one === undefined ? one : { ...one, ...change(one) },
            ),
          },
    ),
  });
}

export const stars = (text: string) => () => ({ stars: text });

/** Replaces one of the texts below a coefficient, within its brackets. */
export function under(index: number, change: (inside: string) => string) {
  return ({ below }: PrintedCell): Partial<PrintedCell> => ({
    below: below.map((text, i) =>
      i === index ? `${text.charAt(0)}${change(text.slice(1, -1))}${text.slice(-1)}` : text,
    ),
  });
}

/** Replaces a statistic by its label in the layout. */
export function stat(pattern: RegExp, column: number, change: (text: string) => string): Change {
  return (table) => {
    if (!table.stats.some(([label]) => pattern.test(label)))
      throw new Error(`no statistic ${pattern.source}`);
    return {
      ...table,
      stats: table.stats.map(([label, ...texts]) =>
        pattern.test(label)
          ? [label, ...texts.map((text, i) => (i === column ? change(text) : text))]
          : [label, ...texts],
      ),
    };
  };
}

export const shifted = (by: number) => (text: string) =>
  (Number(text) + by).toFixed((text.split('.')[1] ?? '').length);
