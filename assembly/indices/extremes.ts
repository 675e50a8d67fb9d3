/** The smallest and the largest element of a vector. */
import { get } from '../memory/layout';

export function smallest(n: i32, x: usize): f64 {
  let least = get(x, 0);
  for (let i = 1; i < n; ++i) least = min(least, get(x, i));
  return least;
}

export function largest(n: i32, x: usize): f64 {
  let most = get(x, 0);
  for (let i = 1; i < n; ++i) most = max(most, get(x, i));
  return most;
}
