/** Errors of Excel workbooks, in English. */
import { type SheetName, sheetNames } from '../../text/sheet-names.js';
import { says, type Told } from '../../told.js';

export const unreadableXlsx = says(
  'unreadable-xlsx',
  ({ fault }: { readonly fault: Told }) => `cannot be read as a workbook: ${fault.text}`,
);
export const noMember = says('xlsx-fault/member', 'it has no {path}');
export const noSheets = says('xlsx-fault/sheets', 'it has no sheet with cells');
export const binaryWorkbook = says(
  'xlsx-fault/binary',
  'it is a binary workbook (.xlsb); save it as .xlsx',
);
export const manyMerged = says(
  'xlsx-fault/merged',
  'its merged blocks have more than {cells} cells for {values} values; leave out fillMerged, or undo the merging',
);
export const badReference = says(
  'xlsx-fault/reference',
  ({ path, of, found }: BadReference) => `${path} is damaged: it has a ${of} ${found}`,
);

interface BadReference {
  readonly path: string;
  readonly of: 'row' | 'cell';
  readonly found: string;
}

export const damagedCell = says(
  'xlsx-fault/cell',
  'cell {cell} is damaged (type {type}, value {value})',
);

interface Sheets {
  readonly sheets: readonly SheetName[];
}

export const unknownSheet = says(
  'unknown-sheet',
  ({
    sheet,
    of,
  }: {
    readonly sheets: readonly string[];
    readonly sheet: string | number;
    readonly of: readonly SheetName[];
  }) => `unknown sheet ${JSON.stringify(sheet)}; the sheets are ${sheetNames(of)}`,
);
export const noVisibleSheet = says(
  'empty-file/sheets',
  ({ sheets }: Sheets) => `expected a visible sheet with cells, found ${sheetNames(sheets)}`,
);
export const noCells = says(
  'no-rows',
  'expected headings and rows in sheet "{sheet}" from row {row} on, found no cell',
);
export const badRange = says(
  'bad-range',
  'expected a range such as A3:H34 or A:H, found "{range}"',
);
export const badRow = says(
  'bad-row',
  ({ header, lastRow }: { readonly header?: number; readonly lastRow?: number }) =>
    `expected ${header === undefined ? 'lastRow' : 'header'} as the number of a row from 1, found ${header ?? lastRow}`,
);
