import { type FileMetaData, parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { InputError } from '../../../../core/errors/errors.js';
import type { Column } from '../../../column.js';
import { factsKey, withFacts } from '../facts.js';
import { type Table, tableOf } from '../../../table.js';
import { damage } from '../../damage.js';
import { cellsOf, chunkOf, pagesOf } from './chunk.js';
import { describeColumn, type FileColumn, isFlat } from './columns.js';
import { checkGroups } from './page-checks.js';
import type { ReadOptions } from '../../options.js';
import { type Selection, wantedBy, withNames } from '../../selection.js';
import { leftOut, typedWarnings } from '../../typed-warnings.js';
import { columnOfParts } from '../../typed-column.js';
import { cellsOfColumn, unreadableParquet } from '../../../../words/errors/readers/parquet.js';

export interface ParquetOptions
  extends Pick<Selection, 'columns' | 'usedBy'>, Pick<ReadOptions, 'onProgress'> {
  /** Names the file in messages. */
  readonly name: string;
}

/**
 * The table of a Parquet file. Row groups are read one at a time, and only the requested columns. Decimals become the
 * nearest doubles. Columns of lists and structures are left out.
 *
 * @throws InputError `unreadable-parquet`
 */
export async function readParquet(file: ArrayBuffer, options: ParquetOptions): Promise<Table> {
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    return readColumns(file, metadata, options);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(unreadableParquet({ fault: damage(error) }), options.name);
  }
}

function readColumns(file: ArrayBuffer, metadata: FileMetaData, options: ParquetOptions): Table {
  const { children } = parquetSchema(metadata);
  const isWanted = wantedBy(options);
  const wanted = children.filter(({ element }) => isWanted(element.name));
  const flat = wanted.filter(isFlat).map(({ element }) => describeColumn(element));
  const nrows = Number(metadata.num_rows);
  const bounds = checkGroups(metadata, file.byteLength);
  const parts = new Map<FileColumn, ArrayLike<unknown>[]>(flat.map((column) => [column, []]));
  let rows = 0;
  for (const group of flat.length === 0 ? [] : metadata.row_groups) {
    for (const [column, cells] of parts) {
      const chunk = chunkOf(group, column, bounds);
      const view = new DataView(file, chunk.start, chunk.end - chunk.start);
      for (const page of pagesOf(view, column, chunk)) cells.push(cellsOf(page));
    }
    rows += Number(group.num_rows);
    const bytes = file.byteLength;
    options.onProgress?.({ bytesRead: Math.round((bytes * rows) / nrows), bytes, rows });
  }
  const columns = new Map<string, Column>();
  for (const [{ name, type }, cells] of parts) {
    const ncells = cells.reduce((sum, { length }) => sum + length, 0);
    if (ncells !== nrows) {
      const detail = { column: name, expected: nrows, found: ncells };
      throw new InputError(cellsOfColumn(detail), options.name);
    }
    columns.set(name, columnOfParts(type, cells));
  }
  const facts = metadata.key_value_metadata?.find(({ key }) => key === factsKey)?.value;
  const others = wanted
    .filter((child) => !isFlat(child))
    .map(({ element }) => leftOut(element.name));
  const names = children.filter(isFlat).map(({ element }) => element.name);
  const table = withNames(withFacts({ nrows, columns }, facts), names);
  return tableOf(table, [...others, ...typedWarnings(columns)]);
}
