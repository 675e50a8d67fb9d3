/** Warnings about columns that are text because of some of their cells. */
import type { TableWarning } from '../../../table-warning.js';
import { resembledCode } from '../../../cells/missing-codes.js';
import { commaReading } from './commas.js';
import type { ColumnContext } from './context.js';
import { kindOf } from './missing.js';
import { plainNumbers } from './number-format.js';

/** Signs that an option makes a part of numbers, with the option. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/^[+-]?[\d.,]+\s*[%\uff05]$/, 'set percent: true to read percentages as shares'],
  [/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/, 'if commas separate thousands, set thousands: ","'],
  [/^[+-]?\d*,\d+(e[+-]?\d+)?$/i, 'if commas are decimal, set decimal: ","'],
  [/^[+-]?\d{1,3}(\.\d{3})+,\d+$/, 'set decimal: "," and thousands: "."'],
  [
    /^[+-]?\d{1,3}(\.\d{3}){2,}$/,
    'if points separate thousands, set thousands: "." and decimal: ","',
  ],
  [/^[+-]?\d{1,3}\.\d{3}$/, 'if points separate thousands, set thousands: "."'],
  [/^[+-]?\d{1,3}([ \u00A0\u2007\u2009\u202F]\d{3})+([.,]\d*)?$/, 'set thousands: " "'],
  [/^[+-]?\d{1,3}(['\u2019]\d{3})+([.,]\d*)?$/, `set thousands: "'"`],
  [/^[\u2212\u2013]\d/, 'its minus is another character: write -'],
];

/** What a number begins with, and a cell with one of the signs. */
const beginsAsNumber = /^[-+.,\d\u2212\u2013i]/i;

/**
 * Warns of a column that has numbers and other cells, and of one whose cells would be numbers with another option: where
 * the first other cell is, how many there are, and what they may mean.
 */
export function notNumberWarnings(
  cells: readonly string[],
  { name, format: { plain, codes }, lineOf, countOf }: ColumnContext,
): TableWarning[] {
  let [numbers, others, written, first] = [0, 0, 0, -1];
  cells.forEach((cell, row) => {
    if (cell === '' || kindOf(cell, codes) > 0) return;
    const mayBeNumber = beginsAsNumber.test(cell);
    if (mayBeNumber && plain(cell) !== undefined) return void (numbers += countOf(row));
    if (first < 0) first = row;
    others += countOf(row);
    if (mayBeNumber && signOf(cell) !== undefined) written += countOf(row);
  });
  if (first < 0 || (numbers === 0 && 2 * written < others)) return [];
  const cell = cells[first]!;
  const either = commaReading(cells, codes) === 'either';
  const hint = either ? eitherHint(cell) : hintOf(cell);
  const message = `column "${name}" is text: ${others} of its ${numbers + others} cells are no numbers, the first "${cell}" in row ${lineOf(first)}${hint}`;
  return [{ code: 'not-a-number', message, column: name }];
}

function signOf(cell: string): string | undefined {
  return signs.find(([pattern]) => pattern.test(cell))?.[1];
}

function hintOf(cell: string): string {
  const code = resembledCode(cell);
  if (code !== undefined) {
    return `, which resembles the missing code ${code}; if it is missing, set missing: [${JSON.stringify(cell)}]`;
  }
  const sign = signOf(cell);
  return sign === undefined ? '' : `; ${sign}`;
}

/** A number with a comma that may be decimal or not. */
function eitherHint(cell: string): string {
  const grouped = plainNumbers({ decimal: '.', thousands: [','], percent: false })(cell);
  return `, which is ${cell.replace(',', '.')} with decimal: "," and ${grouped} with thousands: ","; set one of them`;
}
