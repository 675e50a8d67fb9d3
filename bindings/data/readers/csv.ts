import Papa from 'papaparse';
import { InputError } from '../../core/errors.js';
import { show } from '../../core/messages.js';
import { type Column, isNumber, rowNumber, type Table } from '../table.js';

const delimiters = [',', ';', '\t'];
const missing = /^(|\.|na|nan|null)$/i;
const infinite = /^([+-]?)inf/i;

/**
 * The table of a CSV text with a header line. The header decides whether commas, semicolons or tabs delimit cells. A
 * byte order mark, quotes, CRLF, spaces around cells, and empty lines before and after are accepted. Cells that are
 * empty, `.`, `NA`, `NaN` or `null` are missing. A column is numeric if every other cell is a decimal number or
 * `inf`, otherwise text.
 *
 * @throws InputError `bad-data`, `empty-file`, `no-rows`, `no-header`, `duplicate-column`, `blank-column-name`,
 *   `ragged-row` or `bad-quotes`
 */
export function parseCsv(text: string): Table {
  if (typeof text !== 'string') {
    const message = `CSV: expected text, found ${show(text)}; read files as UTF-8`;
    throw new InputError('bad-data', message);
  }
  const lines = withoutEmptyEnds(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (lines === '') {
    throw new InputError('empty-file', 'CSV: expected a header line and rows, found nothing');
  }
  const rows = readCells(lines);
  const names = rows.shift()!.map((name) => name.trim());
  checkHeader(names);
  if (rows.length === 0) {
    throw new InputError('no-rows', 'CSV: expected rows below the header, found none');
  }
  checkWidths(rows, names.length);
  const columns = new Map<string, Column>();
  names.forEach((name, j) => columns.set(name, toColumn(rows.map((row) => row[j]!.trim()))));
  return { nrows: rows.length, columns };
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

function readCells(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    newline: '\n',
  });
  const [error] = errors;
  if (error !== undefined) {
    const row = (error.row ?? 0) + 1;
    const message = `CSV: in row ${row} a quote is not closed, or text follows it; write a quote inside a cell twice`;
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

function checkHeader(names: readonly string[]): void {
  if (names.every(isNumber)) {
    const message = `CSV: expected column names in row 1, found only numbers (${names.slice(0, 5).join(', ')}); add a header line`;
    throw new InputError('no-header', message);
  }
  const places = new Map<string, number>();
  names.forEach((name, j) => {
    if (name === '') {
      const message = `CSV: column ${j + 1} has no name in the header; name or delete it`;
      throw new InputError('blank-column-name', message, { column: j + 1 });
    }
    const first = places.get(name);
    if (first === undefined) return void places.set(name, j);
    const message = `CSV: columns ${first + 1} and ${j + 1} are both named "${name}"; rename one`;
    throw new InputError('duplicate-column', message, { name, columns: [first + 1, j + 1] });
  });
}

function checkWidths(rows: readonly (readonly string[])[], expected: number): void {
  const ragged = rows.findIndex((row) => row.length !== expected);
  if (ragged < 0) return;
  const row = rowNumber(ragged);
  const width = rows[ragged]!.length;
  const message = `CSV: expected ${expected} cells in row ${row}, as in the header, found ${width}`;
  throw new InputError('ragged-row', message, { row, expected, found: width });
}

function toColumn(cells: readonly string[]): Column {
  const present = cells.map((cell) => (missing.test(cell) ? '' : cell));
  if (present.every((cell) => cell === '' || isNumber(cell))) {
    return { kind: 'number', values: Float64Array.from(present, toNumber) };
  }
  return { kind: 'text', values: present };
}

function toNumber(cell: string): number {
  if (cell === '') return NaN;
  const sign = infinite.exec(cell)?.[1];
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity;
  return Number(cell);
}
