import { InputError } from '../../../core/errors/errors.js';
import type { TableWarning } from '../../table-warning.js';
import type { XlsxOptions } from './options.js';
import type { Sheet } from './sheet.js';
import type { WorkbookSheet } from './workbook.js';
import { sheetWarnings } from '../../../words/en/warnings/sheets.js';
import { warning } from '../../../words/warning.js';
import { sheetNames } from '../../../words/en/sheet-names.js';

export interface ChosenSheet {
  readonly name: string;
  readonly sheet: Sheet;
  readonly warnings: readonly TableWarning[];
}

/** The sheet that the options name, or the first visible one with cells; then a warning names the others. */
export function chooseSheet(
  sheets: readonly WorkbookSheet[],
  options: XlsxOptions,
  read: (sheet: WorkbookSheet) => Sheet,
): ChosenSheet {
  if (options.sheet !== undefined) {
    const chosen = namedSheet(sheets, options.sheet);
    if (chosen !== undefined) return { name: chosen.name, sheet: read(chosen), warnings: [] };
    const message = `${options.name}: unknown sheet ${JSON.stringify(options.sheet)}; the sheets are ${sheetNames(sheets)}`;
    throw new InputError('unknown-sheet', message, { sheets: sheets.map(({ name }) => name) });
  }
  for (const candidate of sheets) {
    if (candidate.hidden) continue;
    const sheet = read(candidate);
    if (sheet.rows.size === 0) continue;
    return { name: candidate.name, sheet, warnings: otherSheets(sheets, candidate, options.name) };
  }
  const message = `${options.name}: expected a visible sheet with cells, found ${sheetNames(sheets)}`;
  throw new InputError('empty-file', message);
}

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
  chosen: WorkbookSheet,
  file: string,
): TableWarning[] {
  const others = sheets.filter((sheet) => sheet !== chosen);
  if (others.length === 0) return [];
  const names = others.map(({ name, hidden }) => ({ name, hidden }));
  return [warning(sheetWarnings, 'other-sheets', { file, sheet: chosen.name, others: names })];
}
