/** Newton's method between bounds. */

/** The root of the tangent, or the middle of the bounds if it is outside of them. */
export function within(newton: f64, low: f64, top: f64, x: f64): f64 {
  if (newton >= low && newton <= top) return newton;
  return top === Infinity ? 2 * x : 0.5 * (low + top);
}

/** True after the last step: the next one would change nothing. `gap` is the difference of logarithms before it. */
export function settled(x: f64, before: f64, newton: f64, gap: f64): bool {
  const change = abs<f64>(x - before);
  if (change <= 2 * f64.EPSILON * x) return true;
  return x == newton && change <= 1e-9 * x && abs<f64>(gap) < 1e-6;
}
