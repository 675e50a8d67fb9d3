import { InputError } from '../../../core/errors/errors.js';
import type { Column } from '../../column.js';
import type { TableWarning } from '../../table-warning.js';
import { type Table, tableOf } from '../../table.js';
import { rowNumber } from '../../place.js';
import { wantedBy, withNames } from '../selection.js';
import type { TypedCell } from '../cell-column.js';
import { cellText, codedColumn } from '../coded-column.js';
import type { ReaderOptions } from '../options.js';
import { textNumbersOf } from '../texts/format.js';
import { rowsBelowUnits, withoutUnitsRow, withUnit } from '../texts/units-row.js';
import { decodeText } from '../bytes/decode-text.js';
import { convertedTable, isConverted } from './converted.js';
import { checkFilled } from '../limits.js';
import { doubledKey, firstFault, markNumerals } from './scan.js';
import * as said from '../../../words/errors/readers/json.js';
import type { Told } from '../../../words/told.js';
import { otherLengths } from '../../../words/errors/data/tables.js';

export interface JsonOptions extends Pick<
  ReaderOptions,
  'decimal' | 'thousands' | 'percent' | 'marks' | 'types' | 'unitsRow'
> {
  /** Names the file in messages. */
  readonly name: string;
  /** Names of the columns to read. Default: all. */
  readonly columns?: readonly string[] | undefined;
  /** Texts and numbers that mean a missing value. Default: null only. */
  readonly missing?: readonly string[] | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The table of a JSON file: records `[{"x": 1}, …]`, one record per line, columns `{"x": [1, …]}`, or what `convert`
 * writes. null and absent keys are missing. A column of texts that are all ISO dates has dates. Integers that a double
 * does not hold stay text.
 *
 * @throws InputError `bad-json`, `bad-cell`, `column-length`, `sparse-table` or `empty-data`; for bytes as `decodeText`
 */
export function readJson(data: string | Uint8Array, options: JsonOptions): Table {
  const { name } = options;
  const text =
    typeof data === 'string' ? data.replace(/^\uFEFF/, '') : decodeText(data, { name }).text;
  const { value, mark } = parsed(text, name);
  const doubled = doubledKey(text, value);
  if (doubled !== undefined) throw badJson(name, said.doubledKey(doubled));
  if (isConverted(value)) {
    const table = convertedTable(value, mark, options);
    return options.unitsRow === true ? withoutUnitsRow(table) : table;
  }
  if (Array.isArray(value))
    return tableOfCells(recordCells(value, name), value.length, mark, options);
  if (!isObject(value)) throw badJson(name, said.noTable({ kind: kindOf(value) }));
  const parts = Object.entries(value);
  if (parts.length > 0 && parts.every(([, part]) => !isNested(part))) {
    return tableOfCells(recordCells([value], name), 1, mark, options);
  }
  return columnsTable(parts, mark, options);
}

/** The value of the whole text or, if it is not JSON, of its lines. */
function parsed(text: string, name: string): { readonly value: unknown; readonly mark: string } {
  if (text.trim() === '') throw new InputError(said.noJson(), name);
  const { text: marked, mark } = markNumerals(text, name);
  const value = tryParse(marked);
  if (value !== undefined) return { value, mark };
  const lines = marked.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '')!;
  if (!isObject(tryParse(first))) throw badJson(name, firstFault(text) ?? said.incompleteJson());
  const records = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const record = tryParse(line);
    if (isObject(record)) return [record];
    throw badJson(name, said.incompleteRecord({ line: i + 1 }));
  });
  return { value: records, mark };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function badJson(name: string, fault: Told): InputError {
  return new InputError(said.badJson({ fault }), name);
}

function isObject(value: unknown): value is JsonObject {
  return isNested(value) && !Array.isArray(value);
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function kindOf(value: unknown): said.JsonKind {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : (typeof value as said.JsonKind);
}

/** Columns of the keys of all records, in the order of their first records. */
function recordCells(records: readonly unknown[], name: string): Map<string, unknown[]> {
  if (records.length === 0) {
    throw new InputError(said.noRecords(), name);
  }
  const cells = new Map<string, unknown[]>();
  let nvalues = 0;
  records.forEach((record, row) => {
    if (!isObject(record)) {
      throw badJson(name, said.notRecord({ row: rowNumber(row), kind: kindOf(record) }));
    }
    for (const key of Object.keys(record)) {
      nvalues++;
      if (!cells.has(key)) cells.set(key, []);
    }
  });
  checkFilled(name, { nrows: records.length, ncolumns: cells.size, nvalues });
  for (const key of cells.keys()) {
    cells.set(key, new Array<unknown>(records.length).fill(null));
  }
  (records as readonly JsonObject[]).forEach((record, row) => {
    for (const [key, value] of Object.entries(record)) cells.get(key)![row] = value;
  });
  return cells;
}

function columnsTable(
  parts: readonly (readonly [string, unknown])[],
  mark: string,
  options: JsonOptions,
): Table {
  const { name } = options;
  const [first] = parts;
  if (first === undefined) {
    throw new InputError(said.noColumns(), name);
  }
  const nrows = Array.isArray(first[1]) ? first[1].length : 0;
  for (const [key, values] of parts) {
    if (!Array.isArray(values)) {
      throw badJson(name, said.notColumn({ column: key, kind: kindOf(values) }));
    }
    if (values.length === nrows) continue;
    const detail = { columns: [first[0], key], lengths: [nrows, values.length] } as const;
    throw new InputError(otherLengths(detail), name);
  }
  return tableOfCells(new Map(parts as readonly [string, unknown[]][]), nrows, mark, options);
}

function tableOfCells(
  cells: ReadonlyMap<string, readonly unknown[]>,
  nrows: number,
  mark: string,
  options: JsonOptions,
): Table {
  const columns = new Map<string, Column>();
  const warnings: TableWarning[] = [];
  const declared = new Set(options.missing);
  const isWanted = wantedBy({ columns: options.columns });
  const numbersIn = textNumbersOf(options);
  const hasUnits = options.unitsRow === true && nrows > 0;
  const fileRows = hasUnits ? rowsBelowUnits : undefined;
  for (const [name, values] of cells) {
    if (!isWanted(name)) continue;
    const typed = values.map((cell, row) =>
      typedCell(cell, mark, () => nested(name, row, cell, options)),
    );
    const place = (row: number) => rowNumber(row, fileRows);
    const unit = hasUnits ? cellText(typed.shift()) : '';
    const numbers = numbersIn(name);
    const read = codedColumn(name, typed, { declared, isoDates: true, place, numbers });
    columns.set(name, withUnit(read.column, unit));
    warnings.push(...read.warnings);
  }
  const rows = fileRows === undefined ? { nrows } : { nrows: nrows - 1, fileRows };
  return tableOf(withNames({ ...rows, columns }, [...cells.keys()]), warnings);
}

function typedCell(cell: unknown, mark: string, refuse: () => InputError): TypedCell {
  if (isNested(cell)) throw refuse();
  if (typeof cell === 'string' && cell.startsWith(mark))
    return { numeral: cell.slice(mark.length) };
  return cell as TypedCell;
}

function nested(key: string, row: number, cell: unknown, { name }: JsonOptions): InputError {
  return new InputError(
    said.nestedCell({ column: key, row: rowNumber(row), kind: kindOf(cell) }),
    name,
  );
}
