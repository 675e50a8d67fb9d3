/** A table whose columns are in temporary files. */
import type { Column } from '../column.js';
import type { TableWarning } from '../warnings/column-warnings.js';
import type { StreamedColumn } from './csv-columns.js';
import { type StreamedTable, type Texts, unreadColumn } from './streamed-table.js';

interface SpilledColumns {
  /** Rows of each block. */
  readonly rows: readonly number[];
  /** All columns of the file, and those that were read. */
  readonly names: readonly string[];
  readonly columns: readonly StreamedColumn[];
  readonly warnings: readonly TableWarning[];
}

export function spilledTable({ rows, names, columns, warnings }: SpilledColumns): StreamedTable {
  const read = new Map(columns.map((column) => [column.name, column]));
  const unread = new Map(
    names.filter((name) => !read.has(name)).map((name) => [name, unreadColumn(name)]),
  );
  return {
    nrows: rows.reduce((sum, count) => sum + count, 0),
    columnNames: names,
    nblocks: rows.length,
    warnings,
    block(index) {
      const cells = names.map((name): [string, Column] => {
        const column = read.get(name);
        return [name, column === undefined ? unread.get(name)! : blockOf(column, index)];
      });
      return { nrows: rows[index]!, columns: new Map(cells) };
    },
    texts: (name) => textsOf(read.get(name)),
    close() {
      for (const { spill } of columns) spill.close();
    },
  };
}

function textsOf(column: StreamedColumn | undefined): Texts | undefined {
  if (column?.distinct?.kind !== 'text') return undefined;
  return { values: column.distinct.values, firstRows: column.codes!.firstRows };
}

function blockOf({ spill, distinct }: StreamedColumn, index: number): Column {
  const cells = spill.block(index);
  if (cells instanceof Float64Array) return { kind: 'number', values: cells };
  if (distinct!.kind === 'text') return codedText(distinct!.values, cells);
  const { values, frequency } = distinct!;
  const numbers = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row++) numbers[row] = values[cells[row]!]!;
  return { kind: 'number', values: numbers, ...(frequency !== undefined && { frequency }) };
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
