/**
 * Rows or scores multiplied by C, the root of (X'X)^-1 = C C', block by block in panels, and the sum of their outer
 * products. Robust covariances and leverages are formed from these. BLOCK is part of the numeric contract: it fixes the
 * order of summation.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, entry, get, setFour } from '../../memory/layout';
import { dtrmmPanels } from '../../blas/panel-update';
import {
  pack,
  padded,
  panelCount,
  rectanglePanel,
  rectangleSize,
  triangleEntry,
  triangleSize,
} from '../../blas/panels';
import { dsyrkPanels } from '../../blas/gram';
import { LinearModel } from '../../linear/linear';

/** Rows of a block: 10 columns fill most of a first-level cache. */
export const BLOCK: i32 = 256;


@unmanaged
export class WhitenedRows {
  k: i32;
  /** f64: C in panels of padded(k) rows. */
  root: usize;
  /** f64: BLOCK rows of k columns in panels, zero past k. */
  panels: usize;
  /** f64: sum of outer products, k x k triangle in panels. */
  sum: usize;
}

/** Memory for blocks of rows of a model, and an empty sum; 0 when memory ends. */
export function openWhitened(model: LinearModel): WhitenedRows {
  const k = model.k;
  const rows = changetype<WhitenedRows>(alloc(offsetof<WhitenedRows>()));
  const root = alloc(doubles(rectangleSize(padded(k), k)));
  const panels = alloc(doubles(rectangleSize(BLOCK, k)));
  const sum = allocZeroed(doubles(triangleSize(k)));
  if (exhausted()) return changetype<WhitenedRows>(0);
  rows.k = k;
  rows.root = root;
  rows.panels = panels;
  rows.sum = sum;
  pack(k, k, model.root, 1, k, padded(k), root);
  return rows;
}

/** The block := A C for `count` rows of A, at most BLOCK; A column-major. */
export function whitenRows(rows: WhitenedRows, count: i32, a: usize, lda: i32): void {
  pack(count, rows.k, a, 1, lda, BLOCK, rows.panels);
  dtrmmPanels(count, rows.k, rows.root, rows.panels, BLOCK);
}

/** Squared length of row i of the block. */
export function squaredLength(rows: WhitenedRows, i: i32): f64 {
  let sum = f64x2.splat(0);
  for (let q = 0; q < panelCount(rows.k); ++q) {
    const row = rectanglePanel(rows.panels, BLOCK, q) + (usize(i) << 5);
    const left = v128.load(row);
    const right = v128.load(row, 16);
    sum = f64x2.add(sum, f64x2.add(f64x2.mul(left, left), f64x2.mul(right, right)));
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Multiplies each of `count` rows of the block by its own number. */
export function multiplyRows(rows: WhitenedRows, count: i32, multipliers: usize): void {
  for (let q = 0; q < panelCount(rows.k); ++q) {
    let row = rectanglePanel(rows.panels, BLOCK, q);
    for (let i = 0; i < count; ++i) {
      const by = f64x2.splat(get(multipliers, i));
      setFour(row, f64x2.mul(by, v128.load(row)), f64x2.mul(by, v128.load(row, 16)));
      row += 32;
    }
  }
}

/** The sum += outer products of `count` rows of the block. */
export function addOuterProducts(rows: WhitenedRows, count: i32): void {
  dsyrkPanels(rows.k, count, BLOCK, rows.panels, rows.sum);
}

/** meat (k x k, upper triangle) += sign times the sum. */
export function addSum(rows: WhitenedRows, sign: f64, meat: usize): void {
  const k = rows.k;
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i <= j; ++i) {
      const to = entry(meat, k, i, j);
      store<f64>(to, load<f64>(to) + sign * load<f64>(triangleEntry(rows.sum, i, j)));
    }
  }
}
