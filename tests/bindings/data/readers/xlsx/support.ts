import { type JsonTable } from '../../../../../bindings/data/readers/json/json-table.js';
import { tableJson } from '../../../../../bindings/data/convert/convert.js';
import { readXlsx, type XlsxOptions } from '../../../../../bindings/data/readers/xlsx/index.js';
import type { Table } from '../../../../../bindings/data/table.js';

export type Options = Omit<XlsxOptions, 'name'>;

export const read = (bytes: Uint8Array, options: Options = {}): Table =>
  readXlsx(bytes, { name: 'a.xlsx', ...options });

export const plain = (table: Table): JsonTable =>
  JSON.parse(JSON.stringify(tableJson(table))) as JsonTable;

export const codes = (table: Table): string[] => (table.warnings ?? []).map(({ code }) => code);
