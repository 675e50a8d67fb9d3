/**
 * The largest finite number of degrees of freedom accepted. Beyond it the expansions no longer settle in
 * the terms they are allowed, and the answer is NaN rather than doubtful digits.
 */
const LARGEST: f64 = 1e10;

/** True for 0 < df <= 1e10. */
export function usable(df: f64): bool {
  return df > 0 && df <= LARGEST;
}
