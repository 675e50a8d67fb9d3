/** Newton's method for positive numbers, in their logarithm and between bounds. */

/** x e^move. */
export function stepped(x: f64, move: f64): f64 {
  return x * (abs<f64>(move) < 1e-3 ? 1 + move + 0.5 * move * move : NativeMath.exp(move));
}

/** The root of the tangent, or the geometric mean of the bounds if the root is outside of them. */
export function within(newton: f64, low: f64, top: f64): f64 {
  if (newton >= low && newton <= top) return newton;
  return low > 0 ? sqrt<f64>(low) * sqrt<f64>(top) : 0.5 * top;
}

/** True after the last step: the next one would change nothing. `gap` is the difference of logarithms before it. */
export function settled(x: f64, before: f64, newton: f64, gap: f64): bool {
  const change = abs<f64>(x - before);
  if (change <= 2 * f64.EPSILON * x) return true;
  return x == newton && change <= 1e-9 * x && abs<f64>(gap) < 1e-6;
}
