/** Tables as files. */
import { checkArgument, oneOf } from '../../core/arguments/arguments.js';
import { builtOf } from '../steps/facts.js';
import type { Table } from '../table.js';
import { anyTable, type DataInput } from '../to-table.js';
import { tableJson } from './json.js';
import type { WrittenFile } from './written.js';

/** Formats that `convertTable` writes. */
export const convertFormats = ['json', 'csv', 'dta', 'arrow', 'parquet'] as const;

export type ConvertFormat = (typeof convertFormats)[number];

/** Writers load their packages when they are first used. */
const writers: Readonly<Record<ConvertFormat, (table: Table) => Promise<WrittenFile>>> = {
  json: (table) => Promise.resolve(jsonFile(table)),
  csv: async (table) => (await import('./csv.js')).tableToCsv(table),
  dta: async (table) => (await import('./dta.js')).tableToDta(table),
  arrow: async (table) => (await import('./arrow.js')).tableToArrow(table),
  parquet: async (table) => (await import('./parquet.js')).tableToParquet(table),
};

/**
 * A table as a file, and notes on what the format cannot say of it. JSON says all, with the warnings of the table.
 *
 * @throws InputError `bad-value`; for the data as `toTable`; `missing-package` for Parquet without hyparquet-writer; for
 *   .dta what Stata cannot store
 */
export async function convertTable(data: DataInput, to: ConvertFormat): Promise<WrittenFile> {
  checkArgument('convertTable', 'to', oneOf(convertFormats), to);
  return writers[to](anyTable(data));
}

function jsonFile(table: Table): WrittenFile {
  const warnings = (table.warnings ?? []).map(({ code, message }) => ({ code, message }));
  const json = { ...tableJson(table), ...builtOf(table), warnings };
  const text = `${JSON.stringify(json)}\n`;
  return { bytes: new TextEncoder().encode(text), notes: [] };
}
