/** Commas in numbers: decimal commas, separators of thousands, or unclear. */
import { kindOf, type MissingCodes } from './missing.js';
import { type PlainNumber, plainNumbers } from '../../../cells/number-format.js';

export const decimalCommas: PlainNumber = plainNumbers({
  decimal: ',',
  thousands: [],
  percent: false,
});

export type Reading = 'decimal' | 'either' | 'none';

/**
 * A comma before exactly three digits may separate thousands, unless the number starts with 0 or with more than three
 * digits.
 */
const ambiguous = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** True for a number such as 1,234, whose comma may separate thousands. */
export function isAmbiguous(cell: string): boolean {
  return ambiguous.test(cell);
}

/**
 * The meaning of commas in trimmed cells that are all whole numbers or numbers with one comma: decimals if some cell
 * allows nothing else, either if all commas precede three digits. There is none if no cell has a comma, or if there are
 * other cells.
 */
export function commaReading(cells: readonly string[], codes: MissingCodes): Reading {
  let reading: Reading = 'none';
  for (const cell of cells) {
    if (cell === '' || kindOf(cell, codes) > 0) continue;
    if (decimalCommas(cell) === undefined) return 'none';
    if (!cell.includes(',')) continue;
    if (!isAmbiguous(cell)) reading = 'decimal';
    else if (reading === 'none') reading = 'either';
  }
  return reading;
}
