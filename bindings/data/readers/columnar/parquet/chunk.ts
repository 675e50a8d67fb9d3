/** The pages of a column in one row group. The package decodes the values; dictionaries and types are kept. */
import type { RowGroup } from 'hyparquet';
import { parquetHeader, type readColumn } from 'hyparquet/src/column.js';
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { decompressPage, readDataPage } from 'hyparquet/src/datapage.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { exactDoubles, type FileColumn, parsers, scaledCells } from './columns.js';
import {
  checkHeader,
  checkLevels,
  checkRuns,
  checkUnpacked,
  type Chunk,
  type FileBounds,
  type Header,
  wrong,
} from './page-checks.js';
import { Gunzip } from 'fflate';
import { compressors as packaged } from 'hyparquet-compressors';
import { nodeModule } from '../../../../core/engine/instances/node-module.js';
import { decompressZstd } from '../../bytes/zstd-frame.js';
import { pagesInGroup } from '../../../../words/errors/readers/parquet.js';
import { FileError } from '../../damage.js';

type Decoder = Parameters<typeof readColumn>[2];
type Values = ArrayLike<unknown>;

/** The values of a page. */
export interface Page {
  /** The values of rows that have one; with a dictionary, positions in it. */
  readonly values: Values;
  readonly dictionary: Values | undefined;
  /** 1 for each row with a value and 0 for the others; undefined if all have one. */
  readonly present: Uint8Array | undefined;
}

export interface ColumnChunk extends Chunk {
  readonly codec: Decoder['codec'];
}

/** The place of a column's row group in a file. */
export function chunkOf(
  group: RowGroup,
  { name }: FileColumn,
  { bytes, freeBytes }: FileBounds,
): ColumnChunk {
  const chunks = group.columns.filter(({ meta_data }) => meta_data?.path_in_schema[0] === name);
  const [{ meta_data: meta, file_path } = {}] = chunks;
  if (meta === undefined || chunks.length > 1 || file_path !== undefined) {
    throw new FileError(pagesInGroup({ column: name }));
  }
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  const end = start + Number(meta.total_compressed_size);
  if (!(start >= 0 && end >= start && end <= bytes)) {
    throw wrong({ name }, start, { of: 'end', most: bytes, found: end });
  }
  return { name, codec: meta.codec, nrows: Number(group.num_rows), start, end, freeBytes };
}

/**
 * The pages of a chunk, one at a time.
 *
 * @throws Error that names the column, the byte and the contradiction
 */
export function* pagesOf(view: DataView, column: FileColumn, chunk: ColumnChunk): Generator<Page> {
  const decoder = decoderOf(column, chunk);
  const reader = { view, offset: 0 };
  let dictionary: Values | undefined;
  let unpacked = 0;
  for (let rows = 0; rows < chunk.nrows && reader.offset < view.byteLength - 1;) {
    const byte = chunk.start + reader.offset;
    const header = parquetHeader(reader);
    const count = checkHeader(header, chunk, byte, view.byteLength - reader.offset);
    unpacked += header.uncompressed_page_size;
    checkUnpacked(unpacked, chunk, byte);
    const size = header.compressed_page_size;
    const stored = new Uint8Array(view.buffer, view.byteOffset + reader.offset, size);
    reader.offset += size;
    rows += count;
    if (header.type === 'DICTIONARY_PAGE')
      dictionary = readDictionary(header, stored, column, decoder);
    else yield readPage({ header, stored, count, byte, dictionary }, column, decoder, chunk);
  }
}

/** Decodes the column as if it had no missing values, which are removed first. */
function decoderOf({ element }: FileColumn, { name, codec }: ColumnChunk): Decoder {
  const required = { ...element, repetition_type: 'REQUIRED' as const };
  const root = { count: 1, element: { name: '' }, children: [], path: [] };
  const leaf = { count: 1, element: required, children: [], path: [name] };
  return {
    pathInSchema: [name],
    type: element.type!,
    element: required,
    schemaPath: [root, leaf],
    codec,
    parsers: { ...DEFAULT_PARSERS, ...parsers },
    compressors,
    utf8: false,
  };
}

function readDictionary(
  header: Header,
  bytes: Uint8Array,
  column: FileColumn,
  decoder: Decoder,
): Values {
  const count = header.dictionary_page_header?.num_values ?? 0;
  const page = pageBytes(bytes, header.uncompressed_page_size, decoder);
  const reader = { view: viewOf(page), offset: 0 };
  const { type, element } = decoder;
  const stored = readPlain(reader, type, count, element.type_length);
  const values = cellValues(convert(stored, decoder), column);
  const isShort = values instanceof Int32Array || values instanceof Float32Array;
  return isShort ? new Float64Array(values) : values;
}

interface StoredPage {
  readonly header: Header;
  readonly stored: Uint8Array;
  /** Number of rows. */
  readonly count: number;
  /** Its position in the file. */
  readonly byte: number;
  readonly dictionary: Values | undefined;
}

function readPage(page: StoredPage, column: FileColumn, decoder: Decoder, chunk: Chunk): Page {
  const { header, count, byte } = page;
  const head = header.data_page_header ?? header.data_page_header_v2;
  if (head === undefined) {
    throw wrong(chunk, byte, { of: 'kind', found: header.type });
  }
  const { levels, bytes } = partsOf(page, column, decoder);
  const present = levels && presence(levels, count, chunk, byte);
  const nvalues = present === undefined ? count : present.reduce((sum, one) => sum + one, 0);
  const isCoded = head.encoding.endsWith('_DICTIONARY');
  if (isCoded && bytes.length > 0) checkRuns(bytes.subarray(1), bytes[0]!, chunk, byte);
  if (head.encoding === 'RLE') checkRuns(bytes.subarray(4), 1, chunk, byte);
  const plain = { ...head, num_values: nvalues };
  const { dataPage } = readDataPage(
    bytes,
    plain as NonNullable<Header['data_page_header']>,
    decoder,
  );
  if (!isCoded) {
    return {
      values: cellValues(convert(dataPage, decoder), column),
      dictionary: undefined,
      present,
    };
  }
  const dictionary = page.dictionary ?? [];
  for (let i = 0; i < nvalues; i++) {
    if (dataPage[i] >>> 0 < dictionary.length) continue;
    throw wrong(chunk, byte, { of: 'dictionary', values: dictionary.length, found: dataPage[i] });
  }
  return { values: dataPage, dictionary, present };
}

/** The levels of an optional column, and the bytes of its values. */
function partsOf(
  { header, stored }: StoredPage,
  { isOptional }: FileColumn,
  decoder: Decoder,
): { readonly levels: Uint8Array | undefined; readonly bytes: Uint8Array } {
  const { uncompressed_page_size: size, data_page_header: one, data_page_header_v2: two } = header;
  if (one === undefined && two !== undefined) {
    const start = two.repetition_levels_byte_length;
    const end = start + two.definition_levels_byte_length;
    const rest = stored.subarray(end);
    const isPacked = two.is_compressed !== false && size > end;
    const bytes = isPacked ? pageBytes(rest, size - end, decoder) : endingItsBuffer(rest);
    return { levels: isOptional ? stored.subarray(start, end) : undefined, bytes };
  }
  const page = pageBytes(stored, size, decoder);
  if (!isOptional) return { levels: undefined, bytes: page };
  const end = 4 + viewOf(page).getUint32(0, true);
  return { levels: page.subarray(4, end), bytes: page.subarray(end) };
}

function presence(
  levels: Uint8Array,
  count: number,
  chunk: Chunk,
  byte: number,
): Uint8Array | undefined {
  checkLevels(levels, count, chunk, byte);
  const present = new Uint8Array(count);
  readRleBitPackedHybrid({ view: viewOf(levels), offset: 0 }, 1, present, levels.length);
  return present.includes(0) ? present : undefined;
}

function pageBytes(bytes: Uint8Array, size: number, { codec }: Decoder): Uint8Array {
  return endingItsBuffer(decompressPage(bytes, size, codec, compressors));
}

/**
 * A copy of the bytes with nothing after them: the package reads fixed-width values from the buffer, and would continue
 * in the next page if a page is too short.
 */
function endingItsBuffer(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset + bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Values as cells: decimals with their point, integers as doubles if possible. */
function cellValues(values: Values, { scale }: FileColumn): Values {
  return scaledCells(exactDoubles(values), scale);
}

/** One cell per row of a page, null for a missing value. */
export function cellsOf({ values, dictionary, present }: Page): Values {
  const cells =
    dictionary === undefined ? values : fromDictionary(dictionary, values as ArrayLike<number>);
  if (present === undefined) return cells;
  let next = 0;
  return Array.from(present, (one) => (one === 1 ? cells[next++] : null));
}

function fromDictionary(dictionary: Values, places: ArrayLike<number>): Values {
  const cells =
    dictionary instanceof Float64Array
      ? new Float64Array(places.length)
      : new Array<unknown>(places.length);
  for (let i = 0; i < places.length; i++) cells[i] = dictionary[places[i]!];
  return cells;
}

/** Bytes of gzip unpacked at a time. */
const STEP = 2 ** 14;

/** All members of gzip, or one byte more than `size` where there is more, so that the check of the size fails. */
function unpacked(bytes: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size + 1);
  let end = 0;
  const stream = new Gunzip((part) => {
    const fitting = part.subarray(0, content.length - end);
    content.set(fitting, end);
    end += fitting.length;
  });
  for (let start = 0; start < bytes.length && end <= size; start += STEP) {
    stream.push(bytes.subarray(start, start + STEP), start + STEP >= bytes.length);
  }
  return content.subarray(0, end);
}

/**
 * The package's functions, replaced for gzip, which fflate unpacks, and for two formats in which few bytes can unpack to very many, because the package
 * unpacks everything before it checks the size. Brotli outside Node is left to the package.
 */
export const compressors: typeof packaged = {
  ...packaged,
  GZIP: unpacked,
  ZSTD: decompressZstd,
  BROTLI(bytes, size) {
    const zlib = nodeModule('node:zlib');
    if (zlib === undefined) return packaged.BROTLI!(bytes, size);
    const content = zlib.brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) });
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  },
};
