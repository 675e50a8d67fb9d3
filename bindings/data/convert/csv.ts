import { runsInSpreadsheet, spreadsheetText } from '../../core/escapes/spreadsheet.js';
import { omit } from '../../core/values/omit.js';
import { parsePeriod, periodText } from '../panel/periods.js';
import type { Table } from '../table.js';
import type { Column } from '../column.js';
import { parseCsv } from '../readers/csv/index.js';
import { fileNote, protectedTexts } from '../../words/errors/readers/written.js';
import type { Told } from '../../words/told.js';
import { isMissing, notesOf, withNotes, type WrittenFile } from './written.js';

/**
 * A table as CSV in UTF-8. Values are unchanged: numbers with their shortest digits, ISO dates, an empty cell for a
 * missing value, and `""` for empty text; only `protectFormulas` changes texts. Notes say which columns a reader or a
 * spreadsheet would misread.
 */
export function tableToCsv(table: Table, protectFormulas = false): WrittenFile {
  if (protectFormulas) return protectedCsv(table);
  const columns = [...table.columns];
  const lines = [columns.map(([name]) => quoted(name))];
  for (let row = 0; row < table.nrows; row++) {
    lines.push(columns.map(([, column]) => cellText(column, row)));
  }
  const text = lines.map((line) => `${line.join(',')}\n`).join('');
  return withNotes(new TextEncoder().encode(text), csvNotes(table));
}

/** The CSV in which texts and names that a spreadsheet would run begin with an apostrophe, and a note that counts them. */
function protectedCsv(table: Table): WrittenFile {
  let count = 0;
  const safe = (text: string) => {
    const written = spreadsheetText(text);
    if (written !== text) count++;
    return written;
  };
  const columns = Array.from(table.columns, ([name, column]): [string, Column] => {
    if (column.kind === 'number') return [safe(name), column];
    return [safe(name), { ...omit(column, 'coded'), values: column.values.map(safe) }];
  });
  const { bytes, told } = tableToCsv({ ...table, columns: new Map(columns) });
  const done = count === 0 ? fileNote('csv-unchanged') : protectedTexts({ count });
  return withNotes(bytes, [done, ...told]);
}

function cellText(column: Column, row: number): string {
  if (isMissing(column, row)) return '';
  if (column.kind === 'text') return quoted(column.values[row]!);
  const value = column.values[row]!;
  if (column.boolean) return value === 0 ? 'false' : 'true';
  if (column.frequency !== undefined) return periodText(column.frequency, value);
  if (Object.is(value, -0)) return '-0';
  return String(value).replace('Infinity', 'inf');
}

function csvNotes(table: Table): Told[] {
  const changes = new Map([...table.columns.values()].map((column) => [column, readBack(column)]));
  const isRead =
    (change: ReturnType<typeof readBack>) =>
    (column: Column): boolean =>
      changes.get(column) === change;
  const rewritten = new Set(
    [...(table.rewritten?.keys() ?? [])].map((name) => table.columns.get(name)),
  );
  const names = [...table.columns.keys()];
  const ofNames = areNamesRead(names) ? [] : [fileNote('csv-names')];
  const runNames = names.some(runsInSpreadsheet) ? [fileNote('csv-run-names')] : [];
  const ofColumns = notesOf(table, [
    ['csv-labels', ({ label }) => label !== undefined],
    ['csv-value-labels', ({ valueLabels }) => (valueLabels?.size ?? 0) > 0],
    ['csv-kinds', hasKinds],
    ['csv-nan', (column) => column.kind === 'number' && !!column.nans?.size],
    ['bytes', hasBytes],
    ['csv-periods', hasPeriods],
    ['csv-undated', hasUndated],
    ['csv-digits', (column) => rewritten.has(column)],
    ['csv-typed', isRead('typed')],
    ['csv-commas', isRead('commas')],
    ['csv-empty', isRead('empty')],
    ['csv-lines', isRead('line ends')],
    ['csv-characters', isRead('characters')],
    ['csv-last-rows', (column) => endsEmpty(table, column)],
    ['csv-formulas', hasFormulas],
  ]);
  return [...ofNames, ...runNames, ...ofColumns];
}

/** True if missing values have kinds other than the plain one. */
function hasKinds({ missing }: Column): boolean {
  return missing?.codes.some((code) => code > 0 && missing.names[code - 1] !== '.') === true;
}

export function hasBytes(column: Column): boolean {
  return column.kind === 'text' && (column.bytes?.size ?? 0) > 0;
}

function hasPeriods(column: Column): boolean {
  return (
    column.kind === 'number' &&
    column.frequency !== undefined &&
    !/^(day|time)$/.test(column.frequency)
  );
}

/** True if a period is a fraction, or beyond the calendar. */
function hasUndated(column: Column): boolean {
  if (column.kind === 'text' || column.frequency === undefined) return false;
  const { frequency, values } = column;
  return values.some(
    (count) =>
      !Number.isNaN(count) && parsePeriod(frequency, periodText(frequency, count)) === undefined,
  );
}

function endsEmpty({ nrows, columns }: Table, column: Column): boolean {
  return columns.size === 1 && nrows > 0 && isMissing(column, nrows - 1);
}

function hasFormulas(column: Column): boolean {
  return column.kind === 'text' && column.values.some(runsInSpreadsheet);
}

/** A cell, quoted unless it is plain: no part of it may be a delimiter, a comment or a blank that a reader trims. */
function quoted(text: string): string {
  const isPlain = text !== '' && !/[",;|\n\r\t]|^[\s#']|\s$/.test(text);
  return isPlain ? text : `"${text.replace(/"/g, '""')}"`;
}

/** What changes when a column of text is read back; undefined if nothing does. */
type ReadBack = 'typed' | 'commas' | 'empty' | 'line ends' | 'characters' | undefined;

/**
 * Reads the distinct texts of a column as from a file, next to a number with a point, which makes decimal commas text.
 * Notes on other columns follow other rules.
 */
function readBack(column: Column): ReadBack {
  if (column.kind !== 'text') return undefined;
  if (column.values.some((text) => text.includes('\0'))) return 'characters'; // readers take it for a binary file
  const cells = new Set<string>();
  for (let row = 0; row < column.values.length; row++) {
    cells.add(isMissing(column, row) ? '' : quoted(column.values[row]!));
  }
  if (cells.size === 0) return undefined;
  const lines = [...cells].map((cell) => `${cell},0.5\n`);
  const bytes = new TextEncoder().encode(`text,number\n${lines.join('')}`);
  const { columns } = parseCsv(bytes);
  const read = columns.get('text')!;
  if (read.kind !== 'text') return 'typed';
  if (columns.get('number')!.kind === 'text') return 'commas';
  const isEmpty = [...cells].every((cell, i) => cell !== '""' || !isMissing(read, i));
  if (!isEmpty) return 'empty';
  const isSame = [...cells].every((cell, i) => cell === '' || quoted(read.values[i]!) === cell);
  if (isSame) return undefined;
  return column.values.some((text) => text.includes('\r')) ? 'line ends' : 'characters';
}

/** True if a reader takes these names from the first line. It does not if names are blank or all are numbers. */
function areNamesRead(names: readonly string[]): boolean {
  try {
    const line = names.map(quoted).join(',');
    const { columns } = parseCsv(`${line}\n${names.map(() => 'x').join(',')}\n`);
    return JSON.stringify([...columns.keys()]) === JSON.stringify(names);
  } catch {
    return false;
  }
}
