/** x^y for positive x: exp(y log x), accurate to a few eps if |y log x| is small. */
export function power(x: f64, y: f64): f64 {
  return NativeMath.exp(y * NativeMath.log(x));
}

/** The whole part of a power. A power just below a whole number counts as that number: the difference is rounding. */
export function wholePart(x: f64): f64 {
  return floor<f64>(x * (1 + 4 * f64.EPSILON));
}

/** The power of two that scales a size to between 1 and 2, if that is a normal number; 1 for 0. */
export function unitScale(size: f64): f64 {
  if (size == 0) return 1;
  const exponent = i32((reinterpret<u64>(size) >> 52) & 0x7ff);
  return reinterpret<f64>(u64(max(1, min(2045, 2046 - exponent))) << 52);
}
