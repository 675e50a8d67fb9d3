import { runsInSpreadsheet, spreadsheetText } from '../../core/escapes/spreadsheet.js';
import { omit } from '../../core/values/omit.js';
import { parsePeriod, periodText } from '../panel/periods.js';
import type { Table } from '../table.js';
import type { Column } from '../column.js';
import { parseCsv } from '../readers/csv/index.js';
import { isMissing, notesOf, type WrittenFile } from './written.js';

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
  return { bytes: new TextEncoder().encode(text), notes: csvNotes(table) };
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
  const { bytes, notes } = tableToCsv({ ...table, columns: new Map(columns) });
  const done =
    count === 0
      ? 'no text or name begins as a formula, so none was changed'
      : `${count} texts and names that a spreadsheet would run as formulas begin with an apostrophe now, which is read back`;
  return { bytes, notes: [done, ...notes] };
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

function csvNotes(table: Table): string[] {
  const changes = new Map([...table.columns.values()].map((column) => [column, readBack(column)]));
  const isRead =
    (change: ReturnType<typeof readBack>) =>
    (column: Column): boolean =>
      changes.get(column) === change;
  const rewritten = new Set(
    [...(table.rewritten?.keys() ?? [])].map((name) => table.columns.get(name)),
  );
  const names = [...table.columns.keys()];
  const ofNames = areNamesRead(names)
    ? []
    : [
        'names of columns are blank, numbers or have unusual characters, so they are read back otherwise',
      ];
  const runNames = names.some(runsInSpreadsheet)
    ? ['a spreadsheet would run names of columns as formulas']
    : [];
  const ofColumns = notesOf(table, [
    ['CSV has no labels of columns', ({ label }) => label !== undefined],
    ['CSV has no labels of values', ({ valueLabels }) => (valueLabels?.size ?? 0) > 0],
    ['CSV has no kinds of missing values, which are empty cells', hasKinds],
    ['NaN is read back as missing', (column) => column.kind === 'number' && !!column.nans?.size],
    ['bytes are written as hexadecimal digits', hasBytes],
    ['periods are read back as dates only if their type is declared', hasPeriods],
    ['dates that no calendar has are written as counts of periods since 1960', hasUndated],
    [
      'numbers are written with their shortest digits, as 3.1 for 3.10; to keep the texts of codes, declare the type text',
      (column) => rewritten.has(column),
    ],
    ['text looks like numbers, dates or missing values, so declare the type text', isRead('typed')],
    [
      'text has decimal commas, so points in other columns are read back as text; declare the types',
      isRead('commas'),
    ],
    ['empty text is read back as missing', isRead('empty')],
    ['line ends inside text are read back as line feeds', isRead('line ends')],
    [
      'text has characters that no CSV reader accepts, such as U+0000 or a lone surrogate',
      isRead('characters'),
    ],
    [
      'empty rows at the end of a single column are not read back',
      (column) => endsEmpty(table, column),
    ],
    ['a spreadsheet would run text that begins with =, +, - or @ as a formula', hasFormulas],
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
