/** Tables as files. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { onlyCsv } from '../../words/expectations/data.js';
import {
  badArgument,
  checkArgument,
  checkKeys,
  flag,
  oneOf,
} from '../../core/arguments/arguments.js';
import { builtOf } from '../steps/facts.js';
import { anyTable, type DataInput } from '../to-table.js';
import { type Frequency, parsePeriod, periodText } from '../panel/periods.js';
import type { Column, MissingKinds } from '../column.js';
import type { JsonCell, JsonColumn, JsonTable } from '../readers/json/json-table.js';
import type { Table } from '../table.js';
import { withNotes, type WrittenFile } from './written.js';

/** Formats that `convertTable` writes. */
export const convertFormats = ['json', 'csv', 'dta', 'arrow', 'parquet'] as const;

export type ConvertFormat = (typeof convertFormats)[number];

/** Options of `convertTable`. */
export interface ConvertOptions extends LocalOptions {
  /**
   * CSV only: put an apostrophe before texts and names that a spreadsheet would run as formulas; a note counts them.
   * Default false: texts are written as they are.
   */
  readonly protectFormulas?: boolean | undefined;
}

/** Each writer loads its packages on first use. */
const writers: Readonly<
  Record<ConvertFormat, (table: Table, options: ConvertOptions) => Promise<WrittenFile>>
> = {
  json: (table) => Promise.resolve(jsonFile(table)),
  csv: async (table, { protectFormulas }) =>
    (await import('./csv.js')).tableToCsv(table, protectFormulas),
  dta: async (table) => (await import('./dta.js')).tableToDta(table),
  arrow: async (table) => (await import('./arrow.js')).tableToArrow(table),
  parquet: async (table) => (await import('./parquet.js')).tableToParquet(table),
};

/**
 * Writes a table as a file, with notes on what the format cannot store. JSON stores everything, including the table's
 * warnings.
 *
 * @throws InputError `bad-value`; as `toTable`, for the data; `missing-package` for Parquet without hyparquet-writer;
 *   as `tableToDta`
 */
export async function convertTable(
  data: DataInput,
  to: ConvertFormat,
  options: ConvertOptions = {},
): Promise<WrittenFile> {
  to = checkArgument('convertTable', 'to', oneOf(convertFormats), to);
  checkKeys('convertTable', { ...localSchemas, protectFormulas: flag }, options);
  if (options.protectFormulas === true && to !== 'csv') {
    throw badArgument('convertTable', 'protectFormulas', onlyCsv(), to);
  }
  return inOnePiece(options, () => writers[to](anyTable(data), options));
}

function jsonFile(table: Table): WrittenFile {
  const warnings = (table.warnings ?? []).map(({ code, message }) => ({ code, message }));
  const json = { ...tableJson(table), ...builtOf(table), warnings };
  const text = `${JSON.stringify(json)}\n`;
  return withNotes(new TextEncoder().encode(text), []);
}

/** A table as JSON, with everything known about its columns. */
export function tableJson({ nrows, columns }: Table): JsonTable {
  return { nrows, columns: Array.from(columns, ([name, column]) => columnJson(name, column)) };
}

function columnJson(name: string, column: Column): JsonColumn {
  const { label, valueLabels, missing } = column;
  return {
    name,
    ...(column.kind === 'number' ? numbersJson(column) : textsJson(column)),
    ...(label !== undefined && { label }),
    ...(valueLabels && { valueLabels: Object.fromEntries(valueLabels) }),
    ...(missing && { missing: kindsJson(missing) }),
  };
}

type Values = Pick<JsonColumn, 'type' | 'frequency' | 'values'>;

function numbersJson(column: Column & { readonly kind: 'number' }): Values {
  const { values, frequency, nans } = column;
  const cells = (cell: (value: number) => JsonCell): JsonCell[] =>
    Array.from(values, (value, row) =>
      Number.isNaN(value) && nans?.has(row) !== true ? null : cell(value),
    );
  if (column.boolean) return { type: 'boolean', values: cells((value) => value !== 0) };
  if (frequency === undefined) return { type: 'number', values: cells(numberJson) };
  return { type: 'date', frequency, values: cells((count) => dateJson(frequency, count)) };
}

/** A date; for a period that is a fraction or beyond the calendar, its count. */
function dateJson(frequency: Frequency, count: number): JsonCell {
  const text = periodText(frequency, count);
  return parsePeriod(frequency, text) === undefined ? { number: String(count) } : text;
}

function numberJson(value: number): JsonCell {
  return Number.isFinite(value) ? value : { number: String(value) };
}

function textsJson(column: Column & { readonly kind: 'text' }): Values {
  const { values, nulls, bytes, integers } = column;
  return {
    type: integers ? 'integer-text' : 'text',
    values: values.map((value, row) => {
      if (value === '' && (nulls === undefined || nulls[row] === 1)) return null;
      return bytes?.has(row) === true ? { hex: value } : value;
    }),
  };
}

function kindsJson({ names, codes }: MissingKinds): Record<string, string> {
  const kinds: Record<string, string> = {};
  codes.forEach((code, row) => {
    if (code > 0) kinds[row] = names[code - 1]!;
  });
  return kinds;
}
