/** A Parquet file read by row groups and columns, with the columns that are named in temporary files. */
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetSchema,
  type RowGroup,
} from 'hyparquet';
import { InputError } from '../../core/errors/errors.js';
import { factsKey, withFacts } from '../readers/columnar/facts.js';
import { damage, FileError } from '../readers/damage.js';
import { chunkOf, pagesOf } from '../readers/columnar/parquet/chunk.js';
import { describeColumn, isFlat } from '../readers/columnar/parquet/columns.js';
import { checkGroups, type FileBounds } from '../readers/columnar/parquet/page-checks.js';
import type { ParquetOptions } from '../readers/columnar/parquet/parquet.js';
import { leftOut } from '../readers/typed-warnings.js';
import type { ByteFile } from '../readers/bytes/byte-file.js';
import { ParquetColumn } from './parquet-column.js';
import { spilledTable } from './spilled-table.js';
import type { StreamedColumn } from './streamed-column.js';
import type { StreamedTable, StreamSettings } from './streamed-table.js';
import { cellsOfColumn, endOfFile, unreadableParquet } from '../../words/errors/readers/parquet.js';

/** Most rows of a block. */
const BLOCK_ROWS = 1 << 16;

/**
 * Reads the columns chosen by `isNamed`. A column with an integer beyond 2^53 is read again, as text.
 *
 * @throws InputError as `readParquet`, also `too-many-texts`, `temporary-file`
 */
export async function streamParquet(
  file: ByteFile,
  options: ParquetOptions,
  settings: StreamSettings,
): Promise<StreamedTable> {
  const columns: ParquetColumn[] = [];
  try {
    const buffer = bufferOf(file);
    const metadata = await parquetMetadataAsync(buffer, { geoparquet: false });
    return await readGroups({ file, buffer, metadata }, options, settings, columns);
  } catch (error) {
    for (const column of columns) column.close();
    if (error instanceof InputError) throw error;
    throw new InputError(unreadableParquet({ fault: damage(error) }), options.name);
  }
}

interface OpenParquet {
  readonly file: ByteFile;
  readonly buffer: AsyncBuffer;
  readonly metadata: FileMetaData;
}

function bufferOf(file: ByteFile): AsyncBuffer {
  return {
    byteLength: file.bytes,
    slice: async (start, end = file.bytes) => {
      const bytes = new Uint8Array(end - start);
      for (let done = 0; done < bytes.length;) {
        const count = await file.read(bytes.subarray(done), start + done);
        if (count === 0) throw new FileError(endOfFile({ byte: start + done }));
        done += count;
      }
      return bytes.buffer;
    },
  };
}

async function readGroups(
  open: OpenParquet,
  options: ParquetOptions,
  { isNamed, blockRows = BLOCK_ROWS, onProgress }: StreamSettings,
  columns: ParquetColumn[],
): Promise<StreamedTable> {
  const { file, metadata } = open;
  const bounds = checkGroups(metadata, file.bytes);
  const { children } = parquetSchema(metadata);
  const kept = children.filter(({ element }) => options.columns?.includes(element.name) ?? true);
  const flat = kept.filter(isFlat).map(({ element }) => describeColumn(element));
  for (const column of flat) {
    if (isNamed(column.name)) columns.push(new ParquetColumn(column));
  }
  const rows: number[] = [];
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    for (const column of columns) await readColumn({ ...open, bounds }, column, group);
    for (let row = start; row < end; row += blockRows) rows.push(Math.min(blockRows, end - row));
    start = end;
    const bytesRead = Math.round((file.bytes * end) / Number(metadata.num_rows));
    onProgress?.({ bytesRead, bytes: file.bytes, rows: end });
  }
  for (const [j, late] of columns.entries()) {
    if (!late.isLate) continue;
    late.close();
    const column = new ParquetColumn(late.file, true);
    columns[j] = column;
    for (const group of metadata.row_groups) await readColumn({ ...open, bounds }, column, group);
  }
  const facts = metadata.key_value_metadata?.find(({ key }) => key === factsKey)?.value;
  const read = columns.map((column) => withFileFacts(column.finish(), facts));
  const others = kept.filter((child) => !isFlat(child)).map(({ element }) => leftOut(element.name));
  const warnings = [...others, ...read.flatMap((column) => column.warnings)];
  return spilledTable({ rows, names: flat.map(({ name }) => name), columns: read, warnings });
}

/** Adds the cells of a column in the rows of one group. */
async function readColumn(
  { file, buffer, bounds }: OpenParquet & { readonly bounds: FileBounds },
  column: ParquetColumn,
  group: RowGroup,
): Promise<void> {
  if (column.isLate) return;
  const chunk = chunkOf(group, column.file, bounds);
  const view = new DataView(await buffer.slice(chunk.start, chunk.end));
  let count = 0;
  for (const page of pagesOf(view, column.file, chunk)) {
    column.add(page);
    count += page.present?.length ?? page.values.length;
    if (column.isLate) return;
  }
  if (count === chunk.nrows) return;
  const detail = { column: chunk.name, expected: chunk.nrows, found: count };
  throw new InputError(cellsOfColumn(detail), file.name);
}

/** The column with what the metadata say of it. */
function withFileFacts(column: StreamedColumn, facts: string | null | undefined): StreamedColumn {
  const { name, distinct, like } = column;
  const of = (one: typeof like, nrows: number) =>
    withFacts({ nrows, columns: new Map([[name, one]]) }, facts).columns.get(name)!;
  return {
    ...column,
    like: of(like, 0),
    distinct: distinct && of(distinct, distinct.values.length),
  };
}
