/** Parts of a document; a block that would be empty is left out. */
import type { Warning } from '../../results/common.js';
import type { Block, Cell, TableColumn, Fact, Form, TableRow, TableBlock } from './document.js';

export const left = (heading: string): TableColumn => ({ heading, align: 'left' });
export const right = (heading: string): TableColumn => ({ heading, align: 'right' });
export const decimal = (heading: string): TableColumn => ({ heading, align: 'decimal' });

/** A cell of words. */
export function words(text: string): Cell {
  return { text };
}

/** A cell with the name of a variable or coefficient. */
export function variable(name: string): Cell {
  return { text: name, variable: true };
}

/** A cell without content. */
export const empty: Cell = { text: '' };

/** A number, shown by `format`. */
export function number(value: number, format: (value: number) => string): Cell {
  return { text: format(value), value };
}

/** A number, or a dot if it does not exist. */
export function maybe(value: number | null | undefined, format: (value: number) => string): Cell {
  return value === null || value === undefined ? missing : number(value, format);
}

const missing: Cell = { text: '.', value: NaN };

/** A number with its error in parentheses: `0.9454 (0.1430)`. */
export function withError(value: number, error: number, format: (value: number) => string): Cell {
  return { text: `${format(value)} (${format(error)})`, value, error };
}

export function row(...cells: readonly Cell[]): TableRow {
  return { cells };
}

/** A label with its words, and the forms that show them. */
export type Entry = readonly [label: string, words: string | undefined, forms?: readonly Form[]];

export function facts(entries: readonly Entry[]): Block[] {
  const known = entries.flatMap(([label, text, forms]): Fact[] =>
    text === undefined ? [] : [{ label, words: text, ...(forms !== undefined && { forms }) }],
  );
  return known.length === 0 ? [] : [{ type: 'facts', facts: known }];
}

export function table(
  name: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableBlock[] {
  return rows.length === 0 ? [] : [{ type: 'table', name, columns, rows }];
}

export function text(...paragraphs: readonly string[]): Block[] {
  return paragraphs.length === 0 ? [] : [{ type: 'text', paragraphs }];
}

/** Notes on the previous block. */
export function notes(lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [{ type: 'notes', notes: lines }];
}

/** How to read the previous block. */
export function legend(...lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [{ type: 'notes', notes: lines, legend: true }];
}

/** Messages; warnings have their code in brackets. */
export function warnings(list: readonly (Warning | string)[]): Block[] {
  const messages = list.map((one) =>
    typeof one === 'string' ? one : `${one.message} [${one.code}]`,
  );
  return messages.length === 0 ? [] : [{ type: 'warnings', warnings: messages }];
}
