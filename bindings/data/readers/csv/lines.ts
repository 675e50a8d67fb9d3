/** The line of the file in which each row of the table starts. */
export class Lines {
  #first = 2;
  /** Rows from which on the line is so many more than the row. */
  readonly #jumps: { readonly row: number; readonly offset: number }[] = [];

  /** Adds the line of the next row, which has number `row`. */
  add(row: number, line: number): void {
    const offset = line - row;
    if (row === 0) this.#first = offset;
    if (this.#last() !== offset) this.#jumps.push({ row, offset });
  }

  #last(): number {
    return this.#jumps.at(-1)?.offset ?? this.#first;
  }

  of(row: number): number {
    let [low, high] = [0, this.#jumps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#jumps[middle]!.row <= row) low = middle + 1;
      else high = middle;
    }
    return row + (this.#jumps[low - 1]?.offset ?? this.#first);
  }
}
