/** The rows of a text table in batches, each row as wide as the header. */
import { counted } from '../../../core/messages.js';
import { InputError } from '../../../core/errors.js';
import { isNumber } from '../../number-text.js';
import type { Layout } from './layout.js';
import { eachChunk, eachRecord, isEmptyLine } from './records.js';

export interface Batch {
  readonly rows: readonly (readonly string[])[];
  /** The line of the file in which each row starts. */
  readonly lines: readonly number[];
  /** For each row which of its cells have quotes; absent if none has. */
  readonly quoted?: readonly (readonly boolean[] | undefined)[];
}

/** Rows that have empty cells beyond the last column: how many, and the line of the first. */
export interface Trailing {
  readonly count: number;
  readonly line: number;
}

/** Rows of a batch where lines may have quotes. */
const ROWS = 4096;

/**
 * Reads all rows. Comments are left out, and empty lines unless there is one column.
 *
 * @throws InputError `ragged-row`, `bad-quotes`
 */
export function eachBatch(layout: Layout, take: (batch: Batch) => void): Trailing {
  const { body, dialect } = layout;
  const width = layout.header.cells.length;
  const trailing = { count: 0, line: 0 };
  const isRow = (cells: readonly string[], line: number): boolean => {
    if (cells.length === width) return true;
    if (isEmptyLine(cells)) return false;
    if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
      throw ragged(layout, cells, line);
    }
    if (trailing.count++ === 0) trailing.line = line;
    return true;
  };
  if (body.start >= body.text.length) return trailing;
  if (body.text.includes('"', body.start)) takeRecords(layout, isRow, take);
  else {
    eachChunk(body, dialect.delimiter, (rows, line) => {
      take(rowsOf(rows, line, dialect.comment, isRow));
    });
  }
  return trailing;
}

function rowsOf(
  all: readonly (readonly string[])[],
  first: number,
  comment: string | undefined,
  isRow: (cells: readonly string[], line: number) => boolean,
): Batch {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for (let i = 0; i < all.length; i++) {
    const cells = all[i]!;
    if (comment !== undefined && cells[0]!.startsWith(comment)) continue;
    if (!isRow(cells, first + i)) continue;
    rows.push(cells);
    lines.push(first + i);
  }
  return { rows, lines };
}

function takeRecords(
  { body, dialect }: Layout,
  isRow: (cells: readonly string[], line: number) => boolean,
  take: (batch: Batch) => void,
): void {
  const empty = () => ({
    rows: [] as string[][],
    lines: [] as number[],
    quoted: [] as (readonly boolean[] | undefined)[],
  });
  let batch = empty();
  eachRecord(body, dialect, ({ cells, line, quoted }) => {
    if (!isRow(cells, line)) return true;
    batch.rows.push(cells);
    batch.lines.push(line);
    batch.quoted.push(quoted);
    if (batch.rows.length === ROWS) {
      take(batch);
      batch = empty();
    }
    return true;
  });
  take(batch);
}

function ragged(
  { header, first, body }: Layout,
  cells: readonly string[],
  row: number,
): InputError {
  const expected = header.cells.length;
  const width = cells.length;
  const names = first.find(
    (record) =>
      width > expected &&
      record.cells.length === width &&
      !record.cells.some((cell) => isNumber(cell.trim())),
  );
  const remedy =
    names === undefined ? '' : `; if the names are in row ${names.line}, set header: ${names.line}`;
  const message = `${body.subject}: expected ${counted(expected, 'cell')} in row ${row}, as in the header, found ${width}${remedy}`;
  return new InputError('ragged-row', message, { row, expected, found: width });
}
