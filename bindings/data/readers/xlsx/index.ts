/**
 * Workbooks of Excel (.xlsx) and OpenDocument (.ods). Existing packages lose what estimation needs: error cells and formulas without a value
 * become empty, dates are rounded down to milliseconds, and merged blocks and hidden sheets are not reported. So the
 * XML is read here, with the parser that such packages use.
 */
import { InputError } from '../../../core/errors/errors.js';
import type { Column } from '../../column.js';
import type { TableWarning } from '../../table-warning.js';
import { type Table, tableOf } from '../../table.js';
import { openArchive } from '../bytes/zip-archive.js';
import { cellText, codedColumn } from '../coded-column.js';
import { FileRowsBuilder } from '../file-rows.js';
import { checkFilled } from '../limits.js';
import { wantedBy, withNames } from '../selection.js';
import { columnNames, keptWarnings } from '../headings.js';
import { addressOf } from './address.js';
import { type HeadingTexts, headingTexts } from '../heading-rows.js';
import { textNumbersOf } from '../texts/format.js';
import { TotalRows } from '../csv/cells/total-cells.js';
import { hasNumbers } from './head-and-foot.js';
import { filledRows, type Layout, layoutOf, mergedWarnings } from './layout.js';
import type { XlsxOptions } from './options.js';
import type { Sheet } from './sheet.js';
import { sheetsOf } from './sheets.js';
import type { WorkbookSheet } from './workbook.js';
import { sheetWarnings } from '../../../words/en/warnings/sheets.js';
import { warning } from '../../../words/warning.js';
import type { SheetName } from '../../../words/text/sheet-names.js';
import * as said from '../../../words/errors/readers/xlsx.js';
import { FileError } from '../damage.js';

export type { XlsxOptions } from './options.js';

/**
 * The table of a sheet: a row of headings and the rows below; rows without cells are left out. Numbers with a date
 * format are dates. Errors and formulas without a value are missing.
 *
 * @throws InputError `unreadable-xlsx`, `unknown-sheet`, `empty-file`, `no-rows`, `sparse-table`, `bad-range` or
 *   `bad-row`
 */
export function readXlsx(bytes: Uint8Array, options: XlsxOptions): Table {
  try {
    const archive = openArchive(bytes, (fault) => new FileError(fault));
    const { sheets, read } = sheetsOf(archive);
    const { name, sheet, warnings } = chooseSheet(sheets, options, read);
    return sheetTable(sheet, name, options, warnings);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new InputError(said.unreadableXlsx({ fault: error.fault }), options.name);
  }
}

function sheetTable(
  sheet: Sheet,
  sheetName: string,
  options: XlsxOptions,
  earlier: readonly TableWarning[],
): Table {
  const isFilled = options.fillMerged === true;
  const read = isFilled ? { ...sheet, rows: filledRows(sheet) } : sheet;
  const layout = layoutOf(read, sheetName, options);
  const headings = headingsOf(sheet, layout);
  const { names, warnings: renamed } = columnNames(headings.names);
  const declared = new Set(options.missing);
  const numbersIn = textNumbersOf(options);
  checkFilled(options.name, {
    nrows: layout.rows.length,
    ncolumns: layout.columns.length,
    nvalues: layout.rows.reduce((sum, row) => sum + read.rows.get(row)!.size, 0),
  });
  const isWanted = wantedBy({ columns: options.columns });
  const columns = new Map<string, Column>();
  const cellWarnings: TableWarning[] = [];
  const ofSheet = [
    ...earlier,
    ...layout.warnings,
    ...headingWarnings(layout, headings),
    ...(isFilled ? [] : mergedWarnings(sheet, layout)),
    ...uncomputedWarnings(sheet),
    ...hiddenWarnings(sheet, layout),
  ];
  const totals = new TotalRows();
  layout.columns.forEach((column, j) => {
    const name = names[j]!;
    const cells = layout.rows.map((row) => read.rows.get(row)?.get(column));
    const texts = cells.map((cell) => (typeof cell === 'string' ? cell : ''));
    totals.addColumn(name, texts, (row) => layout.rows[row]! + 1);
    if (!isWanted(name)) return;
    const place = (row: number): string => addressOf(layout.rows[row]!, column);
    const result = codedColumn(name, cells, {
      declared,
      words: true,
      place,
      numbers: numbersIn(name),
    });
    columns.set(name, withHeadings(result.column, headings, j));
    cellWarnings.push(...result.warnings);
  });
  const warnings = [
    ...ofSheet,
    ...keptWarnings(renamed, columns.keys()),
    ...cellWarnings,
    ...totals.warnings(),
  ];
  const fileRows = new FileRowsBuilder();
  layout.rows.forEach((row, i) => fileRows.add(i, row + 1));
  const rows = { nrows: layout.rows.length, ...fileRows.finish() };
  return tableOf(withNames({ ...rows, columns }, names), warnings);
}

/** The headings of each column; one that is merged stands above all its columns. */
function headingsOf(sheet: Sheet, { headings, units, columns }: Layout): HeadingTexts {
  const { rows } = headings.length > 1 ? { rows: filledRows(sheet) } : sheet;
  const textsIn = (row: number): string[] =>
    columns.map((column) => cellText(rows.get(row)?.get(column)));
  const texts = headingTexts(headings.map(textsIn));
  return units === undefined ? texts : { ...texts, units: textsIn(units) };
}

/** The column with its label and its unit. */
function withHeadings(column: Column, { labels, units }: HeadingTexts, j: number): Column {
  const [label = '', unit = ''] = [labels?.[j]?.trim(), units?.[j]?.trim()];
  return { ...column, ...(label !== '' && { label }), ...(unit !== '' && { unit }) };
}

function headingWarnings({ headings }: Layout, { roles }: HeadingTexts): TableWarning[] {
  if (headings.length === 1) return [];
  const rows = headings.map((row, i) => ({ row: row + 1, role: roles[i]! }));
  return [warning(sheetWarnings, 'heading-rows', { rows })];
}

/** Warns of rows and columns of the table that the program hides. */
function hiddenWarnings({ hidden }: Sheet, layout: Layout): TableWarning[] {
  const rows = layout.rows.filter((row) => hidden.rows.has(row));
  const columns = layout.columns.filter((column) => hidden.columns.has(column));
  const [row, column] = [rows[0], columns[0]];
  if (row === undefined && column === undefined) return [];
  const detail = {
    ...(row !== undefined && { rows: { count: rows.length, first: row + 1 } }),
    ...(column !== undefined && {
      columns: { count: columns.length, first: addressOf(0, column).slice(0, -1) },
    }),
  };
  return [warning(sheetWarnings, 'hidden-cells', detail)];
}

function uncomputedWarnings({ uncomputed }: Sheet): TableWarning[] {
  const [first] = uncomputed;
  if (first === undefined) return [];
  return [warning(sheetWarnings, 'uncomputed-formulas', { cells: uncomputed.length, first })];
}

interface ChosenSheet {
  readonly name: string;
  readonly sheet: Sheet;
  readonly warnings: readonly TableWarning[];
}

/** The sheet that the options name, or the first visible one with cells; then a warning names the others. */
function chooseSheet(
  sheets: readonly WorkbookSheet[],
  options: XlsxOptions,
  read: (sheet: WorkbookSheet) => Sheet,
): ChosenSheet {
  if (options.sheet !== undefined) {
    const chosen = namedSheet(sheets, options.sheet);
    if (chosen !== undefined) return { name: chosen.name, sheet: read(chosen), warnings: [] };
    const names = sheets.map(({ name }) => name);
    const detail = { sheets: names, sheet: options.sheet, of: named(sheets) };
    throw new InputError(said.unknownSheet(detail), options.name);
  }
  const visible = sheets.filter(({ hidden }) => !hidden);
  const first = visible.find((sheet) => read(sheet).rows.size > 0);
  if (first === undefined) {
    throw new InputError(said.noVisibleSheet({ sheets: named(sheets) }), options.name);
  }
  const isTable = (sheet: WorkbookSheet): boolean => hasTable(read(sheet));
  const isNumeric = (sheet: WorkbookSheet): boolean => isTable(sheet) && hasNumbers(read(sheet));
  const chosen = [isNumeric, isTable].flatMap((test) => visible.find(test) ?? [])[0] ?? first;
  return {
    name: chosen.name,
    sheet: read(chosen),
    warnings: otherSheets(sheets, { chosen, first }, [
      options.name,
      isTable(first) ? 'numbers' : 'table',
    ]),
  };
}

/** True if two rows have two cells or more. */
function hasTable({ rows }: Sheet): boolean {
  let nwide = 0;
  for (const cells of rows.values()) if (cells.size > 1 && ++nwide === 2) return true;
  return false;
}

const named = (sheets: readonly WorkbookSheet[]): SheetName[] =>
  sheets.map(({ name, hidden }) => ({ name, hidden }));

function namedSheet(
  sheets: readonly WorkbookSheet[],
  wanted: string | number,
): WorkbookSheet | undefined {
  const text = String(wanted);
  const byNumber = /^\d+$/.test(text) ? sheets[Number(text) - 1] : undefined;
  const byName =
    sheets.find(({ name }) => name === text) ??
    sheets.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return typeof wanted === 'number' ? (byNumber ?? byName) : (byName ?? byNumber);
}

function otherSheets(
  sheets: readonly WorkbookSheet[],
  { chosen, first }: Readonly<Record<'chosen' | 'first', WorkbookSheet>>,
  [file, lacks]: readonly [file: string, lacks: 'table' | 'numbers'],
): TableWarning[] {
  const others = sheets.filter((sheet) => sheet !== chosen);
  if (others.length === 0) return [];
  const passed = chosen === first ? {} : { first: first.name, lacks };
  const detail = { file, sheet: chosen.name, ...passed, others: named(others) };
  return [warning(sheetWarnings, 'other-sheets', detail)];
}
