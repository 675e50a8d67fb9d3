/** What every table must be, whatever its file; and the same numbers by other readers, where there are any. */
import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Table } from 'wasmetrics';
import { convertTable, type ReaderOptions, readTable } from 'wasmetrics/data';
import { complaintOn, WrongResult } from '../target.js';

export async function checkTable(
  bytes: Uint8Array<ArrayBuffer>,
  table: Table,
  options: ReaderOptions,
): Promise<void> {
  checkShape(table);
  if (options.format === 'csv') checkCsv(bytes, table, options);
  if (options.format === 'arrow') checkArrow(bytes, table);
  if (options.format === 'parquet') await checkParquet(bytes, table);
  await checkConverted(table);
}

/** As many cells as rows in each column, and warnings of one line. */
function checkShape({ nrows, columns, warnings = [] }: Table): void {
  for (const [name, { values, missing }] of columns) {
    if (values.length !== nrows || (missing !== undefined && missing.codes.length !== nrows)) {
      throw new WrongResult(`column "${name}" has ${values.length} cells for ${nrows} rows`);
    }
  }
  for (const { message } of warnings) {
    const complaint = complaintOn(message);
    if (complaint !== undefined) throw new WrongResult(`${complaint}: ${message.slice(0, 300)}`);
  }
}

const plainNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/;

/** Without quotes, carriage returns and options the cells are what a split of lines gives. */
function checkCsv(
  bytes: Uint8Array,
  table: Table,
  { decimal, encoding, comment }: ReaderOptions,
): void {
  const text = new TextDecoder().decode(bytes);
  if (decimal ?? encoding ?? comment ?? /["\r\uFFFD\uFEFF]/.exec(text)) return;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const delimiter = [',', ';', '\t', '|'].find(
    (one) => lines[0]!.split(one).length === table.columns.size,
  );
  if (delimiter === undefined || table.columns.size < 2 || lines.length !== table.nrows + 1) return;
  const rows = lines.slice(1).map((line) => line.split(delimiter));
  if (rows.some((row) => row.length !== table.columns.size)) return;
  [...table.columns].forEach(([name, column], j) => {
    rows.forEach((row, i) => {
      const cell = row[j]!.trim();
      if (!plainNumber.test(cell)) return;
      compare(
        `"${name}", row ${i}`,
        column.values[i],
        column.kind === 'number' ? Number(cell) : row[j],
      );
    });
  });
}

function checkArrow(bytes: Uint8Array, table: Table): void {
  const other = tableFromIPC(bytes);
  other.schema.fields.forEach((field, j) => {
    const column = table.columns.get(field.name);
    if (column?.kind !== 'number' || !/^(Float|U?Int)/.test(String(field.type))) return;
    if (other.schema.fields.filter(({ name }) => name === field.name).length > 1) return;
    const vector = other.getChildAt(j)!;
    for (let i = 0; i < table.nrows; i++) {
      compare(`"${field.name}", row ${i}`, column.values[i], Number(vector.get(i) ?? NaN));
    }
  });
}

async function checkParquet(
  file: ArrayBuffer | Uint8Array<ArrayBuffer>,
  table: Table,
): Promise<void> {
  const buffer = file instanceof ArrayBuffer ? file : file.buffer;
  // Some damage is in what only one of the readers looks at.
  const other = { file: buffer, compressors, utf8: false };
  const rows = await parquetReadObjects(other).catch(() => []);
  rows.forEach((row, i) => {
    for (const [name, column] of table.columns) {
      const cell: unknown = row[name];
      if (column.kind !== 'number' || typeof cell !== 'number') continue;
      // Decimals of the other reader are products, which are not the nearest doubles.
      const error = Math.abs(column.values[i]! - cell);
      if (error > 1e-12 * Math.abs(cell)) compare(`"${name}", row ${i}`, column.values[i], cell);
    }
  });
}

function compare(place: string, found: unknown, expected: unknown): void {
  if (Object.is(found, expected) || found === expected) return;
  throw new WrongResult(
    `${place}: found ${String(found)}, another reader gives ${String(expected)}`,
  );
}

/** A table written as JSON reads back as the table. */
async function checkConverted(table: Table): Promise<void> {
  if (table.columns.size === 0) return;
  const { bytes } = await convertTable(table, 'json');
  const again = await convertTable(await readTable(bytes, { format: 'json' }), 'json');
  const [first, second] = [bytes, again.bytes].map(columnsOf);
  if (first !== second) {
    const at = [...first!].findIndex((character, i) => character !== second![i]);
    const places = [first, second].map((text) => text!.slice(Math.max(0, at - 60), at + 60));
    throw new WrongResult(`JSON reads back as another table: ${places.join(' and then ')}`);
  }
}

function columnsOf(bytes: Uint8Array): string {
  const { nrows, columns } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  return JSON.stringify({ nrows, columns });
}
