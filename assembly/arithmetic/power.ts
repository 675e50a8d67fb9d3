/** x^y for positive x: exp(y log x), right to a few eps where |y log x| is small. */
export function power(x: f64, y: f64): f64 {
  return NativeMath.exp(y * NativeMath.log(x));
}

/** The whole part of a power that may be a whole number but for its rounding. */
export function wholePart(x: f64): f64 {
  return floor<f64>(x * (1 + 4 * f64.EPSILON));
}
