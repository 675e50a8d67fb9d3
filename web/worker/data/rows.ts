/** Rows of the data as cells of text, in the order of a column. */
import { convertTable, type Table } from 'wasmetrics/data';
import type { Column } from 'wasmetrics';
import type { Rows, RowsRequest, SheetCell, Sorting } from '../../engine/questions/tables.js';
import { preparedTable } from './looks.js';

export async function rows(request: RowsRequest): Promise<Rows> {
  const table = await preparedTable(request.steps);
  const order = orderOf(table, request.sort);
  const places = Array.from(
    { length: Math.max(0, Math.min(request.count, table.nrows - request.from)) },
    (_, i) => order?.[request.from + i] ?? request.from + i,
  );
  const columns = request.columns.map((name) => [name, table.columns.get(name)!] as const);
  const part = {
    nrows: places.length,
    columns: new Map(columns.map(([name, column]) => [name, cellsAt(column, places)])),
  };
  const texts = await textsOf(part);
  return {
    from: request.from,
    columns: request.columns,
    numbers: places.map((place) => place + 1),
    cells: places.map((place, i) =>
      texts.map((values, j) => values[i] ?? missing(columns[j]![1], place)),
    ),
  };
}

/** A missing value has the name of its kind if the file says one. */
function missing({ missing: kinds }: Column, row: number): SheetCell {
  const kind = kinds?.names[(kinds.codes[row] ?? 0) - 1];
  return kind === undefined ? null : { missing: kind };
}

/** The column at these rows. What it knows of rows by their place is left out. */
function cellsAt(column: Column, places: readonly number[]): Column {
  if (column.kind === 'text') {
    return { kind: 'text', values: places.map((place) => column.values[place]!) };
  }
  const { frequency, boolean } = column;
  const values = Float64Array.from(places, (place) => column.values[place]!);
  return { kind: 'number', values, ...(frequency && { frequency }), ...(boolean && { boolean }) };
}

/** Cells as the library writes them: dates as dates, numbers with their shortest digits. */
async function textsOf(part: Table): Promise<(string | null)[][]> {
  const { bytes } = await convertTable(part, 'json');
  const { columns } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly columns: readonly { readonly values: readonly unknown[] }[];
  };
  return columns.map(({ values }) =>
    values.map((value) => {
      if (value === null) return null;
      return String(typeof value === 'object' ? Object.values(value)[0] : value);
    }),
  );
}

let sorted:
  { readonly table: Table; readonly sort: Sorting; readonly order: Int32Array } | undefined;

/** Places of rows in the order of a column, missing values last; undefined for the order of the data. */
function orderOf(table: Table, sort: Sorting | undefined): Int32Array | undefined {
  const column = sort && table.columns.get(sort.column);
  if (column === undefined) return undefined;
  const known = sorted?.sort.column === sort!.column && sorted.sort.descending === sort!.descending;
  if (sorted?.table === table && known) return sorted.order;
  const order = Int32Array.from({ length: table.nrows }, (_, i) => i);
  const sign = sort!.descending ? -1 : 1;
  order.sort((a, b) => compare(column, a, b, sign) || a - b);
  sorted = { table, sort: sort!, order };
  return order;
}

function compare(column: Column, a: number, b: number, sign: number): number {
  const [one, other] = [column.values[a]!, column.values[b]!];
  const [gone, absent] = [isMissing(one), isMissing(other)];
  if (gone || absent) return Number(gone) - Number(absent);
  return one < other ? -sign : one > other ? sign : 0;
}

const isMissing = (value: number | string) => value === '' || Number.isNaN(value);
