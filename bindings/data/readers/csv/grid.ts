/** Rows of a text table as positions in the text, so that no string is made for a numeric cell. */

import type { Styles } from '../../cells/styles.js';

/** Marks of a cell: plain, quoted, or quoted with doubled quotes inside. */
export const [PLAIN, QUOTED, DOUBLED] = [0, 1, 2] as const;

export interface Grid {
  readonly text: string;
  readonly nrows: number;
  /** Cells of each row. */
  readonly width: number;
  /** Start and end of each cell without its quotes, row by row. */
  readonly bounds: Int32Array;
  /** The mark of each cell. */
  readonly marks: Uint8Array;
  /** The line of the file in which each row starts. */
  readonly lines: Int32Array;
  /** The place in the text after the rows. */
  readonly end: number;
  /**
   * Writes the doubles of a column to `values`, NaN for cells that are not plain numbers or that a double may change,
   * and records in `styles` how they are written. Returns the number of NaN.
   */
  numbers(column: number, values: Float64Array, styles: Styles): number;
  /**
   * A key of four words per cell of a column. The last word is negative for long cells; otherwise different cells have
   * different keys. Valid until the next call. Absent if the cells may have quotes.
   */
  keys?(column: number): Int32Array;
}

/** Where the cells of rows are. */
export type Cells = Omit<Grid, 'numbers' | 'keys'>;

/** The text of a cell. */
export function cellText(
  { text, bounds, marks }: Pick<Grid, 'text' | 'bounds' | 'marks'>,
  cell: number,
): string {
  const written = text.slice(bounds[2 * cell], bounds[2 * cell + 1]);
  return marks[cell] === DOUBLED ? written.replaceAll('""', '"') : written;
}
