/**
 * Standard errors of one bootstrap replicate, from the moment blocks of the units drawn:
 *
 *   robust       V1 = P1 S2 P1' = M1 (F1'S2 F1) M1, of the one-step estimate
 *   model        V2 = M2, of the two-step estimate
 *   Windmeijer   V2 + D V1 D' + D V2 + V2 D', D = M2 F2'B
 *
 * with F = W Q and M = (Q'W Q)^-1 of a step, and B of `weight-derivative.ts` at a = W2 (q - Q b2) (Windmeijer, 2005;
 * see `gmm/sandwich.ts`). Only the diagonal is formed unless the whole matrix is needed.
 */
import { multiplyAdd } from '../../../arithmetic/multiply-add';
import { Batch, ReplicateCovariance } from '../../../codes';
import { alloc, allocMatrix, exhausted } from '../../../memory/arena';
import { doubles, get, set, setFour } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { dgemm } from '../../../blas/level3';
import { NoTrans } from '../../../blas/options';
import { padded, rectangleSize, unpack } from '../../../blas/panels';
import { PanelStep, breadOf, weighPanels } from '../../../gmm/panel-step';
import { ReplicateState, select } from './state';
import { openDerivative, selectDerivative } from './weight-derivative';
import { momentsOf } from './two-step-weight';
import { Derivative } from './unit-derivative';
import { Model } from '../model/model';
import { crossProduct, quadraticForm } from '../../../lapack/quadratic-form';


@unmanaged
export class StandardErrors {
  covariance: i32;
  /** Root of the small-sample factor. */
  factor: f64;
  /**
   * f64, per replicate of a batch: panels of padded(L) rows x (K + 1), F and W q of the first and of the second step.
   */
  firsts: usize;
  seconds: usize;
  /** f64, for each replicate of a batch: K rows of padded(K), M1 and M2. */
  breads1: usize;
  breads2: usize;
  /** The same for the current replicate. */
  first: usize;
  second: usize;
  bread1: usize;
  bread2: usize;
  /** f64, panels of padded(L) rows x (K + 1): half of S2 F1. */
  product: usize;
  /** f64, K rows of padded(K): F1'S2 F1, F2'B, and two more as workspace. */
  meat: usize;
  cross: usize;
  left: usize;
  right: usize;
  /** For Windmeijer's correction only. */
  derivative: Derivative;
}

/** Allocates standard errors; check `exhausted()` afterwards. */
export function openStandardErrors(
  model: Model,
  state: ReplicateState,
  covariance: i32,
  factor: f64,
): StandardErrors {
  const k = state.k;
  const standardErrors = changetype<StandardErrors>(alloc(offsetof<StandardErrors>()));
  if (exhausted()) return standardErrors;
  const rhs = rectangleSize(padded(state.n), k + 1);
  const square = doubles(padded(k) * padded(k));
  standardErrors.covariance = covariance;
  standardErrors.factor = sqrt<f64>(factor);
  standardErrors.firsts = allocMatrix(Batch.Replicates, rhs);
  standardErrors.seconds = allocMatrix(Batch.Replicates, rhs);
  standardErrors.breads1 = allocMatrix(Batch.Replicates, padded(k) * padded(k));
  standardErrors.breads2 = allocMatrix(Batch.Replicates, padded(k) * padded(k));
  standardErrors.product = alloc(doubles(rhs));
  standardErrors.meat = alloc(square);
  standardErrors.cross = alloc(square);
  standardErrors.left = alloc(square);
  standardErrors.right = alloc(square);
  if (covariance == ReplicateCovariance.Windmeijer) {
    standardErrors.derivative = openDerivative(model, state);
  }
  return standardErrors;
}

/** Keeps what the standard errors need from the one-step estimate, which `step` has just solved. */
export function keepFirst(standardErrors: StandardErrors, step: PanelStep): void {
  if (standardErrors.covariance == ReplicateCovariance.Model) return;
  weighPanels(step, step.k, standardErrors.first);
  breadOf(step, padded(step.k), standardErrors.left, standardErrors.bread1);
}

/** Makes replicate b of the batch the current one, also of `state`. */
export function selectStandardErrors(
  standardErrors: StandardErrors,
  state: ReplicateState,
  b: i32,
): void {
  const rhs = doubles(b * rectangleSize(padded(state.n), state.k + 1));
  const square = doubles(b * padded(state.k) * padded(state.k));
  select(state, b);
  standardErrors.first = standardErrors.firsts + rhs;
  standardErrors.second = standardErrors.seconds + rhs;
  standardErrors.bread1 = standardErrors.breads1 + square;
  standardErrors.bread2 = standardErrors.breads2 + square;
  if (standardErrors.covariance == ReplicateCovariance.Windmeijer) {
    selectDerivative(standardErrors.derivative, state, b);
  }
}

/** Keeps what the standard errors need from the two-step estimate, which `state.step` has just solved. */
export function keepSecond(standardErrors: StandardErrors, state: ReplicateState): void {
  if (standardErrors.covariance == ReplicateCovariance.Robust) return;
  breadOf(state.step, padded(state.k), standardErrors.left, standardErrors.bread2);
  weighPanels(state.step, state.k + 1, standardErrors.second);
  if (standardErrors.covariance == ReplicateCovariance.Model) return;
  momentsOf(state, standardErrors.second, state.second, standardErrors.derivative.a, 32);
}

/** out := K standard errors of the one-step estimate; `state.sum` holds S2. */
export function robustStandardErrors(
  standardErrors: StandardErrors,
  state: ReplicateState,
  out: usize,
): void {
  meatOfFirst(standardErrors, state);
  multiply(state.k, standardErrors.bread1, standardErrors.meat, standardErrors.left);
  takeRoots(standardErrors, state.k, out);
}

/** out := K standard errors of the two-step estimate. */
export function twoStepStandardErrors(
  standardErrors: StandardErrors,
  state: ReplicateState,
  out: usize,
): void {
  if (standardErrors.covariance == ReplicateCovariance.Windmeijer) correct(standardErrors, state);
  takeRoots(standardErrors, state.k, out);
}

/** left := D, right := D M1 and cross := D M1 F1'S2 F1; `covarianceEntry` combines them. */
function correct(standardErrors: StandardErrors, state: ReplicateState): void {
  const k = state.k;
  meatOfFirst(standardErrors, state);
  crossProduct(
    padded(state.n),
    k,
    standardErrors.second,
    standardErrors.derivative.sum,
    standardErrors.cross,
  );
  multiply(k, standardErrors.bread2, standardErrors.cross, standardErrors.left);
  multiply(k, standardErrors.left, standardErrors.bread1, standardErrors.right);
  multiply(k, standardErrors.right, standardErrors.meat, standardErrors.cross);
}

/** out := standard errors; NaN if rounding makes a variance negative. */
function takeRoots(standardErrors: StandardErrors, k: i32, out: usize): void {
  for (let j = 0; j < k; ++j) {
    set(out, j, standardErrors.factor * sqrt<f64>(covarianceEntry(standardErrors, k, j, j)));
  }
}

/** out := the covariance without its small-sample factor (K x K), after the standard errors of the same estimate. */
export function covarianceOf(standardErrors: StandardErrors, k: i32, out: usize): void {
  for (let i = 0; i < k; ++i) {
    for (let j = 0; j < k; ++j) set(out, i * k + j, covarianceEntry(standardErrors, k, i, j));
  }
}

function covarianceEntry(standardErrors: StandardErrors, k: i32, i: i32, j: i32): f64 {
  if (standardErrors.covariance == ReplicateCovariance.Robust) {
    return rowsProduct(k, standardErrors.left, i, standardErrors.bread1, j);
  }
  const model = get(standardErrors.bread2, i * padded(k) + j);
  if (standardErrors.covariance == ReplicateCovariance.Model) return model;
  const mixed =
    rowsProduct(k, standardErrors.left, i, standardErrors.bread2, j) +
    rowsProduct(k, standardErrors.left, j, standardErrors.bread2, i);
  return model + mixed + rowsProduct(k, standardErrors.cross, i, standardErrors.right, j);
}

/** map := P' = F M of the same estimate, L x K; `work` is scratch of the same size. */
export function parameterMap(
  standardErrors: StandardErrors,
  state: ReplicateState,
  work: usize,
  map: usize,
): void {
  const k = state.k;
  const n = state.n;
  const first = standardErrors.covariance == ReplicateCovariance.Robust;
  unpack(n, k, first ? standardErrors.first : standardErrors.second, padded(n), work, n);
  const bread = first ? standardErrors.bread1 : standardErrors.bread2;
  dgemm(NoTrans, NoTrans, n, k, k, 1, work, n, bread, padded(k), 0, map, n);
}

/** meat := F1'S2 F1. */
function meatOfFirst(standardErrors: StandardErrors, state: ReplicateState): void {
  const k = state.k;
  const form = standardErrors.meat;
  const n = state.n;
  quadraticForm(
    n,
    state.sum,
    0,
    k,
    standardErrors.first,
    standardErrors.product,
    standardErrors.left,
    form,
    padded(k),
  );
}

/** out := A B, K x K in rows of padded(K), four elements of a row at a time. */
function multiply(k: i32, a: usize, b: usize, out: usize): void {
  const stride = doubles(padded(k));
  for (let to = out, end = out + usize(k) * stride; to < end; to += stride) {
    for (let j: usize = 0; j < stride; j += 32) {
      let low = f64x2.splat(0);
      let high = f64x2.splat(0);
      for (let l: usize = 0; l < usize(k); ++l) {
        const factor = v128.load_splat<f64>(a + (l << 3));
        const row = b + l * stride + j;
        low = multiplyAdd(factor, v128.load(row), low);
        high = multiplyAdd(factor, v128.load(row, 16), high);
      }
      setFour(to + j, low, high);
    }
    a += stride;
  }
}

/** Returns the product of row i of A and row j of B. */
function rowsProduct(k: i32, a: usize, i: i32, b: usize, j: i32): f64 {
  return ddot(k, a + doubles(i * padded(k)), b + doubles(j * padded(k)));
}
