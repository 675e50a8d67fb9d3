/** Reads numbers with digits, at most one point and a minus, directly from the characters of a text. */
import { type Cells, DOUBLED } from '../grid.js';
import { noteStyle, type Styles } from '../../../cells/styles.js';

/** Powers of ten that are doubles. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** All integers with this many digits are doubles. */
const MAX_DIGITS = 15;
/** Most digits that `divided` takes. */
const MOST_DIGITS = 19;
/** Maximum characters of a decimal that is read directly: such a number cannot underflow. */
const MOST_CHARACTERS = 40;

/** Writes the doubles of a column, NaN where `quickNumber` returns NaN, and their styles; returns the number of NaN. */
export function quickNumbers(
  cells: Cells,
  column: number,
  values: Float64Array,
  styles: Styles,
): number {
  const { text, nrows, width, bounds, marks } = cells;
  let nothers = 0;
  for (let i = 0, cell = column; i < nrows; i++, cell += width) {
    const isQuick = marks[cell] !== DOUBLED;
    const [start, end] = [bounds[2 * cell]!, bounds[2 * cell + 1]!];
    const value = isQuick ? quickNumber(text, start, end) : NaN;
    values[i] = value;
    if (value !== value) nothers++;
    else noteStyle(styles, text.slice(start, end).replace('-', ''));
  }
  return nothers;
}

/**
 * The double of the digits from `start` to `end`; NaN for other texts, and for numbers that a double would change. Up
 * to 15 digits and their power of ten are doubles, so their quotient is the double nearest to the decimal.
 */
export function quickNumber(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) === 45 ? start + 1 : start;
  let [digits, tail, scale, count, point] = [0, 0, 1, 0, -1];
  for (let i = first; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      if (count++ < MAX_DIGITS) digits = digits * 10 + digit;
      else {
        tail = tail * 10 + digit;
        scale *= 10;
      }
    } else if (digit === -2 && point < 0) point = i;
    else return NaN;
  }
  if (count < 1 || leadsWithZero(text, first, end)) return NaN;
  const power = powers[point < 0 ? 0 : end - 1 - point];
  let size = digits / power!;
  if (count > MAX_DIGITS) {
    const quotient = count <= MOST_DIGITS ? divided(digits, tail, scale, power) : NaN;
    size = point < 0 ? NaN : longDecimal(text, first, end, quotient);
  }
  return first === start ? size : -size;
}

/** True for 007, whose zeros a double would lose. */
function leadsWithZero(text: string, start: number, end: number): boolean {
  return end > start + 1 && text.charCodeAt(start) === 48 && text.charCodeAt(start + 1) !== 46;
}

/**
 * The double of a decimal with more than 15 digits, if rounding is certain. NaN for a whole number, which a double may
 * change.
 */
function longDecimal(text: string, start: number, end: number, quotient: number): number {
  if (end - start > MOST_CHARACTERS) return NaN;
  const value = quotient === quotient ? quotient : Number(text.slice(start, end));
  return Number.isInteger(value) ? NaN : value;
}

const SPLIT = 2 ** 27 + 1;
const HALF = 2 ** 25;
/** A bound on the relative error of the second part of a quotient. */
const SLACK = 2 ** -45;

/**
 * (head * scale + tail) / power, where the head has 15 digits and the tail up to 4; NaN if the nearest double is
 * uncertain, or if the power is not available. The digits are the sum of two doubles without error, and so is the
 * product of the first quotient and the power (Dekker 1971, Numerische Mathematik 18), which leaves the remainder for a
 * second quotient.
 */
function divided(head: number, tail: number, scale: number, power = NaN): number {
  const upper = Math.floor(head / HALF);
  const large = upper * scale * HALF;
  const small = (head - upper * HALF) * scale + tail;
  const sum = large + small;
  const quotient = sum / power;
  const product = quotient * power;
  const [q, p] = [leading(quotient), leading(power)];
  const [qRest, pRest] = [quotient - q, power - p];
  const error = q * p - product + q * pRest + qRest * p + qRest * pRest;
  const rest = (sum - product - error + (small - (sum - large))) / power;
  const value = quotient + rest * (1 - SLACK);
  return value === quotient + rest * (1 + SLACK) ? value : NaN;
}

/** The leading half of the digits of a double. */
function leading(value: number): number {
  const shifted = SPLIT * value;
  return shifted - (shifted - value);
}
