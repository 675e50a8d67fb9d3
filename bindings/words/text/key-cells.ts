/** Values of key columns in a row. */

export interface KeyCell {
  readonly column: string;
  /** Undefined if it is missing. */
  readonly value: string | undefined;
}

/** `id 3, year 1980`. */
export function keyText(cells: readonly KeyCell[]): string {
  return cells.map(({ column, value = 'missing' }) => `${column} ${value}`).join(', ');
}
