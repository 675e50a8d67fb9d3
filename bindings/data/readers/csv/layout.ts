/** Finds the header, the units and the rows of a text table. */
import { InputError } from '../../../core/errors/errors.js';
import type { ReaderOptions } from '../options.js';
import { delimiterOf } from './dialect.js';
import { firstRecords, isEmptyLine, linesIn, type Record } from './records.js';
import type { Dialect, Part } from './scanner.js';
import { onFirstUse } from '../../../core/values/first-use.js';
import type { HeadingTexts } from '../heading-rows.js';
import { noNamesInLine } from '../../../words/errors/readers/csv.js';
import { otherKind } from '../../../words/errors/readers/encodings.js';
import { fileKindWords } from '../../../words/errors/readers/file-kinds.js';

export interface Layout {
  readonly dialect: Dialect;
  readonly header: Record;
  /** Cells with the units of the columns. */
  readonly units: readonly string[] | undefined;
  /** Cells with the labels of the columns. */
  readonly labels: readonly string[] | undefined;
  /** The rows. */
  readonly body: Part;
  /** The first line, if the header was found below it. */
  readonly preamble: Record | undefined;
  /** The first lines from the header on, used to distinguish a title from names. */
  readonly first: readonly Record[];
}

/** The reader of several lines of headings; `parseCsv` has it. */
export const headingRows = onFirstUse(() => import('./cells/heading-lines.js'));

/** Number of lines in which names are looked for. */
const LINES = 20;

/**
 * Finds the header: the line that the options name, or the first one that is not empty.
 *
 * @throws InputError `bad-value`, `bad-quotes`, `not-text` for a page of HTML
 */
export function layoutOf(source: string, subject: string, options: ReaderOptions): Layout {
  checkMarkup(source, subject);
  const { comment, lastRow, unitsRow = false } = options;
  const sign = declaredSign(source);
  const lines = [options.header ?? (sign === undefined ? 1 : 2)].flat();
  const line = lines[0]!;
  const text = lastRow === undefined ? source : source.slice(0, lineStart(source, lastRow + 1));
  const start = lineStart(text, line);
  if (text.slice(start).trim() === '') throw noHeader(text, subject, line);
  const delimiter = options.delimiter ?? sign ?? delimiterOf(text, start, comment);
  const dialect = { delimiter, comment };
  const whole: Part = { text, start, line, subject };
  const named = belowPreamble(whole, dialect, options);
  const headings = headingsOf(named ?? whole, dialect, named ? [named.line] : lines);
  const { record } = headings;
  const below = partAfter(whole, headings.end);
  const [units] = unitsRow ? firstRecords(below, dialect, 1) : [];
  return {
    dialect,
    header: record,
    units: units?.cells ?? headings.units,
    labels: headings.labels,
    preamble: named && firstRecords(whole, dialect, 1)[0],
    body: units === undefined ? below : partAfter(whole, units.end),
    first: [record, ...firstLines(below, dialect)],
  };
}

/** Refuses a page of HTML or XML, which some offices call .xls. */
function checkMarkup(source: string, subject: string): void {
  if (/^\s*<(?:!doctype|html|\?xml|table|meta)\b/i.test(source.slice(0, 100))) {
    const [name] = fileKindWords('markup');
    throw new InputError(otherKind({ file: subject, kind: name, is: 'markup' }), subject);
  }
}

/** The part from the names on, if they are below an empty line and above rows that are wider than all lines before. */
function belowPreamble(whole: Part, dialect: Dialect, { header }: ReaderOptions): Part | undefined {
  if (header !== undefined) return undefined;
  const lines = firstLines(whole, dialect);
  const [title] = lines;
  if (title === undefined || title.cells.filter((cell) => cell !== '').length > 2) return undefined;
  const index = lines.findIndex(({ cells, line }, i) => {
    const [before, below] = [lines.slice(0, i), lines.slice(i + 1)];
    return (
      before.length > 0 &&
      line > before.at(-1)!.line + 1 &&
      before.every((one) => one.cells.length < cells.length) &&
      below.length > 0 &&
      below.every((one) => one.cells.length === cells.length)
    );
  });
  return index < 1 ? undefined : partAfter(whole, lines[index - 1]!.end);
}

interface Headings extends Pick<HeadingTexts, 'labels' | 'units'> {
  readonly record: Record;
  /** Position in the text after the last line of headings. */
  readonly end: number;
}

/**
 * The headings in one line, or in the lines that are listed.
 *
 * @throws NotLoaded if their reader is not loaded
 */
function headingsOf(whole: Part, dialect: Dialect, lines: readonly number[]): Headings {
  const [first, ...others] = firstRecords(whole, dialect, Math.max(...lines) - lines[0]! + 1);
  if (first === undefined) throw noHeader(whole.text, whole.subject, whole.line);
  if (lines.length === 1) return { record: first, end: first.end };
  const listed = lines.slice(1).map((line) => {
    const record = others.find((one) => one.line === line);
    if (record === undefined) throw noHeader(whole.text, whole.subject, line);
    return record;
  });
  const width = Math.max(...[first, ...listed].map(({ cells }) => cells.length));
  const rows = [first, ...listed].map(({ cells }) =>
    Array.from({ length: width }, (_, j) => (cells[j] ?? '').trim()),
  );
  const { names, labels, units } = headingRows.needed().headingTexts(rows, true);
  return { record: { ...first, cells: [...names] }, labels, units, end: listed.at(-1)!.end };
}

/** The delimiter that Excel writes in a line of its own above the names: `sep=;`. */
function declaredSign(source: string): string | undefined {
  return /^"?sep=([^"\n])"?[^\S\n]*\n/i.exec(source)?.[1];
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
