/** A table as a grid of texts, before its rows and columns are understood. */
import { InputError } from '../../../../core/errors/errors.js';
import { wideTable } from '../../../../words/errors/paper/audits.js';

/** A printed table. */
export interface Grid {
  readonly table: string;
  /** All rows are as long as the longest; a cell that spans several columns is repeated in each. */
  readonly rows: readonly (readonly string[])[];
  /** Number of heading rows, if the file says so. */
  readonly nheads?: number | undefined;
  readonly title?: string | undefined;
  readonly label?: string | undefined;
  /** Title and notes of the table. */
  readonly notes: string;
  /** What is printed above the coefficients, by label. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** One cell of a row that may stand over several columns, and over several rows. */
export interface Spanning {
  readonly text: string;
  readonly columns: number;
  readonly rows?: number;
}

/** Maximum rows and columns of a table: rules compare rows with rows and columns with columns. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 500;

/**
 * Repeats cells over the columns that they span, leaves the rows below them empty, and pads short rows.
 *
 * @throws InputError `bad-value` for more than 5000 rows or 500 columns
 */
export function spread(rows: readonly (readonly Spanning[])[]): string[][] {
  checkSize(rows.length, 0);
  const covered: number[] = [];
  const full = rows.map((row) => spreadRow(row, covered));
  const width = full.reduce((most, { length }) => Math.max(most, length), 0);
  return full.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** `covered` counts the rows below in which a column is taken by a cell from above. */
function spreadRow(row: readonly Spanning[], covered: number[]): string[] {
  const texts: string[] = [];
  const skip = () => {
    for (; (covered[texts.length] ?? 0) > 0; texts.push('')) covered[texts.length]!--;
  };
  for (const { text, columns, rows = 1 } of row) {
    skip();
    const end = texts.length + columns;
    if (text !== '') checkSize(0, end);
    for (let i = 0; i < columns; i++) {
      covered[texts.length] = rows - 1;
      texts.push(text);
    }
  }
  skip();
  return texts;
}

/** @throws as `spread` */
export function checkSize(rows: number, columns: number): void {
  if (rows > MOST_ROWS) throw tooLarge('rows', MOST_ROWS, rows);
  if (columns > MOST_COLUMNS) throw tooLarge('columns', MOST_COLUMNS, columns);
}

function tooLarge(of: 'rows' | 'columns', most: number, count: number): InputError {
  return new InputError(wideTable({ of, most, found: count }), 'check');
}

/** The letters of ligatures, in the order of their codes. */
export const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl'];

/** Text without repeated spaces and invisible characters. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
