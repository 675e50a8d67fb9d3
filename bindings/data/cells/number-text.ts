/** Numbers in the spelling of a file, and what a double would lose of them. */

const number = /^[+-]?((\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?|inf(inity)?)$/i;
const infinite = /^([+-]?)inf/i;
const whole = /^([+-]?\d+)(?:\.0*)?$/;
const leadingZero = /^[+-]?0\d+$/;
/** Numbers with fewer characters are below 2^53. */
const exactLength = 15;

/** True if a cell is a decimal number or `inf`, the numbers that a CSV file may contain. */
export function isNumber(cell: string): boolean {
  return number.test(cell);
}

/** The double nearest to a cell that `isNumber`; NaN for an empty one. */
export function toNumber(cell: string): number {
  if (cell === '') return NaN;
  const sign = infinite.exec(cell)?.[1];
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity;
  return Number(cell);
}

/**
 * What a double loses of a number: leading `zeros`, as in 007; the `digits` of an integer beyond 2^53; or the whole
 * number, if it is out of the `range` of doubles.
 */
export type Loss = 'zeros' | 'digits' | 'range';

/** True for numbers such as 007, whose zeros a double loses. */
export function leadsWithZeros(cell: string): boolean {
  return leadingZero.test(cell);
}

/** What a double loses of a cell that `isNumber`; undefined if it only rounds. */
export function lossOf(cell: string): Loss | undefined {
  if (leadingZero.test(cell)) return 'zeros';
  if (losesDigits(cell)) return 'digits';
  if (infinite.test(cell)) return undefined;
  const value = Number(cell);
  if (Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(cell.replace(/e.*/i, '')))) {
    return undefined;
  }
  return 'range';
}

/**
 * True for an integer, even written with a point, that its double does not print. Distinct integers that doubles print
 * are distinct doubles.
 */
export function losesDigits(cell: string): boolean {
  if (cell.length <= exactLength) return false;
  const digits = whole.exec(cell)?.[1]?.replace('+', '');
  return (
    digits !== undefined && Number.isFinite(Number(digits)) && String(Number(digits)) !== digits
  );
}

/** True for an integer, even written with a point. */
export function isWhole(cell: string): boolean {
  return whole.test(cell);
}

/** Why a column of numbers stays text, with the first such cell. */
export interface TextReason {
  readonly row: number;
  readonly cell: string;
  readonly loss: Loss;
}

/**
 * Why cells that are all empty or numbers cannot become doubles without a loss: leading zeros, numbers out of range,
 * and digits of an integer if all are integers. Next to decimals, which doubles round anyway, an integer may be rounded
 * too.
 */
export function textReason(cells: readonly string[]): TextReason | undefined {
  let digits: TextReason | undefined;
  let integers = true;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    if (cell === '') continue;
    const loss = lossOf(cell);
    if (loss === 'zeros' || loss === 'range') return { row, cell, loss };
    if (loss === 'digits') digits ??= { row, cell, loss };
    integers &&= whole.test(cell);
  }
  return integers ? digits : undefined;
}
