import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonCell } from '../../../../../bindings/data/readers/json/json-table.js';
import { codes, type Options, plain, read } from './support.js';

const folder = new URL('../../../../golden/files/xlsx/', import.meta.url);

type Cell =
  | null
  | number
  | string
  | boolean
  | { readonly date?: string; readonly timestamp?: string; readonly error?: string };

interface WorkbookCase {
  readonly id: string;
  readonly data: string;
  readonly expected: {
    readonly format: string;
    readonly error?: string;
    readonly tables?: readonly {
      readonly options: Options;
      readonly nrows: number;
      readonly columns: readonly { readonly name: string; readonly values: readonly Cell[] }[];
    }[];
  };
}

const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as WorkbookCase);
const bytesOf = (id: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${id}.xlsx`, folder)));
function value(cell: Cell): JsonCell {
  if (cell === null || typeof cell !== 'object') return cell;
  return cell.timestamp ?? cell.date ?? null;
}

function isDate(cell: Cell): boolean {
  return typeof cell === 'object' && cell?.date !== undefined;
}

/** A number as the program stores it: LibreOffice writes 15 digits. */
function stored(id: string, cell: JsonCell): JsonCell {
  const isShort = id === 'formulas_libreoffice' && typeof cell === 'number';
  return isShort ? Number(cell.toPrecision(15)) : cell;
}

const tables = cases.flatMap(({ id, expected }) =>
  (expected.tables ?? []).map((table) => [id, JSON.stringify(table.options), table] as const),
);

describe('the workbooks of many programs', () => {
  test.each(tables)('%s with %s', (id, _, { options, nrows, columns }) => {
    const table = read(bytesOf(id), options);
    const { columns: found } = plain(table);
    expect(table.nrows).toBe(nrows);
    expect(found.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    columns.forEach(({ values }, j) => {
      const isMixed = values.some(isDate) && values.some((cell) => typeof cell === 'number');
      const expected = values.map(value).map((cell) => stored(id, cell));
      expect(found[j]!.values).toEqual(isMixed ? expected.map(String) : expected);
      values.forEach((cell, row) => {
        if (typeof cell !== 'object' || cell?.error === undefined) return;
        expect(found[j]!.missing?.[row]).toBe(cell.error);
      });
    });
  });

  test.each(cases.filter(({ id }) => id.startsWith('bad_')).map(({ id }) => [id]))(
    'refuses %s in one line',
    (id) => {
      const failure = expect.objectContaining({
        code: 'unreadable-xlsx',
        message: expect.stringMatching(/^a\.xlsx: cannot be read as a workbook: .+$/),
      });
      expect(() => read(bytesOf(id))).toThrow(failure);
    },
  );
});

describe('what is said of a workbook', () => {
  test.each([
    [
      'yearbook_openpyxl',
      {},
      [
        'other-sheets',
        'title-rows',
        'empty-rows',
        'note-rows',
        'heading-rows',
        'merged-cells',
        'hidden-cells',
      ],
    ],
    ['formulas_nocache_openpyxl', {}, ['uncomputed-formulas']],
    ['formulas_xlsxwriter', {}, ['uncomputed-formulas', 'cell-errors']],
    ['formulas_libreoffice', {}, ['cell-errors']],
    ['offset_openpyxl', {}, ['empty-rows']],
    ['exceljs', {}, ['duplicate-names', 'blank-names']],
    ['dateformats_xlsxwriter', {}, ['mixed-column']],
    ['types_openpyxl', {}, []],
    ['writexl', { sheet: 'second' }, []],
    [
      'yearbook_openpyxl',
      { sheet: 2, range: 'A4:E10', unitsRow: true },
      ['empty-rows', 'merged-cells', 'hidden-cells'],
    ],
  ])('%s with %j', (id, options, expected) => {
    expect(codes(read(bytesOf(id), options))).toEqual(expected);
  });

  test('the sheet that was read, and the others', () => {
    const [of] = read(bytesOf('yearbook_openpyxl')).warnings!;
    expect(of!.message).toBe(
      'a.xlsx: sheet "Panel 2017-2018" is read, because sheet "README" has no table; the other sheets are "README", "Empty", "hidden" (hidden); set sheet to choose',
    );
  });
});

describe('options', () => {
  const yearbook = bytesOf('yearbook_openpyxl');

  test('the row of headings and the last row are rows of the sheet', () => {
    const options = { sheet: 'Panel 2017-2018', header: 4, lastRow: 7, unitsRow: true };
    expect(plain(read(yearbook, options)).columns[1]).toEqual({
      name: 'year',
      type: 'number',
      values: [2017, 2018],
    });
  });

  test('columns by letter', () => {
    const options = { sheet: 2, range: '$B:C', header: 4, unitsRow: true, lastRow: 10 };
    expect([...read(yearbook, options).columns.keys()]).toEqual(['year', 'services']);
  });

  test('names of columns', () => {
    const options = { sheet: 2, header: 4, columns: ['growth', 'none'] };
    expect([...read(yearbook, options).columns.keys()]).toEqual(['growth']);
  });

  test.each<[Options, string]>([
    [
      { sheet: 'nope' },
      'unknown-sheet: a.xlsx: unknown sheet "nope"; the sheets are "README", "Panel 2017-2018", "Empty", "hidden" (hidden)',
    ],
    [
      { sheet: 9 },
      'unknown-sheet: a.xlsx: unknown sheet 9; the sheets are "README", "Panel 2017-2018", "Empty", "hidden" (hidden)',
    ],
    [
      { range: 'H3:A1' },
      'bad-range: a.xlsx: expected a range such as A3:H34 or A:H, found "H3:A1"',
    ],
    [{ header: 0 }, 'bad-row: a.xlsx: expected header as the number of a row from 1, found 0'],
    [
      { sheet: 'Empty' },
      'no-rows: a.xlsx: expected headings and rows in sheet "Empty" from row 1 on, found no cell',
    ],
    [
      { sheet: 2, header: 50 },
      'no-rows: a.xlsx: expected headings and rows in sheet "Panel 2017-2018" from row 50 on, found no cell',
    ],
  ])('%j is refused', (options, message) => {
    let found = '';
    try {
      read(yearbook, options);
    } catch (error) {
      found = `${(error as { code: string }).code}: ${(error as Error).message}`;
    }
    expect(found).toBe(message);
  });
});

describe('damaged files', () => {
  test('no bit can change without an error or the same table', () => {
    const bytes = bytesOf('writexl');
    const expected = plain(read(bytes));
    for (let i = 0; i < bytes.length; i += 7) {
      const damaged = bytes.slice();
      damaged[i]! ^= 1 << (i % 8);
      try {
        expect(plain(read(damaged))).toEqual(expected);
      } catch (error) {
        if ((error as { code?: string }).code !== 'unreadable-xlsx') throw error;
      }
    }
  });
});
