/** Parts of a document; a block that would be empty is left out. Words are said, and names stay as they are. */
import { type Phrase, said, say, type Saying, type Warned } from '../../words/phrase.js';
import type { Block, Cell, TableColumn, Fact, Form, TableRow, TableBlock } from './draft.js';

type Align = TableColumn['align'];

const columnOf =
  (align: Align) =>
  (heading: Saying): TableColumn => ({ heading: said(heading), align });
const columnsOf =
  (align: Align) =>
  (...headings: readonly Saying[]): TableColumn[] =>
    headings.map(columnOf(align));

export const left = /* @__PURE__ */ columnOf('left');
export const right = /* @__PURE__ */ columnOf('right');
export const decimal = /* @__PURE__ */ columnOf('decimal');
export const lefts = /* @__PURE__ */ columnsOf('left');
export const rights = /* @__PURE__ */ columnsOf('right');
export const decimals = /* @__PURE__ */ columnsOf('decimal');

/** A column whose heading is a name. */
export const leftNamed = (heading: string): TableColumn => ({ heading, align: 'left' });
export const rightNamed = (heading: string): TableColumn => ({ heading, align: 'right' });

/** A cell of words. */
export function words(text: Saying): Cell {
  return { text: said(text) };
}

/** A cell with a name, a number as text or a formula. */
export function verbatim(text: string): Cell {
  return { text };
}

/** A cell with the name of a variable or coefficient. */
export function variable(name: string): Cell {
  return { text: name, variable: true };
}

/** A cell without content. */
export const empty: Cell = { text: '' };

/** A number, shown by `format`. */
export function number(value: number, format: (value: number) => Phrase): Cell {
  return { text: format(value), value };
}

/** A number, or a dot if it does not exist. */
export function maybe(value: number | null | undefined, format: (value: number) => Phrase): Cell {
  return value === null || value === undefined ? missing : number(value, format);
}

const missing: Cell = { text: '.', value: NaN };

/** A number with its error in parentheses: `0.9454 (0.1430)`. */
export function withError(value: number, error: number, format: (value: number) => string) {
  return { text: `${format(value)} (${format(error)})`, value, error };
}

/** A label with its words, and the forms that show them. */
export type Entry = readonly [label: Saying, words: Phrase | undefined, forms?: readonly Form[]];

export function facts(entries: readonly Entry[]): Block[] {
  const known = entries.flatMap(([label, text, forms]): Fact[] =>
    text === undefined
      ? []
      : [{ label: said(label), words: text, ...(forms !== undefined && { forms }) }],
  );
  return known.length === 0 ? [] : [{ type: 'facts', facts: known }];
}

export function table(
  name: Saying,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableBlock[] {
  return rows.length === 0 ? [] : [{ type: 'table', name: said(name), columns, rows }];
}

export function text(...paragraphs: readonly Saying[]): Block[] {
  return paragraphs.length === 0 ? [] : [{ type: 'text', paragraphs: paragraphs.map(said) }];
}

/** Notes on the previous block. */
export function notes(lines: readonly Saying[]): Block[] {
  return lines.length === 0 ? [] : [{ type: 'notes', notes: lines.map(said) }];
}

/** How to read the previous block. */
export function legend(...lines: readonly Saying[]): Block[] {
  return lines.length === 0 ? [] : [{ type: 'notes', notes: lines.map(said), legend: true }];
}

/** Messages; warnings have their code in brackets. */
export function warnings(list: readonly (Warned | Saying)[]): Block[] {
  const messages = list.map((one) =>
    typeof one === 'object' && 'code' in one ? say('{} [{}]', one, String(one.code)) : said(one),
  );
  return messages.length === 0 ? [] : [{ type: 'warnings', warnings: messages }];
}
