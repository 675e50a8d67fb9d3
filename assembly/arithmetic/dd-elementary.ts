/** Exponential and logarithm in double-double, with relative errors near 1e-30. */
import { DD, add, divide, high, multiply, pair, scale, shift, subtract, widen } from './dd';

const LN2_HIGH: f64 = 0.6931471805599453;
const LN2_LOW: f64 = 2.3190468138462996e-17;

/** ln 2. */
// @ts-ignore: decorator
@inline
export function ln2(): DD {
  return pair(LN2_HIGH, LN2_LOW);
}

/** 2^exponent for a normal power, -1022 to 1023. */
// @ts-ignore: decorator
@inline
function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>(u64(exponent + 1023) << 52);
}

/** e^x. Below about -745 the value is 0, above about 709.7 infinity. */
export function exp(x: DD): DD {
  if (high(x) < -746) return widen(0);
  if (high(x) > 710) return widen(Infinity);
  const doublings = 8;
  const twos = nearest<f64>(high(x) / LN2_HIGH);
  const r = shift(subtract(x, scale(ln2(), twos)), powerOfTwo(-doublings));
  let factorial: f64 = 1; // 10! / k!, exact
  let series = widen(1); // 10! (e^r - 1) / r by its first ten terms, |r| < 0.0014
  for (let k = 10; k > 1; --k) {
    factorial *= f64(k);
    series = add(multiply(r, series), widen(factorial));
  }
  let excess = divide(multiply(r, series), widen(factorial)); // e^r - 1, squared up eight times
  for (let i = 0; i < doublings; ++i) {
    excess = add(shift(excess, 2), multiply(excess, excess));
  }
  const value = add(widen(1), excess);
  const half = i32(twos) / 2; // in two steps: 2^twos itself may be subnormal or too large
  return shift(shift(value, powerOfTwo(half)), powerOfTwo(i32(twos) - half));
}

/** ln x for finite x > 0; NaN for other x. */
export function log(x: DD): DD {
  if (!(high(x) > 0 && high(x) < Infinity)) return widen(NaN);
  const subnormal = high(x) < powerOfTwo(-1022);
  const lift = subnormal ? powerOfTwo(54) : 1;
  const bits = reinterpret<u64>(high(x) * lift);
  let exponent = i32(bits >> 52) - 1023;
  if ((bits & 0xfffffffffffff) > 0x6a09e667f3bcd) ++exponent; // mantissa above sqrt(2)
  const half = exponent / 2;
  const down = lift * powerOfTwo(-half);
  const mantissa = shift(shift(x, down), powerOfTwo(half - exponent));
  const start = NativeMath.log(high(mantissa));
  const image = exp(widen(start));
  // Halley's step on e^y = mantissa: the error is cubed, 1e-16 to 1e-48.
  const correction = (2 * high(subtract(mantissa, image))) / (high(mantissa) + high(image));
  const fraction = add(widen(start), widen(correction));
  return add(scale(ln2(), f64(exponent - (subnormal ? 54 : 0))), fraction);
}

/** ln of a plain double. */
export function logOf(x: f64): DD {
  return log(widen(x));
}

/** ln(1 - e^x) for x < 0: the logarithm of the other tail. */
export function logComplement(x: DD): DD {
  return log(subtract(widen(1), exp(x)));
}

/** e^x rounded to a double. */
export function expToNumber(x: DD): f64 {
  return high(exp(x));
}
