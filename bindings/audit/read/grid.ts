/** A table as a grid of texts, before its rows and columns are understood. */
export interface Grid {
  readonly table: string;
  /** All rows as long as the longest; a cell over several columns stands in each of them. */
  readonly rows: readonly (readonly string[])[];
  /** Number of rows that are headings where the file says so. */
  readonly nheads?: number | undefined;
  /** Title and notes of the table. */
  readonly notes: string;
}

/** One cell of a row that may stand over several columns. */
export interface Spanning {
  readonly text: string;
  readonly columns: number;
}

/** Repeats cells over the columns that they span, and pads short rows. */
export function spread(rows: readonly (readonly Spanning[])[]): string[][] {
  const full = rows.map((row) =>
    row.flatMap(({ text, columns }) => Array<string>(columns).fill(text)),
  );
  const width = Math.max(0, ...full.map(({ length }) => length));
  return full.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** Text without repeated spaces and invisible characters. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
