import Papa from 'papaparse';
import { InputError } from '../../core/errors.js';
import { show } from '../../core/messages.js';
import { numberWarnings, type TableWarning, textWarnings } from '../column-warnings.js';
import { isNumber, textReason, toNumber } from '../number-text.js';
import { rowNumber } from '../place.js';
import type { Column } from '../column.js';
import { type Table, tableOf } from '../table.js';
import { type Decoded, decodeText, type DecodeOptions } from './decode.js';

const delimiters = [',', ';', '\t'];
const missing = /^(|\.|na|nan|null)$/i;

/** How to read a CSV file. */
export type CsvOptions = Pick<DecodeOptions, 'encoding' | 'name'>;

/**
 * The table of a CSV file, or of its text, with a header line. The header decides whether commas, semicolons or tabs
 * delimit cells. Byte order marks, quotes, CRLF, spaces around cells, and empty lines before and after are accepted. Cells
 * that are empty, `.`, `NA`, `NaN` or `null` are missing. A column is numeric if every other cell is a decimal number or
 * `inf`, and a double holds it; otherwise text. Columns of integers beyond 2^53 and with leading zeros are text.
 *
 * @throws InputError `bad-data`, `empty-file`, `no-rows`, `no-header`, `duplicate-column`, `blank-column-name`,
 *   `ragged-row` or `bad-quotes`; for bytes as `decodeText`
 */
export function parseCsv(data: string | Uint8Array, options: CsvOptions = {}): Table {
  const { name: subject = 'CSV' } = options;
  const { text, warnings } = textOf(data, options);
  const lines = withoutEmptyEnds(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (lines === '') {
    const message = `${subject}: expected a header line and rows, found nothing`;
    throw new InputError('empty-file', message);
  }
  const rows = readCells(lines, subject);
  const names = rows.shift()!.map((name) => name.trim());
  checkHeader(names, subject);
  if (rows.length === 0) {
    throw new InputError('no-rows', `${subject}: expected rows below the header, found none`);
  }
  checkWidths(rows, names.length, subject);
  const cells = names.map((_, j) => rows.map((row) => row[j]!.trim()));
  const read = cells.map((column, j) => toColumn(names[j]!, column));
  return tableOf(
    { nrows: rows.length, columns: new Map(read.map(({ column }, j) => [names[j]!, column])) },
    [
      ...warnings,
      ...(text.includes('\uFFFD') ? replacementWarnings(names, cells) : []),
      ...read.flatMap((column) => column.warnings),
    ],
  );
}

function textOf(data: string | Uint8Array, options: CsvOptions): Decoded {
  const { name: subject = 'CSV' } = options;
  if (data instanceof Uint8Array)
    return checkedText(decodeText(data, { name: subject, ...options }), subject);
  if (typeof data === 'string') return checkedText({ text: data, warnings: [] }, subject);
  const message = `${subject}: expected text or bytes, found ${show(data)}`;
  throw new InputError('bad-data', message);
}

function checkedText(decoded: Decoded, subject: string): Decoded {
  const zero = decoded.text.indexOf('\0');
  if (zero < 0) return decoded;
  const message = `${subject}: expected text, found the character U+0000 at position ${zero + 1}; the file is binary or in another encoding`;
  throw new InputError('not-text', message);
}

function withoutEmptyEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === ' ')) end--;
  // A byte order mark further down is left from files that were joined; the parser would drop it.
  return text
    .slice(0, end)
    .replace(/^(?:[ \uFEFF]*\n)+/, '')
    .replace(/^\uFEFF+/, '');
}

function readCells(text: string, subject: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    newline: '\n',
  });
  const [error] = errors;
  if (error !== undefined) {
    const row = (error.row ?? 0) + 1;
    const message = `${subject}: in row ${row} a quote is not closed, or text follows it; write a quote inside a cell twice`;
    throw new InputError('bad-quotes', message, { row });
  }
  return data;
}

/** The delimiter that splits the header into most names. */
function delimiterOf(text: string): string {
  const widths = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 });
    return data[0]!.length;
  });
  return delimiters[widths.indexOf(Math.max(...widths))]!;
}

function checkHeader(names: readonly string[], subject: string): void {
  if (names.every(isNumber)) {
    const message = `${subject}: expected column names in row 1, found only numbers (${names.slice(0, 5).join(', ')}); add a header line`;
    throw new InputError('no-header', message);
  }
  const places = new Map<string, number>();
  names.forEach((name, j) => {
    if (name === '') {
      const message = `${subject}: column ${j + 1} has no name in the header; name or delete it`;
      throw new InputError('blank-column-name', message, { column: j + 1 });
    }
    const first = places.get(name);
    if (first === undefined) return void places.set(name, j);
    const message = `${subject}: columns ${first + 1} and ${j + 1} are both named "${name}"; rename one`;
    throw new InputError('duplicate-column', message, { name, columns: [first + 1, j + 1] });
  });
}

function checkWidths(
  rows: readonly (readonly string[])[],
  expected: number,
  subject: string,
): void {
  const ragged = rows.findIndex((row) => row.length !== expected);
  if (ragged < 0) return;
  const row = rowNumber(ragged);
  const width = rows[ragged]!.length;
  const message = `${subject}: expected ${expected} cells in row ${row}, as in the header, found ${width}`;
  throw new InputError('ragged-row', message, { row, expected, found: width });
}

/** A column, and what its type means for its cells. */
interface ReadColumn {
  readonly column: Column;
  readonly warnings: readonly TableWarning[];
}

function toColumn(name: string, cells: readonly string[]): ReadColumn {
  const values = cells.map((cell) => (missing.test(cell) ? '' : cell));
  if (!values.every((cell) => cell === '' || isNumber(cell))) {
    return { column: { kind: 'text', values }, warnings: [] };
  }
  const reason = textReason(values);
  if (reason !== undefined) {
    return { column: { kind: 'text', values }, warnings: textWarnings(name, values, reason) };
  }
  const column: Column = { kind: 'number', values: Float64Array.from(values, toNumber) };
  return { column, warnings: numberWarnings(name, values) };
}

/** Warns of U+FFFD, which another program has written where it could not read a letter. */
function replacementWarnings(
  names: readonly string[],
  cells: readonly (readonly string[])[],
): TableWarning[] {
  const meaning = 'an earlier conversion lost letters, and different names may have become one';
  return names.flatMap((name, j) => {
    const rows = cells[j]!.flatMap((cell, row) => (cell.includes('\uFFFD') ? [row] : []));
    const [row] = rows;
    const place =
      row === undefined
        ? 'its name'
        : `${rows.length} of its cells, the first "${cells[j]![row]}" in row ${rowNumber(row)}`;
    if (row === undefined && !name.includes('\uFFFD')) return [];
    const message = `column "${name}" has the replacement character U+FFFD in ${place}: ${meaning}`;
    return [{ code: 'replacement-character', message }];
  });
}
