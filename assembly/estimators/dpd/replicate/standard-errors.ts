/**
 * Standard errors of one bootstrap replicate, from the blocks of the units drawn:
 *
 *   robust       V1 = P1 S2 P1' = M1 (F1'S2 F1) M1, the one-step estimate's
 *   model        V2 = M2, the two-step estimate's
 *   Windmeijer   V2 + D V1 D' + D V2 + V2 D', D = M2 F2'B
 *
 * with F = W Q and M = (Q'W Q)^-1 of a step, and B of `weight-derivative.ts` at a = W2 (q - Q b2)
 * (Windmeijer, 2005; see `gmm/sandwich.ts`). Only the diagonal is formed, unless the whole is asked for.
 */
import { Batch, ReplicateCovariance } from '../../../codes';
import { alloc, allocMatrix, exhausted } from '../../../memory/arena';
import { doubles, get, set } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { dgemm } from '../../../blas/level3';
import { NoTrans } from '../../../blas/options';
import { padded, rectangleSize, unpack } from '../../../blas/panels';
import { PanelStep, breadOf, weighPanels } from '../../../gmm/panel-step';
import { Blocks, select } from './state';
import { openDerivative, selectDerivative } from './weight-derivative';
import { momentsOf } from './two-step-weight';
import { Derivative } from './unit-derivative';
import { Model } from '../model/model';
import { crossProduct, quadraticForm } from '../../../lapack/quadratic-form';


@unmanaged
export class Errors {
  covariance: i32;
  /** Root of the small-sample factor. */
  factor: f64;
  /** f64, of each replicate of a batch: panels of padded(L) rows x (K + 1), F and W q of either step. */
  firsts: usize;
  seconds: usize;
  /** f64, of each: K rows of padded(K), M1 and M2. */
  breads1: usize;
  breads2: usize;
  /** The same of the replicate at hand. */
  first: usize;
  second: usize;
  bread1: usize;
  bread2: usize;
  /** f64, panels of padded(L) rows x (K + 1): half of S2 F1. */
  product: usize;
  /** f64, K rows of padded(K): F1'S2 F1, F2'B, and room for two more. */
  meat: usize;
  cross: usize;
  left: usize;
  right: usize;
  /** Of Windmeijer's alone. */
  derivative: Derivative;
}

/** Memory for standard errors; check `exhausted()` afterwards. */
export function openErrors(model: Model, blocks: Blocks, covariance: i32, factor: f64): Errors {
  const k = blocks.k;
  const errors = changetype<Errors>(alloc(offsetof<Errors>()));
  if (exhausted()) return errors;
  const rhs = rectangleSize(padded(blocks.n), k + 1);
  const square = doubles(padded(k) * padded(k));
  errors.covariance = covariance;
  errors.factor = sqrt<f64>(factor);
  errors.firsts = allocMatrix(Batch.Replicates, rhs);
  errors.seconds = allocMatrix(Batch.Replicates, rhs);
  errors.breads1 = allocMatrix(Batch.Replicates, padded(k) * padded(k));
  errors.breads2 = allocMatrix(Batch.Replicates, padded(k) * padded(k));
  errors.product = alloc(doubles(rhs));
  errors.meat = alloc(square);
  errors.cross = alloc(square);
  errors.left = alloc(square);
  errors.right = alloc(square);
  if (covariance == ReplicateCovariance.Windmeijer)
    errors.derivative = openDerivative(model, blocks);
  return errors;
}

/** Keeps what the errors need of the one-step estimate, which `step` just took. */
export function keepFirst(errors: Errors, step: PanelStep): void {
  if (errors.covariance == ReplicateCovariance.Model) return;
  weighPanels(step, step.k, errors.first);
  breadOf(step, padded(step.k), errors.left, errors.bread1);
}

/** Replicate b of the batch is the one at hand, of `blocks` too. */
export function selectErrors(errors: Errors, blocks: Blocks, b: i32): void {
  const rhs = doubles(b * rectangleSize(padded(blocks.n), blocks.k + 1));
  const square = doubles(b * padded(blocks.k) * padded(blocks.k));
  select(blocks, b);
  errors.first = errors.firsts + rhs;
  errors.second = errors.seconds + rhs;
  errors.bread1 = errors.breads1 + square;
  errors.bread2 = errors.breads2 + square;
  if (errors.covariance == ReplicateCovariance.Windmeijer)
    selectDerivative(errors.derivative, blocks, b);
}

/** Keeps what the errors need of the two-step estimate, which `blocks.step` just took. */
export function keepSecond(errors: Errors, blocks: Blocks): void {
  if (errors.covariance == ReplicateCovariance.Robust) return;
  breadOf(blocks.step, padded(blocks.k), errors.left, errors.bread2);
  weighPanels(blocks.step, blocks.k + 1, errors.second);
  if (errors.covariance == ReplicateCovariance.Model) return;
  momentsOf(blocks, errors.second, blocks.second, errors.derivative.a, 32);
}

/** Standard errors of the one-step estimate, with `blocks.sum` S2; K numbers. */
export function robustErrors(errors: Errors, blocks: Blocks, out: usize): void {
  meatOfFirst(errors, blocks);
  multiply(blocks.k, errors.bread1, errors.meat, errors.left);
  takeRoots(errors, blocks.k, out);
}

/** Standard errors of the two-step estimate; K numbers. */
export function twoStepErrors(errors: Errors, blocks: Blocks, out: usize): void {
  if (errors.covariance == ReplicateCovariance.Windmeijer) correct(errors, blocks);
  takeRoots(errors, blocks.k, out);
}

/** left := D, right := D M1 and cross := D M1 F1'S2 F1, of which `covarianceEntry` makes the covariance. */
function correct(errors: Errors, blocks: Blocks): void {
  const k = blocks.k;
  meatOfFirst(errors, blocks);
  crossProduct(padded(blocks.n), k, errors.second, errors.derivative.sum, errors.cross);
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
  if (errors.covariance == ReplicateCovariance.Robust)
    return rowsProduct(k, errors.left, i, errors.bread1, j);
  const model = get(errors.bread2, i * padded(k) + j);
  if (errors.covariance == ReplicateCovariance.Model) return model;
  const mixed =
    rowsProduct(k, errors.left, i, errors.bread2, j) +
    rowsProduct(k, errors.left, j, errors.bread2, i);
  return model + mixed + rowsProduct(k, errors.cross, i, errors.right, j);
}

/** map := P' = F M of the same estimate, L x K; `work` holds as many numbers. */
export function parameterMap(errors: Errors, blocks: Blocks, work: usize, map: usize): void {
  const k = blocks.k;
  const n = blocks.n;
  const first = errors.covariance == ReplicateCovariance.Robust;
  unpack(n, k, first ? errors.first : errors.second, padded(n), work, n);
  const bread = first ? errors.bread1 : errors.bread2;
  dgemm(NoTrans, NoTrans, n, k, k, 1, work, n, bread, padded(k), 0, map, n);
}

/** meat := F1'S2 F1. */
function meatOfFirst(errors: Errors, blocks: Blocks): void {
  const k = blocks.k;
  const form = errors.meat;
  const n = blocks.n;
  quadraticForm(n, blocks.sum, 0, k, errors.first, errors.product, errors.left, form, padded(k));
}

/** out := A B, K x K in rows of padded(K), four of a row at a time. */
function multiply(k: i32, a: usize, b: usize, out: usize): void {
  const stride = doubles(padded(k));
  for (let to = out, end = out + usize(k) * stride; to < end; to += stride) {
    for (let j: usize = 0; j < stride; j += 32) {
      let low = f64x2.splat(0);
      let high = f64x2.splat(0);
      for (let l: usize = 0; l < usize(k); ++l) {
        const factor = v128.load_splat<f64>(a + (l << 3));
        const row = b + l * stride + j;
        low = f64x2.add(low, f64x2.mul(factor, v128.load(row)));
        high = f64x2.add(high, f64x2.mul(factor, v128.load(row, 16)));
      }
      v128.store(to + j, low);
      v128.store(to + j, high, 16);
    }
    a += stride;
  }
}

/** Product of row i of A and row j of B. */
function rowsProduct(k: i32, a: usize, i: i32, b: usize, j: i32): f64 {
  return ddot(k, a + doubles(i * padded(k)), b + doubles(j * padded(k)));
}
