/** A table whose columns are in temporary files. */
import type { Column } from '../column.js';
import type { FileRows } from '../place.js';
import type { TableWarning } from '../table-warning.js';
import type { StreamedColumn } from './streamed-column.js';
import { type StreamedTable, type Texts, unreadColumn } from './streamed-table.js';

interface SpilledColumns {
  /** Rows of each block. */
  readonly rows: readonly number[];
  /** All columns of the file, and those that were read. */
  readonly names: readonly string[];
  readonly columns: readonly StreamedColumn[];
  readonly warnings: readonly TableWarning[];
  readonly fileRows?: FileRows;
}

export function spilledTable({
  rows,
  names,
  columns,
  warnings,
  fileRows,
}: SpilledColumns): StreamedTable {
  const read = new Map(columns.map((column) => [column.name, column]));
  const unread = new Map(
    names.filter((name) => !read.has(name)).map((name) => [name, unreadColumn(name)]),
  );
  const starts = [0];
  for (const count of rows) starts.push(starts.at(-1)! + count);
  return {
    nrows: starts.at(-1)!,
    columnNames: names,
    nblocks: rows.length,
    warnings,
    ...(fileRows && { fileRows }),
    block(index) {
      const cells = names.map((name): [string, Column] => {
        const column = read.get(name);
        return [
          name,
          column === undefined ? unread.get(name)! : blockOf(column, starts[index]!, rows[index]!),
        ];
      });
      return { nrows: rows[index]!, columns: new Map(cells) };
    },
    texts: (name) => textsOf(read.get(name)),
    like: (name) => read.get(name)?.like,
    close() {
      for (const { spill } of columns) spill.close();
    },
  };
}

function textsOf(column: StreamedColumn | undefined): Texts | undefined {
  if (column?.distinct?.kind !== 'text') return undefined;
  return { values: column.distinct.values, firstRows: column.codes!.firstRows };
}

function blockOf({ spill, distinct, like }: StreamedColumn, start: number, count: number): Column {
  const cells = spill.read(start, count);
  if (cells instanceof Float64Array) return numberColumn(like, cells);
  if (distinct!.kind === 'text') return codedText(distinct!.values, cells);
  const { values } = distinct!;
  const numbers = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row++) numbers[row] = values[cells[row]!]!;
  return numberColumn(distinct!, numbers);
}

/** Numbers with the unit of periods of another column. */
function numberColumn(like: Column, values: Float64Array): Column {
  const frequency = like.kind === 'number' ? like.frequency : undefined;
  return { kind: 'number', values, ...(frequency !== undefined && { frequency }) };
}

/** Text by its numbers in a list; the texts of the rows are made when they are first read. */
function codedText(texts: readonly string[], codes: Int32Array): Column {
  let values: string[] | undefined;
  return {
    kind: 'text',
    get values(): readonly string[] {
      return (values ??= Array.from(codes, (code) => texts[code]!));
    },
    coded: { texts, codes },
  };
}
