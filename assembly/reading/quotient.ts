/**
 * Divides integers by powers of ten, rounded to the nearest double, by the method of Eisel and Lemire (Lemire 2021,
 * Software: Practice and Experience 51). It needs no fallback (Mushtak and Lemire 2023, ibid. 53).
 */

/** 10^n is a double up to this n. */
const EXACT_POWERS: i32 = 22;
/** The largest n for which 5^n fits into 64 bits. */
export const MOST_DECIMALS: i32 = 27;
/** All integers up to 2^53 are doubles. */
const LARGEST: u64 = 1 << 53;
/** Bits of a double's fraction, without the leading one. */
const FRACTION: i32 = 52;
/** The exponent bias of a double. */
const BIAS: i32 = 1023;
/** Bits of the upper half of a product that are not needed: two remain below the fraction, for rounding. */
const UNUSED: i32 = 64 - FRACTION - 3;
/** With more decimals there are no ties between doubles: 5^5 times 2^53 has more than 64 bits. */
const TIES: i32 = 4;

/** 10^n as doubles. */
const powers: usize = memory.data(8 * (EXACT_POWERS + 1), 8);
/** 1 / 5^n as fractions of 128 bits without leading zeros, upper half first, rounded up. */
const inverses: usize = memory.data(16 * (MOST_DECIMALS + 1), 8);

/** Fills the tables. */
export function fillPowers(): void {
  let ten: f64 = 1;
  for (let n = 0; n <= EXACT_POWERS; ++n, ten *= 10) store<f64>(powers + 8 * n, ten);
  let five: u64 = 5;
  for (let n = 1; n <= MOST_DECIMALS; ++n, five *= 5) invert(five, inverses + 16 * n);
}

/** Writes the whole part of 2^k / five + 1, with the k for which it has 128 bits; long division in base 2. */
function invert(five: u64, to: usize): void {
  let upper: u64 = 0;
  let lower: u64 = 0;
  let rest: u64 = 1;
  while (upper >> 63 === 0) {
    rest <<= 1;
    upper = (upper << 1) | (lower >> 63);
    lower <<= 1;
    if (rest < five) continue;
    rest -= five;
    lower |= 1;
  }
  ++lower;
  if (lower === 0) ++upper;
  store<u64>(to, upper);
  store<u64>(to, lower, 8);
}

/** digits / 10^decimals; NaN for a power that is not in the tables. */
export function quotient(digits: u64, decimals: i32): f64 {
  if (decimals < 0) return NaN;
  if (digits <= LARGEST && decimals <= EXACT_POWERS) {
    return <f64>digits / load<f64>(powers + 8 * decimals);
  }
  if (digits === 0 || decimals === 0 || decimals > MOST_DECIMALS) return NaN;
  return rounded(digits, decimals);
}

/** digits / 10^decimals, from the upper half of the digits times the inverse power. */
function rounded(digits: u64, decimals: i32): f64 {
  const zeros = clz(digits);
  const inverse = inverses + 16 * decimals;
  const scaled = digits << zeros;
  const upperInverse = load<u64>(inverse);
  let lower = scaled * upperInverse;
  let upper = upperHalf(scaled, upperInverse);
  const unused: u64 = (1 << UNUSED) - 1;
  if ((upper & unused) === unused) {
    // The lower bits may carry into those that are used.
    const more = upperHalf(scaled, load<u64>(inverse, 8));
    lower += more;
    if (lower < more) ++upper;
  }
  const carry = <i32>(upper >> 63);
  const shift = carry + UNUSED;
  let fraction = upper >> shift;
  // floor(log2(10^-decimals)) plus 63, from log2(10) as a fraction of 2^16.
  let power = ((-217706 * decimals) >> 16) + 63 + carry - <i32>zeros + BIAS;
  const isTie = lower <= 1 && decimals <= TIES && (fraction & 3) === 1;
  if (isTie && fraction << shift === upper) fraction &= ~1;
  fraction = (fraction + (fraction & 1)) >> 1;
  if (fraction >> (FRACTION + 1) !== 0) {
    fraction = 1 << FRACTION;
    ++power;
  }
  return reinterpret<f64>((fraction & ((1 << FRACTION) - 1)) | ((<u64>power) << FRACTION));
}

/** The upper 64 bits of a product. */
function upperHalf(a: u64, b: u64): u64 {
  const low: u64 = 0xffffffff;
  const middle = (a >> 32) * (b & low) + (((a & low) * (b & low)) >> 32);
  const other = (a & low) * (b >> 32) + (middle & low);
  return (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32);
}
