/** The records of a text table: rows of cells, each with the line of the file where it starts. */
import { lineTooLong, MOST_CHARACTERS } from '../limits.js';
import { cellText, PLAIN } from './grid.js';
import { type Dialect, type Part, Scanner } from './scanner.js';

export interface Record {
  readonly cells: string[];
  readonly line: number;
  /** For each cell whether it has quotes; absent if none has. */
  readonly quoted?: readonly boolean[];
  /** Position in the text after the record. */
  readonly end: number;
}

/**
 * The records of a part, one by one. A record may not exceed the maximum length of a cell. Comments are skipped, empty
 * lines are not.
 *
 * @throws InputError as `Scanner`, and if a record is too long
 */
export function* recordsOf(part: Part, dialect: Dialect): Generator<Record> {
  const limit = part.start + MOST_CHARACTERS;
  const isCut = part.text.length > limit;
  const text = isCut ? part.text.slice(0, limit) : part.text;
  const scanner = new Scanner({ ...part, text, isOpen: isCut || part.isOpen === true }, dialect);
  while (scanner.hasNext()) {
    const { line } = scanner;
    scanner.ncells = 0;
    const count = scanner.next();
    const end = Math.min(scanner.position, text.length);
    if (isCut && (count < 0 || end === text.length)) throw lineTooLong(part.subject, line);
    if (count < 0) return;
    const { bounds, marks } = scanner;
    const cells = Array.from({ length: count }, (_, cell) =>
      cellText({ text, bounds, marks }, cell),
    );
    const quoted = cells.map((_, cell) => marks[cell] !== PLAIN);
    yield { cells, line, end, ...(quoted.includes(true) && { quoted }) };
  }
}

/** The first records that are not empty, and where they end. */
export function firstRecords(part: Part, dialect: Dialect, most: number): Record[] {
  const records: Record[] = [];
  for (const record of recordsOf({ ...part, isOpen: false }, dialect)) {
    if (!isEmptyLine(record.cells)) records.push(record);
    if (records.length === most) break;
  }
  return records;
}

/** True for a line without any cell. */
export function isEmptyLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]!.trim() === '';
}

/** Number of line ends in a part of a text. */
export function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
