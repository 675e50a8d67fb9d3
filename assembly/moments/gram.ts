/**
 * Sums of outer products, S += sum_r z_r z_r', over rows that arrive one by one: the one-step matrix
 * over the rows F'Z_i and the two-step matrix over the moments g_i of each unit. Rows are gathered in
 * panels and folded in blocks of BLOCK with the micro-kernel (dsyrk on panels), so memory does not
 * grow with the sample. BLOCK is part of the numeric contract: it fixes the order of summation.
 */
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles } from '../memory/layout';
import { ADD, tile } from '../blas/micro';
import {
  packRow,
  padded,
  panelCount,
  rectanglePanel,
  rectangleSize,
  trianglePanel,
  triangleSize,
} from '../blas/panels';

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
 * C := A B for a symmetric n x n matrix A, a triangle in panels whose diagonal tiles are whole, and
 * `nrhs` columns B in panels of padded(n) rows, as is C.
 */
export function dsymmPanels(n: i32, a: usize, nrhs: i32, b: usize, c: usize): void {
  const rows = padded(n);
  memory.fill(c, 0, doubles(rectangleSize(rows, nrhs)));
  for (let s = 0; s < panelCount(nrhs); ++s) {
    const from = rectanglePanel(b, rows, s);
    const to = rectanglePanel(c, rows, s);
    for (let q = 0; q < panelCount(n); ++q) {
      const panel = trianglePanel(a, q);
      tile(ADD, 4 * q + 4, panel, from, to + (usize(q) << 7), 4);
      addRows(4 * q, panel, from + (usize(q) << 7), to);
    }
  }
}

/** c (rows x 4) += panel (rows x 4) times the four rows of 4 at `b`. */
function addRows(rows: i32, panel: usize, b: usize, c: usize): void {
  for (const end = panel + (usize(rows) << 5); panel < end; panel += 32) {
    let low = v128.load(c);
    let high = v128.load(c, 16);
    for (let l: usize = 0; l < 4; ++l) {
      const a = v128.load_splat<f64>(panel + (l << 3));
      low = f64x2.add(low, f64x2.mul(a, v128.load(b + (l << 5))));
      high = f64x2.add(high, f64x2.mul(a, v128.load(b + (l << 5), 16)));
    }
    v128.store(c, low);
    v128.store(c, high, 16);
    c += 32;
  }
}
