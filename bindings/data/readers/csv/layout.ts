/** Finds the header, the units and the rows of a text table. */
import { InputError } from '../../../core/errors/errors.js';
import type { ReaderOptions } from '../options.js';
import { delimiterOf } from './dialect.js';
import {
  type Dialect,
  firstRecords,
  isEmptyLine,
  linesIn,
  type Part,
  type Record,
} from './records.js';
import { noNamesInLine } from '../../../words/errors/readers/csv.js';

export interface Layout {
  readonly dialect: Dialect;
  readonly header: Record;
  readonly units: Record | undefined;
  /** The rows. */
  readonly body: Part;
  /** The first lines from the header on, used to distinguish a title from names. */
  readonly first: readonly Record[];
}

/** Number of lines in which names are looked for. */
const LINES = 20;

/**
 * Finds the header: the line that the options name, or the first one that is not empty.
 *
 * @throws InputError `bad-value`, `bad-quotes`
 */
export function layoutOf(source: string, subject: string, options: ReaderOptions): Layout {
  const { header: line = 1, comment, lastRow, unitsRow = false } = options;
  const text = lastRow === undefined ? source : source.slice(0, lineStart(source, lastRow + 1));
  const start = lineStart(text, line);
  if (text.slice(start).trim() === '') throw noHeader(text, subject, line);
  const delimiter = options.delimiter ?? delimiterOf(text, start, comment);
  const dialect = { delimiter, comment };
  const whole: Part = { text, start, line, subject };
  const [header, units] = firstRecords(whole, dialect, unitsRow ? 2 : 1);
  if (header === undefined) throw noHeader(text, subject, line);
  const last = (unitsRow ? units : undefined) ?? header;
  const body = partAfter(whole, last.end);
  return {
    dialect,
    header,
    units: unitsRow ? units : undefined,
    body,
    first: [header, ...firstLines(partAfter(whole, header.end), dialect)],
  };
}

/** Position where a line starts, or the end of the text. */
function lineStart(text: string, line: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

/** The part from a position on, without the byte order mark that concatenated files may have there. */
function partAfter(whole: Part, end: number): Part {
  const { text } = whole;
  const line = whole.line + linesIn(text, whole.start, end);
  let start = end;
  while (text[start] === '\uFEFF') start++;
  return { ...whole, start, line };
}

/** The first records of the rows, up to a faulty quote; the reader of the rows reports the error. */
function firstLines(part: Part, dialect: Dialect): Record[] {
  try {
    return firstRecords(part, dialect, LINES).filter(({ cells }) => !isEmptyLine(cells));
  } catch {
    return [];
  }
}

function noHeader(text: string, subject: string, line: number): InputError {
  const count = linesIn(text, 0, text.length) + (text.endsWith('\n') ? 0 : 1);
  return new InputError(noNamesInLine({ header: line, lines: count }), subject);
}
