/**
 * Excel workbooks (.xlsx). The packages that read them lose what estimation needs: error cells and formulas without a
 * value become empty, dates are cut to the millisecond below, merged blocks and hidden sheets are not told. So the tags
 * are read here, by the parser that such packages use.
 */
import { InputError } from '../../../core/errors/errors.js';
import type { Column } from '../../column.js';
import type { TableWarning } from '../../table-warning.js';
import { type Table, tableOf } from '../../table.js';
import { type Archive, openArchive } from '../bytes/zip-archive.js';
import { cellText, codedColumn } from '../coded-column.js';
import { FileRowsBuilder } from '../file-rows.js';
import { checkFilled } from '../limits.js';
import { wantedBy, withNames } from '../selection.js';
import { columnNames, keptWarnings } from '../headings.js';
import { addressOf } from './address.js';
import { chooseSheet } from './choose.js';
import { fail, WorkbookError } from './error.js';
import { filledRows, layoutOf, mergedWarnings } from './layout.js';
import type { XlsxOptions } from './options.js';
import { readSheet, type Sheet, type SheetContext } from './sheet.js';
import { sharedStrings } from './strings.js';
import { dateStyles } from './styles.js';
import { readWorkbook, requiredMember, type Workbook } from './workbook.js';
import { sheetWarnings } from '../../../words/en/warnings/sheets.js';
import { warning } from '../../../words/warning.js';

export type { XlsxOptions } from './options.js';

/**
 * The table of a sheet: a row of headings and rows below, of which those without cells are left out. Numbers with a date
 * format are dates. Errors and formulas without a value are missing.
 *
 * @throws InputError `unreadable-xlsx`, `unknown-sheet`, `empty-file`, `no-rows`, `sparse-table`, `bad-range` or
 *   `bad-row`
 */
export function readXlsx(bytes: Uint8Array, options: XlsxOptions): Table {
  try {
    const archive = openArchive(bytes, fail);
    const workbook = readWorkbook(archive);
    const context = contextOf(archive, workbook);
    /** Many sheets may have one path. */
    const read = new Map<string, Sheet>();
    const { name, sheet, warnings } = chooseSheet(workbook.sheets, options, ({ path }) => {
      const sheet = read.get(path) ?? readSheet(requiredMember(archive, path), path, context);
      read.set(path, sheet);
      return sheet;
    });
    return sheetTable(sheet, name, options, warnings);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const message = `${options.name}: cannot be read as an Excel workbook: ${error.message}`;
    throw new InputError('unreadable-xlsx', message);
  }
}

function contextOf(
  archive: Archive,
  { from1904, stylesPath, stringsPath }: Workbook,
): SheetContext {
  const [styles, strings] = [stylesPath, stringsPath].map((path) =>
    path === undefined ? undefined : requiredMember(archive, path),
  );
  return {
    from1904,
    dateStyles: styles ? dateStyles(styles, stylesPath!) : [],
    strings: strings ? sharedStrings(strings, stringsPath!) : [],
  };
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
  const headings = layout.columns.map((column) =>
    cellText(read.rows.get(layout.header)?.get(column)),
  );
  const { names, warnings: renamed } = columnNames(headings);
  const declared = new Set(options.missing);
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
    ...(isFilled ? [] : mergedWarnings(sheet, layout)),
    ...uncomputedWarnings(sheet),
  ];
  layout.columns.forEach((column, j) => {
    const name = names[j]!;
    if (!isWanted(name)) return;
    const cells = layout.rows.map((row) => read.rows.get(row)?.get(column));
    const place = (row: number): string => addressOf(layout.rows[row]!, column);
    const result = codedColumn(name, cells, { declared, words: true, place });
    columns.set(name, result.column);
    cellWarnings.push(...result.warnings);
  });
  const warnings = [...ofSheet, ...keptWarnings(renamed, columns.keys()), ...cellWarnings];
  const fileRows = new FileRowsBuilder();
  layout.rows.forEach((row, i) => fileRows.add(i, row + 1));
  const rows = { nrows: layout.rows.length, ...fileRows.finish() };
  return tableOf(withNames({ ...rows, columns }, names), warnings);
}

function uncomputedWarnings({ uncomputed }: Sheet): TableWarning[] {
  const [first] = uncomputed;
  if (first === undefined) return [];
  return [warning(sheetWarnings, 'uncomputed-formulas', { cells: uncomputed.length, first })];
}
