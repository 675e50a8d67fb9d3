/** The records of a text table: rows of cells, each with the line of the file where it starts. */
import Papa from 'papaparse';
import { InputError } from '../../../core/errors/errors.js';
import { lineTooLong, MOST_CHARACTERS } from '../limits.js';
import { badQuotes } from '../../../words/errors/readers/csv.js';

/** How cells and comments are told apart. */
export interface Dialect {
  readonly delimiter: string;
  readonly comment: string | undefined;
}

/** A part of the text: from `start`, in line `line` of the file. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly line: number;
  /** Names the file in messages. */
  readonly subject: string;
  /** True if more text follows, so that a quoted cell may be incomplete at the end. */
  readonly isOpen?: boolean;
}

export interface Record {
  readonly cells: string[];
  readonly line: number;
  /** For each cell whether it has quotes; absent if none has. */
  readonly quoted?: readonly boolean[];
  /** Position in the text after the record. */
  readonly end: number;
}

/**
 * Reads records one by one until `take` returns false. A record may not exceed the maximum length of a cell. Comments
 * are skipped, empty lines are not.
 */
function eachRecord(part: Part, dialect: Dialect, take: (record: Record) => boolean): void {
  const { delimiter, comment } = dialect;
  const text = part.text.slice(part.start, part.start + MOST_CHARACTERS);
  const isCut = part.text.length - part.start > MOST_CHARACTERS;
  let position = 0;
  let { line } = part;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    fastMode: false,
    comments: comment ?? false,
    step: ({ data: cells, errors, meta }, parser) => {
      if (isCut && meta.cursor >= text.length) {
        throw lineTooLong(part.subject, line);
      }
      if (errors.length > 0) {
        const [{ index = 0, code }] = errors as [Papa.ParseError];
        const opening = part.line + linesIn(text, 0, index);
        throw new InputError(
          badQuotes({ line: opening, isClosed: code !== 'MissingQuotes' }),
          part.subject,
        );
      }
      const start = afterComments(text, position, comment);
      line += linesIn(text, position, start);
      const { cursor } = meta;
      const quoted = text.slice(start, cursor).includes('"')
        ? { quoted: quotedCells(text, start, cells, delimiter) }
        : {};
      const more = take({ cells, line, ...quoted, end: part.start + cursor });
      line += linesIn(text, start, cursor);
      position = cursor;
      if (!more) parser.abort();
    },
  });
}

/** The first records that are not empty, and where they end. */
export function firstRecords(part: Part, dialect: Dialect, most: number): Record[] {
  const records: Record[] = [];
  if (part.start >= part.text.length) return records;
  eachRecord(part, dialect, (record) => {
    if (!isEmptyLine(record.cells)) records.push(record);
    return records.length < most;
  });
  return records;
}

/** True for a line without any cell. */
export function isEmptyLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]!.trim() === '';
}

function afterComments(text: string, from: number, comment: string | undefined): number {
  let start = from;
  while (comment !== undefined && text.startsWith(comment, start)) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

/** Number of line ends in a part of a text. */
export function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

/**
 * For each cell of a row, true if it is quoted; the row's text starts at `start`. The cells come from the parser, so
 * each is found by its length.
 */
function quotedCells(
  text: string,
  start: number,
  cells: readonly string[],
  delimiter: string,
): boolean[] {
  let position = start;
  return cells.map((cell) => {
    const quoted = text[position] === '"';
    if (quoted) position += cell.length + 2 + (cell.split('"').length - 1);
    position = quoted ? text.indexOf(delimiter, position) : position + cell.length;
    position += delimiter.length;
    return quoted;
  });
}
