/** Commas in numbers: before decimals, between thousands, or either. */
import { kindOf, type MissingCodes } from './missing.js';
import { type PlainNumber, plainNumbers } from './number-format.js';

export const decimalCommas: PlainNumber = plainNumbers({
  decimal: ',',
  thousands: [],
  percent: false,
});

export type Reading = 'decimal' | 'either' | 'none';

/** A comma before three digits may separate thousands, unless the number starts with 0 or more than three digits. */
const ambiguous = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** True for a number such as 1,234, whose comma may separate thousands. */
export function isAmbiguous(cell: string): boolean {
  return ambiguous.test(cell);
}

/**
 * What commas in trimmed cells mean if all are whole numbers or numbers with one comma: decimals if a cell allows nothing
 * else; either if all commas precede three digits; otherwise there are none, or other cells.
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
