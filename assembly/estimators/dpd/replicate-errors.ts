/**
 * Standard errors of one bootstrap replicate, from the blocks of the units drawn:
 *
 *   robust       V1 = P1 S2 P1' = M1 (F1'S2 F1) M1, the one-step estimate's
 *   model        V2 = M2, the two-step estimate's
 *   Windmeijer   V2 + D V1 D' + D V2 + V2 D', D = M2 F2'B
 *
 * with F = W Q and M = (Q'W Q)^-1 of a step, and B of `replicate-derivative.ts` at a = W2 (q - Q b2)
 * (Windmeijer, 2005; see `moments/sandwich.ts`). Only the diagonal is formed, unless the whole is asked for.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, get, set } from '../../memory/layout';
import { daxpy, ddot } from '../../blas/level1';
import { dgemm } from '../../blas/level3';
import { SET, tile } from '../../blas/micro';
import { NoTrans } from '../../blas/options';
import {
  padded,
  panelCount,
  rectangleEntry,
  rectanglePanel,
  rectangleSize,
  unpack,
} from '../../blas/panels';
import { dsymmPanels } from '../../moments/gram';
import { PanelStep, breadOf, weighPanels } from '../../moments/panel-step';
import { Blocks } from './blocks';
import { Derivative, openDerivative, sumDerivative } from './replicate-derivative';

/** `DpdStatistics.covariance`. */
export const NONE: i32 = 0;
export const ROBUST: i32 = 1;
const MODEL: i32 = 2;
export const WINDMEIJER: i32 = 3;


@unmanaged
export class Errors {
  covariance: i32;
  /** Root of the small-sample factor. */
  factor: f64;
  /** f64, panels of padded(L) rows x (K + 1): F and W q of either step, and S2 F1. */
  first: usize;
  second: usize;
  product: usize;
  /** f64, K rows of padded(K): M1, M2, F1'S2 F1, F2'B, and room for two more. */
  bread1: usize;
  bread2: usize;
  meat: usize;
  cross: usize;
  left: usize;
  right: usize;
  derivative: Derivative;
}

/** Memory for standard errors; check `exhausted()` afterwards. */
export function openErrors(k: i32, n: i32, covariance: i32, factor: f64): Errors {
  const errors = changetype<Errors>(alloc(offsetof<Errors>()));
  if (exhausted()) return errors;
  const rhs = doubles(rectangleSize(padded(n), k + 1));
  const square = doubles(padded(k) * padded(k));
  errors.covariance = covariance;
  errors.factor = sqrt<f64>(factor);
  errors.first = alloc(rhs);
  errors.second = alloc(rhs);
  errors.product = alloc(rhs);
  errors.bread1 = allocZeroed(square);
  errors.bread2 = allocZeroed(square);
  errors.meat = alloc(square);
  errors.cross = alloc(square);
  errors.left = alloc(square);
  errors.right = alloc(square);
  errors.derivative = openDerivative(k, n);
  return errors;
}

/** Keeps what the errors need of the one-step estimate, which `step` just took. */
export function keepFirst(errors: Errors, step: PanelStep): void {
  if (errors.covariance == MODEL) return;
  weighPanels(step, step.k, errors.first);
  breadOf(step, padded(step.k), errors.left, errors.bread1);
}

/** Standard errors of the one-step estimate, with `blocks.sum` S2; K numbers. */
export function robustErrors(errors: Errors, blocks: Blocks, out: usize): void {
  meatOfFirst(errors, blocks);
  multiply(blocks.k, errors.bread1, errors.meat, errors.left);
  takeRoots(errors, blocks.k, out);
}

/** Standard errors of the two-step estimate at `second`, which `step` just took; K numbers. */
export function twoStepErrors(
  errors: Errors,
  blocks: Blocks,
  counts: usize,
  second: usize,
  out: usize,
): void {
  const k = blocks.k;
  breadOf(blocks.step, padded(k), errors.left, errors.bread2);
  if (errors.covariance == WINDMEIJER) correct(errors, blocks, counts, second);
  takeRoots(errors, k, out);
}

/** left := D, right := D M1 and cross := D M1 F1'S2 F1, of which `covarianceEntry` makes the covariance. */
function correct(errors: Errors, blocks: Blocks, counts: usize, second: usize): void {
  const k = blocks.k;
  meatOfFirst(errors, blocks);
  weighPanels(blocks.step, k + 1, errors.second);
  weightedMomentsAt(errors, blocks, second);
  sumDerivative(errors.derivative, blocks, counts);
  crossProduct(blocks, errors.second, errors.derivative.sum, errors.cross);
  multiply(k, errors.bread2, errors.cross, errors.left);
  multiply(k, errors.left, errors.bread1, errors.right);
  multiply(k, errors.right, errors.meat, errors.cross);
}

/** Standard errors; NaN where rounding has left a negative variance. */
function takeRoots(errors: Errors, k: i32, out: usize): void {
  for (let j = 0; j < k; ++j) {
    set(out, j, errors.factor * sqrt<f64>(covarianceEntry(errors, k, j, j)));
  }
}

/** out := the covariance without its small-sample factor, K x K, after the errors of the same estimate. */
export function covarianceOf(errors: Errors, k: i32, out: usize): void {
  for (let i = 0; i < k; ++i) {
    for (let j = 0; j < k; ++j) set(out, i * k + j, covarianceEntry(errors, k, i, j));
  }
}

function covarianceEntry(errors: Errors, k: i32, i: i32, j: i32): f64 {
  if (errors.covariance == ROBUST) return rowsProduct(k, errors.left, i, errors.bread1, j);
  const model = get(errors.bread2, i * padded(k) + j);
  if (errors.covariance == MODEL) return model;
  const mixed =
    rowsProduct(k, errors.left, i, errors.bread2, j) +
    rowsProduct(k, errors.left, j, errors.bread2, i);
  return model + mixed + rowsProduct(k, errors.cross, i, errors.right, j);
}

/** map := P' = F M of the same estimate, L x K; `work` holds as many numbers. */
export function parameterMap(errors: Errors, blocks: Blocks, work: usize, map: usize): void {
  const k = blocks.k;
  const n = blocks.n;
  const first = errors.covariance == ROBUST;
  if (errors.covariance == MODEL) weighPanels(blocks.step, k, errors.second);
  unpack(n, k, first ? errors.first : errors.second, padded(n), work, n);
  const bread = first ? errors.bread1 : errors.bread2;
  dgemm(NoTrans, NoTrans, n, k, k, 1, work, n, bread, padded(k), 0, map, n);
}

/** meat := F1'S2 F1. */
function meatOfFirst(errors: Errors, blocks: Blocks): void {
  dsymmPanels(blocks.n, blocks.sum, blocks.k, errors.first, errors.product);
  crossProduct(blocks, errors.first, errors.product, errors.meat);
}

/** out := A'B over their first K columns, panels of padded(L) rows; K rows of padded(K). */
function crossProduct(blocks: Blocks, a: usize, b: usize, out: usize): void {
  const rows = padded(blocks.n);
  const stride = padded(blocks.k);
  for (let p = 0; p < panelCount(blocks.k); ++p) {
    for (let q = 0; q < panelCount(blocks.k); ++q) {
      const to = out + doubles(4 * p * stride + 4 * q);
      tile(SET, rows, rectanglePanel(a, rows, p), rectanglePanel(b, rows, q), to, usize(stride));
    }
  }
}

/** derivative.a := W2 q - F2 b2. */
function weightedMomentsAt(errors: Errors, blocks: Blocks, params: usize): void {
  const k = blocks.k;
  const rows = padded(blocks.n);
  for (let l = 0; l < rows; ++l) {
    let value = load<f64>(rectangleEntry(errors.second, rows, l, k));
    for (let j = 0; j < k; ++j) {
      value -= load<f64>(rectangleEntry(errors.second, rows, l, j)) * get(params, j);
    }
    set(errors.derivative.a, l, value);
  }
}

/** out := A B, K x K in rows of padded(K). */
function multiply(k: i32, a: usize, b: usize, out: usize): void {
  const stride = padded(k);
  for (let i = 0; i < k; ++i) {
    const to = out + doubles(i * stride);
    memory.fill(to, 0, doubles(stride));
    for (let l = 0; l < k; ++l) daxpy(k, get(a, i * stride + l), b + doubles(l * stride), to);
  }
}

/** Product of row i of A and row j of B. */
function rowsProduct(k: i32, a: usize, i: i32, b: usize, j: i32): f64 {
  return ddot(k, a + doubles(i * padded(k)), b + doubles(j * padded(k)));
}
