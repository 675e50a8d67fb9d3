/** The cells of a column as texts, to be typed when all are there. */
import { cellText, type Grid, PLAIN } from '../grid.js';

/** Texts that are remembered, by a hash of their characters. */
const SLOTS = 1 << 12;
/** Fewest rows of a batch in which texts are remembered: with more columns the memory would be large. */
const FEWEST = 64;

export class TextCells {
  readonly values: string[] = [];
  /** Rows whose cell has only spaces, or nothing, between its quotes. */
  readonly quotedBlanks = new Set<number>();
  #known: string[] | undefined;

  /** Adds cell `j` of each row. */
  add(grid: Grid, j: number): void {
    const { nrows, width, marks } = grid;
    const { values } = this;
    const known = nrows < FEWEST ? undefined : (this.#known ??= new Array<string>(SLOTS).fill(''));
    for (let i = 0, cell = j; i < nrows; i++, cell += width) {
      if (marks[cell] === PLAIN)
        values.push(known ? shared(grid, cell, known) : cellText(grid, cell));
      else this.#addQuoted(cellText(grid, cell));
    }
  }

  #addQuoted(value: string): void {
    if (value.trim() === '') this.quotedBlanks.add(this.values.length);
    this.values.push(value);
  }
}

/** Equal cells share their text: a copy of each would take most of the memory and time of a column. */
function shared({ text, bounds }: Grid, cell: number, known: string[]): string {
  const [start, end] = [bounds[2 * cell]!, bounds[2 * cell + 1]!];
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  const before = known[slot]!;
  if (before.length === end - start && text.startsWith(before, start)) return before;
  return (known[slot] = text.slice(start, end));
}
