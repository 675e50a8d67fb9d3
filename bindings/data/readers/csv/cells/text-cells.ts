/** The cells of a column as texts, to be typed when all are there. */

export class TextCells {
  readonly values: string[] = [];
  /** Rows whose cell has only spaces, or nothing, between its quotes. */
  readonly quotedBlanks = new Set<number>();

  /** Adds cell `j` of each row. */
  add(
    rows: readonly (readonly string[])[],
    j: number,
    quoted: readonly (readonly boolean[] | undefined)[] | undefined,
  ): void {
    for (let i = 0; i < rows.length; i++) {
      const cell = rows[i]![j]!;
      if (quoted?.[i]?.[j] === true && cell.trim() === '')
        this.quotedBlanks.add(this.values.length);
      this.values.push(cell);
    }
  }
}
