/**
 * Checks of the pages of Parquet files before the package reads them. The package trusts the sizes in page headers and
 * the lengths of runs, and a damaged one would use all memory.
 */
import { type FileMetaData, parquetSchema } from 'hyparquet';
import type { parquetHeader } from 'hyparquet/src/column.js';
import * as said from '../../../../words/errors/readers/parquet.js';
import { FileError } from '../../damage.js';

/**
 * A page of this size and above may have at most `MAX_RATIO` times the bytes of its file; so may all columns' cells
 * together.
 */
const RATIO_FROM = 2 ** 25;
const MAX_RATIO = 500;
/** Bytes per row that all pages of a chunk may have, if its stored bytes do not allow more. */
const ROW_BYTES = 64;
/** Bytes that a chunk's dictionary may have in addition. */
const DICTIONARY_BYTES = 2 ** 16;

/** The header of a page. */
export type Header = ReturnType<typeof parquetHeader>;

/** The pages of a column in one row group, and their byte range in the file. */
export interface Chunk {
  readonly name: string;
  readonly nrows: number;
  readonly start: number;
  readonly end: number;
  readonly freeBytes: number;
}

/** Limits on the chunks of a file. */
export interface FileBounds {
  readonly bytes: number;
  /** Bytes that the pages of each chunk may have, whatever it stores. */
  readonly freeBytes: number;
}

/**
 * Checks the row groups of a file, and returns the bounds of their chunks.
 *
 * @throws Error that names the contradiction
 */
export function checkGroups(
  { num_rows, row_groups, schema }: FileMetaData,
  bytes: number,
): FileBounds {
  const { children } = parquetSchema({ schema } as FileMetaData);
  const most = Math.floor(Math.max(RATIO_FROM, MAX_RATIO * bytes) / Math.max(1, children.length));
  const nrows = row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (!(nrows <= most) || nrows !== Number(num_rows)) {
    throw new FileError(said.rowsOfGroups({ expected: String(num_rows), most, found: nrows }));
  }
  const stored = row_groups
    .flatMap((group) => group.columns)
    .reduce((sum, { meta_data: meta }) => sum + Number(meta?.total_compressed_size ?? 0), 0);
  if (!(stored <= bytes)) {
    throw new FileError(said.storedBytes({ most: bytes, found: stored }));
  }
  const columns = new Set(children.map(({ element }) => element.name));
  for (const group of row_groups) {
    for (const { meta_data: meta } of group.columns) {
      const name = meta?.path_in_schema[0] ?? '';
      if (columns.has(name)) continue;
      throw new FileError(said.strangeColumn({ column: name }));
    }
  }
  const nchunks = row_groups.reduce((sum, { columns: chunks }) => sum + chunks.length, 1);
  return { bytes, freeBytes: Math.max(DICTIONARY_BYTES, Math.floor(RATIO_FROM / nchunks)) };
}

export function wrong({ name }: Pick<Chunk, 'name'>, byte: number, page: said.PageFault): Error {
  return new FileError(said.badPage({ column: name, byte, page }));
}

/**
 * Checks the header of the page at a byte of the file; `left` bytes of the chunk follow. Returns the number of rows.
 */
export function checkHeader(header: Header, chunk: Chunk, byte: number, left: number): number {
  const { compressed_page_size: size, uncompressed_page_size: unpacked } = header;
  const length = chunk.end - chunk.start;
  const most = Math.max(RATIO_FROM, MAX_RATIO * length);
  if (!(size >= 0 && size <= left)) {
    throw wrong(chunk, byte, { of: 'page', most: length, found: size });
  }
  if (!(unpacked >= 0 && unpacked <= most)) {
    throw wrong(chunk, byte, { of: 'unpacked', most, found: unpacked });
  }
  return checkCount(header, chunk, byte);
}

/**
 * Checks the unpacked bytes of a chunk so far, because a chunk may have very many pages, and a file very many chunks.
 *
 * @throws as `checkHeader`
 */
export function checkUnpacked(unpacked: number, chunk: Chunk, byte: number): void {
  const { nrows, start, end, freeBytes } = chunk;
  const most = Math.max(ROW_BYTES * nrows + freeBytes, MAX_RATIO * (end - start));
  if (unpacked <= most) return;
  throw wrong(chunk, byte, { of: 'all', most, rows: nrows, found: unpacked });
}

/** The number of rows of a page. */
function checkCount(header: Header, chunk: Chunk, byte: number): number {
  const { nrows } = chunk;
  const { data_page_header: one, data_page_header_v2: two, dictionary_page_header: words } = header;
  const count = (one ?? two ?? words)?.num_values ?? 0;
  const most = words === undefined ? nrows : Math.max(nrows, header.uncompressed_page_size);
  const nulls = two?.num_nulls ?? 0;
  if (!(count >= 0 && count <= most && nulls >= 0 && nulls <= count)) {
    throw wrong(chunk, byte, { of: 'values', most, found: count, nulls });
  }
  return words === undefined ? count : 0;
}

/** Checks that there are as many levels as values: otherwise the package would read past the levels. */
export function checkLevels(bytes: Uint8Array, count: number, chunk: Chunk, byte: number): void {
  const seen = checkRuns(bytes, 1, chunk, byte);
  if (seen < count) throw wrong(chunk, byte, { of: 'levels', values: count, found: seen });
}

/**
 * Checks the lengths of runs and returns the number of values. A run is a number, then either a repeated value or
 * values of `width` bits.
 */
export function checkRuns(bytes: Uint8Array, width: number, chunk: Chunk, byte: number): number {
  const { nrows } = chunk;
  let [offset, seen] = [0, 0];
  while (offset < bytes.length && seen < nrows) {
    let [number, shift] = [0, 0];
    for (let more = true; more && offset < bytes.length; shift += 7) {
      const part = bytes[offset++]!;
      number += (part & 0x7f) * 2 ** shift;
      more = part >= 0x80;
    }
    const half = Math.floor(number / 2);
    const isPacked = number % 2 === 1;
    const count = isPacked ? 8 * half : half;
    // The last group of packed values is padded to eight, by some programs to more.
    if (!isPacked && !(seen + count <= nrows)) {
      throw wrong(chunk, byte, { of: 'runs', values: nrows, found: seen + count });
    }
    offset += isPacked ? half * width : Math.ceil(width / 8);
    seen += count;
  }
  return seen;
}
