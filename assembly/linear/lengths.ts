/**
 * Euclidean lengths of columns whose rows come in parts, with the sums in the order of `dnrm2`: four running sums, and
 * the rows after the last multiple of four at the end. Every part but the last has a multiple of four rows.
 */
import { addressOf, get, set, setFour } from '../memory/layout';

/** Doubles that a column takes: four sums, the squares of up to three last rows, and 1 if an element is not 0. */
export const WIDTH: i32 = 8;
const LAST: i32 = 4;
const NONZERO: i32 = 7;

/** Adds n elements of a column to its sums (WIDTH doubles, zero at first). */
export function addSquares(n: i32, x: usize, sums: usize): void {
  let s0 = v128.load(sums);
  let s1 = v128.load(sums, 16);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const x0 = v128.load(addressOf(x, i));
    const x1 = v128.load(addressOf(x, i), 16);
    s0 = f64x2.add(s0, f64x2.mul(x0, x0));
    s1 = f64x2.add(s1, f64x2.mul(x1, x1));
  }
  setFour(sums, s0, s1);
  for (let rest = 0; i < n; ++i, ++rest) set(sums, LAST + rest, get(x, i) * get(x, i));
  if (get(sums, NONZERO) != 0) return;
  for (i = 0; i < n; ++i) if (get(x, i) != 0) set(sums, NONZERO, 1);
}

/** The length of a column; NaN if squares leave the range of a double. */
export function lengthOf(sums: usize): f64 {
  if (get(sums, NONZERO) == 0) return 0;
  const s = f64x2.add(v128.load(sums), v128.load(sums, 16));
  let total = f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
  for (let rest = 0; rest < 3; ++rest) total += get(sums, LAST + rest);
  return total > 1e-280 && total < 1e280 ? sqrt<f64>(total) : NaN;
}
