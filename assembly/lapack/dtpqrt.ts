/**
 * QR of a triangle on top of a block of rows, both in panels:
 *
 *   [ R ]       [ R' ]
 *   [ A ]  =  Q [ 0  ]
 *
 * Called on one block of a tall matrix after another, it leaves the R of the whole. Neither Q nor a copy of the matrix
 * is stored; memory is the triangle and one block.
 *
 * Reflector j is (e_j, v_j) with e_j in the rows of R and v_j in those of A. Four columns are factored at a time and
 * applied to the columns after them as I - V T'V' (the compact WY form of Schreiber and Van Loan 1989). V'C is the 4x4
 * micro-kernel and C - VW its transpose, both on a panel in the first-level cache.
 */
import { doubles, get, set } from '../memory/layout';
import { ADD, SET, tile } from '../blas/micro';
import { subtractProduct } from '../blas/panel-update';
import { panelCount, rectanglePanel, trianglePanel } from '../blas/panels';

/** 4x4, row by row: V'V, T, W = T'(R + V'C). */
// @ts-ignore: decorator
@lazy
const INNER: usize = memory.data(128, 16);
// @ts-ignore: decorator
@lazy
const FACTOR: usize = memory.data(128, 16);
// @ts-ignore: decorator
@lazy
const WEIGHTS: usize = memory.data(128, 16);

/** Four doubles each: inner products of a column, factors of the update of a panel. */
// @ts-ignore: decorator
@lazy
const DOTS: usize = memory.data(32, 16);
// @ts-ignore: decorator
@lazy
const KEEP: usize = memory.data(32, 16);
// @ts-ignore: decorator
@lazy
const SHRINK: usize = memory.data(32, 16);

/**
 * Adds `rows` rows (an even number) to the n x n triangle `r`. `block` holds them in panels of `stride` rows and is
 * overwritten. A column that is zero in the block does not change.
 */
export function dtpqrt(rows: i32, n: i32, r: usize, block: usize, stride: i32): void {
  const panels = panelCount(n);
  for (let p = 0; p < panels; ++p) {
    const v = rectanglePanel(block, stride, p);
    const diagonal = trianglePanel(r, p) + (usize(p) << 7);
    innerProducts(rows, 0, v);
    const isLast = p + 1 == panels;
    const count = min(4, n - 4 * p);
    for (let j = 0; j < count; ++j) reflect(isLast && j + 1 == count ? 0 : rows, j, diagonal, v);
    if (isLast) break;
    tile(SET, rows, v, v, INNER, 4);
    completeFactor();
    for (let q = p + 1; q < panels; ++q) {
      const c = rectanglePanel(block, stride, q);
      const top = trianglePanel(r, q) + (usize(p) << 7);
      memory.copy(WEIGHTS, top, 128);
      tile(ADD, rows, v, c, WEIGHTS, 4);
      multiplyFactor();
      for (let i = 0; i < 16; ++i) set(top, i, get(top, i) - get(WEIGHTS, i));
      subtractProduct(rows, v, WEIGHTS, c);
    }
  }
}

/**
 * Reflector of column j of a panel, applied to the columns after it; its tau becomes T(j, j). DOTS belong to column j
 * on entry and to the next on return. The last of all columns needs no rows, as no other follows.
 */
function reflect(rows: i32, j: i32, diagonal: usize, v: usize): void {
  const row = diagonal + doubles(4 * j);
  const alpha = get(row, j);
  const size = get(DOTS, j);
  set(FACTOR, 5 * j, 0);
  if (size == 0) {
    innerProducts(rows, min(j + 1, 3), v);
    return;
  }
  const norm = sqrt<f64>(alpha * alpha + size);
  const beta = alpha >= 0 ? -norm : norm;
  const inverse = 1 / (alpha - beta);
  const tau = (beta - alpha) / beta;
  set(FACTOR, 5 * j, tau);
  set(row, j, beta);
  for (let c = 0; c < 4; ++c) {
    set(KEEP, c, c == j ? inverse : 1);
    set(SHRINK, c, 0);
    if (c <= j) continue;
    const weight = tau * (get(row, c) + get(DOTS, c) * inverse);
    set(row, c, get(row, c) - weight);
    set(SHRINK, c, weight * inverse);
  }
  scaleAndShrink(rows, j, v);
}

/** DOTS := inner products of column j with the four columns of a panel. */
function innerProducts(rows: i32, j: i32, v: usize): void {
  let even0 = f64x2.splat(0);
  let even1 = f64x2.splat(0);
  let odd0 = f64x2.splat(0);
  let odd1 = f64x2.splat(0);
  const end = v + (usize(rows) << 5);
  const ahead = doubles(j);
  for (let row = v; row < end; row += 64) {
    const x0 = v128.load_splat<f64>(row + ahead);
    const x1 = v128.load_splat<f64>(row + ahead, 32);
    even0 = f64x2.add(even0, f64x2.mul(x0, v128.load(row)));
    even1 = f64x2.add(even1, f64x2.mul(x0, v128.load(row, 16)));
    odd0 = f64x2.add(odd0, f64x2.mul(x1, v128.load(row, 32)));
    odd1 = f64x2.add(odd1, f64x2.mul(x1, v128.load(row, 48)));
  }
  v128.store(DOTS, f64x2.add(even0, odd0));
  v128.store(DOTS, f64x2.add(even1, odd1), 16);
}

/**
 * Every row := KEEP row - SHRINK (its element j), element by element; in the same pass DOTS := inner products of the
 * new column j + 1.
 */
function scaleAndShrink(rows: i32, j: i32, v: usize): void {
  const keep0 = v128.load(KEEP);
  const keep1 = v128.load(KEEP, 16);
  const shrink0 = v128.load(SHRINK);
  const shrink1 = v128.load(SHRINK, 16);
  let even0 = f64x2.splat(0);
  let even1 = f64x2.splat(0);
  let odd0 = f64x2.splat(0);
  let odd1 = f64x2.splat(0);
  const end = v + (usize(rows) << 5);
  const ahead = doubles(j);
  const next = doubles(min(j + 1, 3));
  for (let row = v; row < end; row += 64) {
    const x0 = v128.load_splat<f64>(row + ahead);
    const x1 = v128.load_splat<f64>(row + ahead, 32);
    const row0 = f64x2.sub(f64x2.mul(keep0, v128.load(row)), f64x2.mul(shrink0, x0));
    const row1 = f64x2.sub(f64x2.mul(keep1, v128.load(row, 16)), f64x2.mul(shrink1, x0));
    const row2 = f64x2.sub(f64x2.mul(keep0, v128.load(row, 32)), f64x2.mul(shrink0, x1));
    const row3 = f64x2.sub(f64x2.mul(keep1, v128.load(row, 48)), f64x2.mul(shrink1, x1));
    v128.store(row, row0);
    v128.store(row, row1, 16);
    v128.store(row, row2, 32);
    v128.store(row, row3, 48);
    const y0 = v128.load_splat<f64>(row + next);
    const y1 = v128.load_splat<f64>(row + next, 32);
    even0 = f64x2.add(even0, f64x2.mul(y0, row0));
    even1 = f64x2.add(even1, f64x2.mul(y0, row1));
    odd0 = f64x2.add(odd0, f64x2.mul(y1, row2));
    odd1 = f64x2.add(odd1, f64x2.mul(y1, row3));
  }
  v128.store(DOTS, f64x2.add(even0, odd0));
  v128.store(DOTS, f64x2.add(even1, odd1), 16);
}

/** T above its diagonal, from the taus on it and V'V: T(i, j) = -tau_j sum T(i, l) v_l'v_j. */
function completeFactor(): void {
  for (let j = 1; j < 4; ++j) {
    const tau = get(FACTOR, 5 * j);
    for (let i = 0; i < j; ++i) {
      let sum: f64 = 0;
      for (let l = i; l < j; ++l) sum += get(FACTOR, 4 * i + l) * get(INNER, 4 * l + j);
      set(FACTOR, 4 * i + j, -tau * sum);
    }
  }
}

/** W := T'W. */
function multiplyFactor(): void {
  for (let i = 3; i >= 0; --i) {
    for (let c = 0; c < 4; ++c) {
      let sum: f64 = 0;
      for (let l = 0; l <= i; ++l) sum += get(FACTOR, 4 * l + i) * get(WEIGHTS, 4 * l + c);
      set(WEIGHTS, 4 * i + c, sum);
    }
  }
}
