import {
  padded,
  rectangleSize,
  panelCount,
  rectanglePanel,
  trianglePanel,
  copyFours,
} from '../blas/panels';
import { doubles, get, entry, set } from '../memory/layout';
import { subtractKnown } from './dpotrf';
import { tile, SUB, TILE, SET } from '../blas/micro';

/**
 * out := B'AB (K x K, leading dimension lda). A is a symmetric n x n matrix, given as a triangle in panels with whole
 * diagonal tiles; `factor` is its Cholesky factor U, or 0. B is in panels of padded(n) rows; `product` is scratch of
 * the same size, `square` scratch of padded(K) x padded(K).
 *
 *   (U B)'(U B)      with a factor
 *   B'(A B)          without one, and its symmetric part
 *
 * Decision: use the factor if the caller has it. If A B is small by cancellation, B'(A B) has a rounding error of 1e-16
 * |B'||A||B|, and (U B)'(U B) only of 1e-16 |U||B| times the small U B. With 60 units and a regressor of mean 1e6 and
 * deviation 1, formed as B'(AB), Windmeijer's standard errors had no correct digit; from the factor they have four.
 * Half of A B and the transpose would lose more than either.
 */
export function quadraticForm(
  n: i32,
  a: usize,
  factor: usize,
  k: i32,
  b: usize,
  product: usize,
  square: usize,
  out: usize,
  lda: i32,
): void {
  const rows = padded(n);
  const stride = padded(k);
  memory.fill(product, 0, doubles(rectangleSize(rows, k)));
  for (let s = 0; s < panelCount(k); ++s) {
    const from = rectanglePanel(b, rows, s);
    const to = rectanglePanel(product, rows, s);
    for (let q = 0; q < panelCount(n); ++q) {
      const place = usize(q) << 7;
      if (factor != 0) subtractUpper(4 * q, trianglePanel(factor, q), from + place, to);
      else {
        const panel = trianglePanel(a, q);
        subtractKnown(4 * q + 4, panel, from + place, to);
        tile(SUB, 4 * q, panel, from, to + place, 4);
      }
    }
  }
  const sign = factor != 0 ? 0.5 : -0.5;
  crossProduct(rows, k, factor != 0 ? product : b, product, square);
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < k; ++i) {
      const sum = get(square, i * stride + j) + get(square, j * stride + i);
      store<f64>(entry(out, lda, i, j), sign * sum);
    }
  }
}

/** x -= panel times four rows of right-hand sides: `rows` rows of it, and those of the upper corner below them. */
export function subtractUpper(rows: i32, panel: usize, known: usize, x: usize): void {
  subtractKnown(rows, panel, known, x);
  // Elements below the diagonal of the corner do not belong to the factor.
  copyFours(4, panel + (usize(rows) << 5), 32, TILE, 32);
  for (let r = 1; r < 4; ++r) {
    for (let c = 0; c < r; ++c) set(TILE, 4 * r + c, 0);
  }
  subtractKnown(4, TILE, known, x + (usize(rows) << 5));
}

/** out := A'B over their first K columns, panels of `rows` rows; K rows of padded(K). */
export function crossProduct(rows: i32, k: i32, a: usize, b: usize, out: usize): void {
  const stride = padded(k);
  for (let p = 0; p < panelCount(k); ++p) {
    for (let q = 0; q < panelCount(k); ++q) {
      const to = out + doubles(4 * p * stride + 4 * q);
      tile(SET, rows, rectanglePanel(a, rows, p), rectanglePanel(b, rows, q), to, usize(stride));
    }
  }
}
