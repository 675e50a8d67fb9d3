/** Warnings about columns that are text because of only some of their cells. */
import type { TableWarning } from '../../../table-warning.js';
import type { NumberHint, NumberSign } from '../../../../words/details/cells.js';
import { cellWarnings } from '../../../../words/en/warnings/cells.js';
import { warning } from '../../../../words/warning.js';
import { resembledCode } from '../../../cells/missing-codes.js';
import { commaReading } from './commas.js';
import type { ColumnContext } from './context.js';
import { kindOf } from './missing.js';
import { plainNumbers } from '../../../cells/number-format.js';

/** Characters that an option makes part of numbers, with the option. */
const signs: readonly (readonly [RegExp, NumberSign])[] = [
  [/^[+-]?[\d.,]+\s*[%\uff05]$/, 'percent'],
  [/^[+-]?\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?$/, 'comma-thousands'],
  [/^[+-]?\d*,\d+(e[+-]?\d+)?$/i, 'comma-decimal'],
  [/^[+-]?\d{1,3}(\.\d{3})+,\d+$/, 'comma-decimal-point-thousands'],
  [/^[+-]?\d{1,3}(\.\d{3}){2,}$/, 'point-thousands-comma-decimal'],
  [/^[+-]?\d{1,3}\.\d{3}$/, 'point-thousands'],
  [/^[+-]?\d{1,3}([ \u00A0\u2007\u2009\u202F]\d{3})+([.,]\d*)?$/, 'space-thousands'],
  [/^[+-]?\d{1,3}(['\u2019]\d{3})+([.,]\d*)?$/, 'apostrophe-thousands'],
  [/^[\u2212\u2013]\d/, 'minus'],
  [/^[+-]?[\d., ]*\d\s*[*†‡¹²³(（[①-⑳]/, 'marks'],
];

/** The beginning of a number, and a cell with one of these characters. */
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
  if (first < 0) return [];
  const cell = cells[first]!;
  const either = commaReading(cells, codes) === 'either';
  if (numbers === 0 && 2 * written < others) return [];
  const hint = either ? eitherHint(cell) : hintOf(cell);
  const counts = { others, cells: numbers + others };
  const detail = { column: name, ...counts, cell, row: lineOf(first), ...(hint && { hint }) };
  return [{ ...warning(cellWarnings, 'not-a-number', detail), column: name }];
}

function signOf(cell: string): NumberSign | undefined {
  return signs.find(([pattern]) => pattern.test(cell))?.[1];
}

function hintOf(cell: string): NumberHint | undefined {
  const code = resembledCode(cell);
  if (code !== undefined) return { kind: 'missing', code };
  const kind = signOf(cell);
  return kind && { kind };
}

/** A number with a comma that may be decimal or not. */
function eitherHint(cell: string): NumberHint {
  const thousands = plainNumbers({ decimal: '.', thousands: [','], percent: false })(cell)!;
  return { kind: 'comma', decimal: cell.replace(',', '.'), thousands };
}
