/**
 * Sums of outer products, S += sum_r z_r z_r', over rows that arrive one by one: the one-step matrix
 * over the rows F'Z_i and the two-step matrix over the moments g_i of each unit. Rows are gathered in
 * panels and folded in blocks of BLOCK with the micro-kernel (dsyrk on panels), so memory does not
 * grow with the sample. BLOCK is part of the numeric contract: it fixes the order of summation.
 */
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles, entry, get } from '../memory/layout';
import { ADD, SET, SUB, tile } from '../blas/micro';
import {
  packRow,
  padded,
  panelCount,
  rectanglePanel,
  rectangleSize,
  trianglePanel,
  triangleSize,
} from '../blas/panels';
import { subtractKnown } from '../lapack/dpotrf';

const BLOCK: i32 = 128;


@unmanaged
export class Gram {
  n: i32;
  /** Rows waiting in `rows`. */
  waiting: i32;
  /** Panels of BLOCK rows. */
  rows: usize;
  /** The sum, an n x n triangle in panels. */
  sum: usize;
}

/** A sum of zero over rows of n doubles; false when memory ends. */
export function openGram(gram: Gram, n: i32): bool {
  gram.n = n;
  gram.waiting = 0;
  gram.rows = alloc(doubles(rectangleSize(BLOCK, n)));
  gram.sum = allocZeroed(doubles(triangleSize(n)));
  return !exhausted();
}

/** Back to a sum of zero over no rows. */
export function clearGram(gram: Gram): void {
  gram.waiting = 0;
  memory.fill(gram.sum, 0, doubles(triangleSize(gram.n)));
}

/** Adds the outer product of one row of padded(n) doubles, zero past n. */
export function addRow(gram: Gram, row: usize): void {
  packRow(gram.n, row, gram.rows, BLOCK, gram.waiting);
  if (++gram.waiting == BLOCK) foldRows(gram);
}

/** Adds what is waiting; to be called once after the last row. */
export function foldRows(gram: Gram): void {
  if (gram.waiting > 0) dsyrkPanels(gram.n, gram.waiting, BLOCK, gram.rows, gram.sum);
  gram.waiting = 0;
}

/** C += A'A: A in panels of `stride` rows of which k count, C a triangle in panels. */
export function dsyrkPanels(n: i32, k: i32, stride: i32, a: usize, c: usize): void {
  for (let q = 0; q < panelCount(n); ++q) {
    const right = rectanglePanel(a, stride, q);
    let to = trianglePanel(c, q);
    for (let p = 0; p <= q; ++p) {
      tile(ADD, k, rectanglePanel(a, stride, p), right, to, 4);
      to += 128;
    }
  }
}

/**
 * out := B'AB (K x K, leading dimension lda), A a symmetric n x n matrix given as a triangle in panels whose diagonal tiles
 * are whole, B in panels of padded(n) rows. `product` has room for as many panels, `square` for padded(K) x padded(K).
 *
 * Decision: by the whole of A B. With T + T' = A it takes half of the multiplications to form B'TB + (B'TB)', but where A B
 * is small by cancellation T B is not: standard errors lost four digits beside a regressor of mean 1e4 and deviation 1.
 */
export function quadraticForm(
  n: i32,
  a: usize,
  k: i32,
  b: usize,
  product: usize,
  square: usize,
  out: usize,
  lda: i32,
): void {
  const rows = padded(n);
  const stride = padded(k);
  subtractProduct(n, a, k, b, product);
  crossProduct(rows, k, b, product, square);
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < k; ++i) {
      const sum = get(square, i * stride + j) + get(square, j * stride + i);
      store<f64>(entry(out, lda, i, j), -0.5 * sum);
    }
  }
}

/** C := -A B of a symmetric A, as above. */
function subtractProduct(n: i32, a: usize, nrhs: i32, b: usize, c: usize): void {
  const rows = padded(n);
  memory.fill(c, 0, doubles(rectangleSize(rows, nrhs)));
  for (let s = 0; s < panelCount(nrhs); ++s) {
    const from = rectanglePanel(b, rows, s);
    const to = rectanglePanel(c, rows, s);
    for (let q = 0; q < panelCount(n); ++q) {
      const panel = trianglePanel(a, q);
      const place = usize(q) << 7;
      subtractKnown(4 * q + 4, panel, from + place, to);
      tile(SUB, 4 * q, panel, from, to + place, 4);
    }
  }
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
