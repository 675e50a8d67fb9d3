/** Residuals and linear combinations of columns, block by block so that a block stays in cache. */
import { addressOf, doubles, entry, get, set } from '../../memory/layout';
import { daxpy, ddot } from '../../blas/level1';
import { IvSample } from './sample';

/** Rows of a block. */
const BLOCK: i32 = 256;

/** out := y - X b, in weighted rows. Returns its sum of squares. */
export function findResiduals(sample: IvSample, params: usize, out: usize): f64 {
  residualsOf(sample, params, out);
  return addSquares(sample.model.n, out, 0);
}

/** out := y - X b, in weighted rows. */
export function residualsOf(sample: IvSample, params: usize, out: usize): void {
  const n = sample.model.n;
  memory.copy(out, sample.model.y, doubles(n));
  addCombination(n, sample.k, sample.model.x, params, -1, out);
}

/** Returns `sum` plus the squares of n residuals. */
export function addSquares(n: i32, residuals: usize, sum: f64): f64 {
  for (let row = 0; row < n; row += BLOCK) {
    const rows = min(BLOCK, n - row);
    sum += ddot(rows, addressOf(residuals, row), addressOf(residuals, row));
  }
  return sum;
}

/** out (n) += alpha A c, A n x k. */
export function addCombination(n: i32, k: i32, a: usize, c: usize, alpha: f64, out: usize): void {
  for (let row = 0; row < n; row += BLOCK) {
    const rows = min(BLOCK, n - row);
    for (let j = 0; j < k; ++j)
      daxpy(rows, alpha * get(c, j), entry(a, n, row, j), addressOf(out, row));
  }
}

/** Divides weighted residuals by the roots of the weights (0 for none). */
export function unweigh(n: i32, roots: usize, residuals: usize): void {
  if (roots == 0) return;
  for (let i = 0; i < n; ++i) set(residuals, i, get(residuals, i) / get(roots, i));
}
