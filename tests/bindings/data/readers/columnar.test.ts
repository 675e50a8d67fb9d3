import { describe, expect, test } from 'vitest';
import { type JsonTable } from '../../../../bindings/data/readers/json/json-table.js';
import { tableJson } from '../../../../bindings/data/convert/convert.js';
import { readArrow } from '../../../../bindings/data/readers/columnar/arrow/arrow.js';
import { readParquet } from '../../../../bindings/data/readers/columnar/parquet/parquet.js';
import type { Table } from '../../../../bindings/data/table.js';
import {
  converted,
  convertedCell,
  fileBytes,
  type FileCase,
  fileCases,
  isSummary,
} from './files.js';

/** Rows of JSON as plain values, to compare with what a file holds. */
const plain = (table: Table): JsonTable =>
  JSON.parse(JSON.stringify(tableJson(table))) as JsonTable;

function holds(table: JsonTable, { expected }: FileCase): void {
  expect(table.nrows).toBe(expected.nrows);
  expect(table.columns.map(({ name }) => name)).toEqual(expected.columns.map(({ name }) => name));
  expected.columns.forEach((column, j) => {
    const found = table.columns[j]!;
    if (!isSummary(column)) return void expect(found).toEqual(converted(column));
    const present = found.values.filter((value) => value !== null);
    expect(found.values.length - present.length).toBe(column.nulls);
    expect(new Set(present.map((value) => JSON.stringify(value))).size).toBe(column.distinct);
    for (const [row, cell] of Object.entries(column.at)) {
      expect(found.values[Number(row)]).toEqual(convertedCell(cell));
    }
    if (column.sum === undefined) return;
    expect((present as number[]).reduce((sum, value) => sum + value, 0)).toBe(column.sum);
  });
}

const formats = [
  {
    folder: 'parquet',
    code: 'unreadable-parquet',
    read: (bytes: Uint8Array<ArrayBuffer>, columns?: string[]) =>
      readParquet(bytes.buffer, { name: 'a.parquet', columns }),
  },
  {
    folder: 'arrow',
    code: 'unreadable-arrow',
    read: (bytes: Uint8Array<ArrayBuffer>, columns?: string[]) =>
      readArrow(bytes, { name: 'a.arrow', columns }),
  },
];

describe.each(formats)('$folder', ({ folder, code, read }) => {
  const cases = fileCases(folder);
  const readable = cases.filter(({ expected }) => expected.error === undefined);
  const damaged = cases.filter(({ expected }) => expected.error !== undefined);

  test.each(readable.map((one) => [one.id, one] as const))('reads %s', async (_, one) => {
    holds(plain(await read(fileBytes(folder, one))), one);
  });

  test.each(damaged.map((one) => [one.id, one] as const))('refuses %s', async (_, one) => {
    await expect(read(fileBytes(folder, one))).rejects.toMatchObject({ code });
  });

  test('reads the columns that are asked for', async () => {
    const [one] = readable.filter(({ id }) => id.includes('mixed'));
    const table = await read(fileBytes(folder, one!), ['id', 'x', 'none']);
    expect([...table.columns.keys()]).toEqual(['id', 'x']);
  });
});
