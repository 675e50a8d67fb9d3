/**
 * The largest finite number of degrees of freedom accepted. Beyond it the expansions do not converge within their limit
 * of terms, and the result is NaN rather than doubtful digits.
 */
const LARGEST: f64 = 1e10;

/** True for 0 < df <= 1e10. */
export function usable(df: f64): bool {
  return df > 0 && df <= LARGEST;
}
