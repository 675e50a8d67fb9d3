import { runsInSpreadsheet, spreadsheetText } from '../../core/text/spreadsheet-text.js';
import type { Column } from '../column.js';
import { isNumber, lossOf } from '../cells/number-text.js';
import { parsePeriod, periodText } from '../panel/periods.js';
import { isMissingCode } from '../cells/missing-codes.js';
import type { Table } from '../table.js';
import { isMissing, notesOf, type WrittenFile } from './written.js';

/**
 * A table as CSV in UTF-8, with each value as it is: numbers with their shortest digits, ISO dates, an empty cell where
 * a value is missing, and `""` for empty text. An apostrophe precedes text that a spreadsheet would run as a formula; a note
 * says so. JSON and the binary formats keep such text as it is.
 */
export function tableToCsv(table: Table): WrittenFile {
  const columns = [...table.columns];
  const lines = [columns.map(([name]) => quoted(spreadsheetText(name)))];
  for (let row = 0; row < table.nrows; row++) {
    lines.push(columns.map(([, column]) => cellText(column, row)));
  }
  const text = lines.map((line) => `${line.join(',')}\n`).join('');
  return { bytes: new TextEncoder().encode(text), notes: csvNotes(table) };
}

function quoted(text: string): string {
  const isPlain = text !== '' && !/[",;\n\r\t]|^[\s#]|\s$/.test(text);
  return isPlain ? text : `"${text.replace(/"/g, '""')}"`;
}

function cellText(column: Column, row: number): string {
  if (isMissing(column, row)) return '';
  if (column.kind === 'text') return quoted(spreadsheetText(column.values[row]!));
  const value = column.values[row]!;
  if (column.boolean) return value === 0 ? 'false' : 'true';
  if (column.frequency !== undefined) return periodText(column.frequency, value);
  if (Object.is(value, -0)) return '-0';
  return String(value).replace('Infinity', 'inf');
}

function csvNotes(table: Table): string[] {
  return notesOf(table, [
    ['CSV has no labels of columns', ({ label }) => label !== undefined],
    ['CSV has no labels of values', ({ valueLabels }) => (valueLabels?.size ?? 0) > 0],
    ['CSV has no kinds of missing values, which are empty cells', hasKinds],
    ['NaN is read back as missing', (column) => column.kind === 'number' && !!column.nans?.size],
    ['bytes are written as hexadecimal digits', hasBytes],
    ['periods are read back as dates only if their type is declared', hasPeriods],
    ['dates that no calendar has are written as counts of periods since 1960', hasUndated],
    ['text looks like numbers, dates or missing values, so declare the type text', looksTyped],
    ['an apostrophe precedes text that a spreadsheet would run as a formula', hasFormulas],
  ]);
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

/** True if a period is a fraction or beyond the calendar. */
function hasUndated(column: Column): boolean {
  if (column.kind === 'text' || column.frequency === undefined) return false;
  const { frequency, values } = column;
  return values.some(
    (count) =>
      !Number.isNaN(count) && parsePeriod(frequency, periodText(frequency, count)) === undefined,
  );
}

const date = /^\d{4}-\d\d-\d\d/;

/** True if a reader would take all texts for another type. Integers that doubles do not hold stay text. */
function looksTyped(column: Column): boolean {
  if (column.kind !== 'text') return false;
  const texts = column.values.filter((_, row) => !isMissing(column, row));
  if (texts.length === 0) return column.values.length > 0;
  const isTyped = (text: string): boolean =>
    isNumber(text) || date.test(text) || isMissingCode(text) || /^(true|false)$/i.test(text);
  return texts.every(isTyped) && !texts.some((text) => isNumber(text) && lossOf(text));
}

function hasFormulas(column: Column): boolean {
  return (
    column.kind === 'text' &&
    column.values.some((text) => runsInSpreadsheet(text) && !isNumber(text))
  );
}
