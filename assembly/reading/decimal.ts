/** Decimal numbers from their characters. */
import { quotient } from './quotient';
import { noteDecimals } from './styles';

const MINUS: u8 = 0x2d;
const PLUS: u8 = 0x2b;
const POINT: u8 = 0x2e;
const ZERO: u8 = 0x30;
const SMALL_E: u8 = 0x65;
/** The bit that differs between small and capital letters in ASCII. */
const SMALL: u8 = 0x20;
/** Returned if the text is not an exponent. */
const NO_EXPONENT: i32 = i32.MIN_VALUE;

/** Any number of this many digits fits into 64 bits. */
const MOST_DIGITS: i32 = 19;
/** Integers below this have at most 15 digits: each is a double, and prints as it was written. */
const MOST_EXACT: u64 = 1000000000000000;
/** Maximum digits of an exponent. */
const MOST_EXPONENT: i32 = 3;
/** Digits that are read at once. */
const WORD: i32 = 8;

/** 10^n for the digits of a word. */
const powers: usize = memory.data(8 * (WORD + 1), 8);

/** Fills the table. */
export function fillWordPowers(): void {
  let power: u64 = 1;
  for (let n = 0; n <= WORD; ++n, power *= 10) store<u64>(powers + 8 * n, power);
}

/**
 * The double nearest to the number written from `start` to `end`: digits with at most one minus, point and exponent.
 * NaN for anything else, for numbers that a double may not reproduce, and for numbers that this function cannot round:
 * numbers with leading zeros, integers of more than 15 digits or with an exponent, more than 19 digits or 27 decimals.
 */
export function decimal(start: usize, end: usize): f64 {
  const first = load<u8>(start) === MINUS ? start + 1 : start;
  let place = first;
  let point: usize = 0;
  let digits: u64 = 0;
  for (;;) {
    const values = load<u64>(place) ^ 0x3030303030303030;
    const count = digitsBefore(values);
    digits = digits * load<u64>(powers + 8 * count) + firstDigits(values, count);
    place += count;
    if (count === WORD) continue;
    if (point > 0 || load<u8>(place) !== POINT) break;
    point = place++;
  }
  const decimals = point > 0 ? <i32>(place - point) - 1 : 0;
  const integers = <i32>((point > 0 ? point : place) - first);
  if (!isExact(first, integers, decimals)) return NaN;
  const size = place === end ? plain(digits, decimals) : scaled(digits, decimals, place, end);
  if (point > 0 && place === end)
    noteDecimals(end, decimals, integers === 0, load<u8>(first) === ZERO);
  return first === start ? size : -size;
}

/** True if the number of the digits fits into 64 bits and has no leading zeros, which a double would lose. */
function isExact(first: usize, integers: i32, decimals: i32): bool {
  if (integers > 1 && load<u8>(first) === ZERO) return false;
  const count = integers + decimals;
  if (count <= MOST_DIGITS) return count > 0;
  return count - zerosFrom(first) <= MOST_DIGITS;
}

/** digits / 10^decimals; a large number needs decimals. */
function plain(digits: u64, decimals: i32): f64 {
  const size = quotient(digits, decimals);
  return digits < MOST_EXACT || size !== floor(size) ? size : NaN;
}

/** The same times the power of ten written from `start` to `end`, for a number with decimals. */
function scaled(digits: u64, decimals: i32, start: usize, end: usize): f64 {
  const power = exponent(start, end);
  if (power === NO_EXPONENT) return NaN;
  const size = quotient(digits, decimals - power);
  return size !== floor(size) ? size : NaN;
}

/** Counts the bytes of at most 9, from the lowest of eight on; the highest bit of any other byte is set. */
// @ts-ignore: decorator
@inline
function digitsBefore(values: u64): i32 {
  const others = ((values + 0x7676767676767676) | values) & 0x8080808080808080;
  return (<i32>ctz(others)) >> 3;
}

/** The number of the first `count` of eight digits: the highest bytes become pairs, then fours, then all. */
// @ts-ignore: decorator
@inline
function firstDigits(values: u64, count: i32): u64 {
  const half = 4 * (WORD - count);
  const digits = (values << half) << half;
  const pairs = digits * 10 + (digits >> 8);
  const even = (pairs & 0x000000ff000000ff) * 0x000f424000000064;
  const odd = ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return (even + odd) >> 32;
}

/** Counts the zeros before the first other digit, past a point. */
function zerosFrom(first: usize): i32 {
  let count = 0;
  for (let i = first; load<u8>(i) === ZERO || load<u8>(i) === POINT; ++i) {
    if (load<u8>(i) === ZERO) ++count;
  }
  return count;
}

/** The exponent from `start` to `end`, such as e-05. */
function exponent(start: usize, end: usize): i32 {
  if ((load<u8>(start) | SMALL) !== SMALL_E) return NO_EXPONENT;
  const sign = load<u8>(start, 1);
  const first = sign === MINUS || sign === PLUS ? start + 2 : start + 1;
  if (first >= end || end - first > <usize>MOST_EXPONENT) return NO_EXPONENT;
  let value = 0;
  for (let i = first; i < end; ++i) {
    const digit = load<u8>(i) - ZERO;
    if (digit > 9) return NO_EXPONENT;
    value = value * 10 + digit;
  }
  return sign === MINUS ? -value : value;
}
