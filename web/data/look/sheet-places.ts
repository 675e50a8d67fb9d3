/** Places in a sheet, and how keys move between them. */

/** Row -1 has the names of the columns. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Number of rows and columns, of the sheet or of the part in view. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const between = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** The place where a key leads, with Control for the ends of the sheet; undefined for other keys. */
export function moved(
  { row, column }: Place,
  key: string,
  isFar: boolean,
  all: Extent,
  view: Extent,
): Place | undefined {
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: isFar ? -1 : row - 1, column },
    ArrowDown: { row: isFar ? all.rows : row + 1, column },
    ArrowLeft: { row, column: isFar ? 0 : column - 1 },
    ArrowRight: { row, column: isFar ? all.columns : column + 1 },
    PageUp: { row: row - view.rows, column },
    PageDown: { row: row + view.rows, column },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? all.rows : row, column: all.columns },
  };
  const next = steps[key];
  return next && inside(next, { row: -1, column: 0 }, all);
}

/** The nearest place within an extent that begins at `first`. */
export function inside({ row, column }: Place, first: Place, { rows, columns }: Extent): Place {
  return {
    row: between(row, first.row, first.row + rows - 1),
    column: between(column, first.column, first.column + columns - 1),
  };
}

/** The first place in view, moved as little as needed to show a place. */
export function showing(place: Place, first: Place, view: Extent): Place {
  const row = place.row < 0 ? first.row : place.row;
  return {
    row: between(first.row, row - view.rows + 1, row),
    column: between(first.column, place.column - view.columns + 1, place.column),
  };
}
