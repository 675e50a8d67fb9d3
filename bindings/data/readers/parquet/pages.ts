/**
 * Checks of the pages of Parquet files before the package reads them. It believes the sizes in the headers of pages and
 * the lengths of runs, and a damaged one would take all memory.
 */
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetSchema,
  type SchemaElement,
  snappyUncompress,
} from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { compressors } from 'hyparquet-compressors';

/** From this size on a page may have at most `MAX_RATIO` times the bytes of its file, as may the rows. */
const RATIO_FROM = 2 ** 25;
const MAX_RATIO = 500;

/** Encodings of which the values are runs. */
const dictionary = /^(PLAIN|RLE)_DICTIONARY$/;

type Header = ReturnType<typeof parquetHeader>;

/** What is needed to check the pages of a column. */
interface Pages {
  readonly name: string;
  /** Their first byte in the file. */
  readonly start: number;
  readonly codec: string;
  readonly isOptional: boolean;
  readonly nrows: number;
}

/**
 * Checks the pages of the named columns, which have no lists.
 *
 * @throws Error that names the column, the byte, and what the file contradicts
 */
export function checkPages(
  file: ArrayBuffer,
  metadata: FileMetaData,
  names: ReadonlySet<string>,
): void {
  for (const { start, end, pages } of chunksOf(file.byteLength, metadata, names)) {
    checkColumn(new DataView(file, start, end - start), pages);
  }
}

/** The same for a file of which parts are read. */
export async function checkStreamedPages(
  file: AsyncBuffer,
  metadata: FileMetaData,
  names: ReadonlySet<string>,
): Promise<void> {
  for (const { start, end, pages } of chunksOf(file.byteLength, metadata, names)) {
    checkColumn(new DataView(await file.slice(start, end)), pages);
  }
}

/** Where the pages of the named columns are in a file of so many bytes. */
function* chunksOf(
  byteLength: number,
  metadata: FileMetaData,
  names: ReadonlySet<string>,
): Generator<{ readonly start: number; readonly end: number; readonly pages: Pages }> {
  const { num_rows, row_groups, schema } = metadata;
  const most = Math.max(RATIO_FROM, MAX_RATIO * byteLength);
  const nrows = row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (!(nrows <= most) || nrows !== Number(num_rows)) {
    throw new Error(`expected ${num_rows} rows, at most ${most}, found ${nrows} in its groups`);
  }
  const columns = new Set(parquetSchema(metadata).children.map(({ element }) => element.name));
  const elements = new Map(schema.map((element) => [element.name, element]));
  for (const group of row_groups) {
    for (const { meta_data: meta } of group.columns) {
      const name = meta?.path_in_schema[0] ?? '';
      if (!columns.has(name)) {
        throw new Error(`expected a column of the schema in each row group, found "${name}"`);
      }
      if (meta === undefined || !names.has(name)) continue;
      const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
      const end = start + Number(meta.total_compressed_size);
      if (!(start >= 0 && end >= start && end <= byteLength)) {
        throw wrong(name, start, `pages within ${byteLength} bytes`, `an end at byte ${end}`);
      }
      const pages = {
        name,
        start,
        codec: meta.codec,
        nrows: Number(group.num_rows),
        isOptional: isOptional(elements.get(name)),
      };
      yield { start, end, pages };
    }
  }
}

function isOptional(element: SchemaElement | undefined): boolean {
  return element?.repetition_type !== 'REQUIRED';
}

function wrong(name: string, byte: number, expected: string, value: string | number): Error {
  return new Error(`column "${name}", byte ${byte}: expected ${expected}, found ${value}`);
}

function sizeWords(size: number | undefined): number | string {
  return size ?? 'no size';
}

function checkColumn(view: DataView, pages: Pages): void {
  const reader = { view, offset: 0 };
  for (let rows = 0; rows < pages.nrows && reader.offset < view.byteLength - 1;) {
    const place = pages.start + reader.offset;
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    const most = Math.max(RATIO_FROM, MAX_RATIO * view.byteLength);
    if (!(size >= 0 && reader.offset + size <= view.byteLength)) {
      throw wrong(pages.name, place, `a page of at most ${view.byteLength} bytes`, sizeWords(size));
    }
    if (!(header.uncompressed_page_size >= 0 && header.uncompressed_page_size <= most)) {
      throw wrong(
        pages.name,
        place,
        `at most ${most} bytes in a page`,
        sizeWords(header.uncompressed_page_size),
      );
    }
    const count = checkCount(header, pages, place);
    rows += count;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + reader.offset, size);
    checkRuns(header, bytes, { ...pages, count }, place);
    reader.offset += size;
  }
}

/** The number of rows of a page. */
function checkCount(header: Header, { name, nrows }: Pages, place: number): number {
  const { data_page_header: one, data_page_header_v2: two, dictionary_page_header: words } = header;
  const count = (one ?? two ?? words)?.num_values ?? 0;
  const most = words === undefined ? nrows : Math.max(nrows, header.uncompressed_page_size);
  const nulls = two?.num_nulls ?? 0;
  if (!(count >= 0 && count <= most && nulls >= 0 && nulls <= count)) {
    throw wrong(
      name,
      place,
      `at most ${most} values in a page`,
      `${count}, of which ${nulls} missing`,
    );
  }
  return words === undefined ? count : 0;
}

type Unpack = (bytes: Uint8Array, size: number) => Uint8Array;

/** The values of a page. */
interface PageRuns extends Pages {
  readonly count: number;
}

/** Checks that runs are no longer than the rows, and that those of missing values cover the page. */
function checkRuns(header: Header, stored: Uint8Array, pages: PageRuns, place: number): void {
  const { data_page_header: one, data_page_header_v2: two } = header;
  const head = one ?? two;
  if (head === undefined) return;
  const levels =
    two === undefined ? 0 : two.definition_levels_byte_length + two.repetition_levels_byte_length;
  if (two !== undefined && pages.isOptional) walkLevels(stored.subarray(0, levels), pages, place);
  const isPacked = pages.codec !== 'UNCOMPRESSED' && two?.is_compressed !== false;
  const size = header.uncompressed_page_size - levels;
  const rest = stored.subarray(levels);
  let page = isPacked ? unpacked(rest, size, pages.codec) : rest;
  if (page === undefined || page.length === 0) return;
  if (one !== undefined && pages.isOptional) page = withoutLevels(page, pages, place);
  if (dictionary.test(head.encoding)) walkRuns(page.subarray(1), page[0]!, pages, place);
}

/** The values of a page of the first kind, behind the runs that say which are missing. */
function withoutLevels(page: Uint8Array, pages: PageRuns, place: number): Uint8Array {
  const length = 4 + new DataView(page.buffer, page.byteOffset).getUint32(0, true);
  walkLevels(page.subarray(4, length), pages, place);
  return page.subarray(length);
}

/** Codecs other than Snappy take long, so their larger pages are not unpacked twice. */
const TWICE = 2 ** 16;

/** The bytes of a page in Snappy, or of a small page in another codec. */
function unpacked(bytes: Uint8Array, size: number, codec: string): Uint8Array | undefined {
  if (size <= 0) return undefined;
  if (codec !== 'SNAPPY') {
    const unpack = (compressors as Readonly<Record<string, Unpack | undefined>>)[codec];
    return bytes.length <= TWICE ? unpack?.(bytes, size) : undefined;
  }
  const page = new Uint8Array(size);
  snappyUncompress(bytes, page);
  return page;
}

/** The package reads on behind the levels if they are fewer than the values. */
function walkLevels(bytes: Uint8Array, pages: PageRuns, place: number): void {
  const seen = walkRuns(bytes, 1, pages, place);
  if (seen >= pages.count) return;
  throw wrong(pages.name, place, `levels of ${pages.count} values`, seen);
}

/** Walks over runs and returns the number of values: a number, and then either a value that is repeated or values of `width` bits. */
function walkRuns(bytes: Uint8Array, width: number, { name, nrows }: Pages, place: number): number {
  let [offset, seen] = [0, 0];
  while (offset < bytes.length && seen < nrows) {
    let [number, shift] = [0, 0];
    for (let more = true; more && offset < bytes.length; shift += 7) {
      const byte = bytes[offset++]!;
      number += (byte & 0x7f) * 2 ** shift;
      more = byte >= 0x80;
    }
    const half = Math.floor(number / 2);
    const isPacked = number % 2 === 1;
    const count = isPacked ? 8 * half : half;
    // The last group of packed values is filled up to eight, by some programs to more.
    if (!isPacked && !(seen + count <= nrows)) {
      throw wrong(name, place, `runs of at most ${nrows} values`, seen + count);
    }
    offset += isPacked ? half * width : Math.ceil(width / 8);
    seen += count;
  }
  return seen;
}
