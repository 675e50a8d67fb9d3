/**
 * One GMM step: minimise (s - A b)' W (s - A b) with W = T'T, by a pivoted QR of the whitened moments.
 *
 *   V = T A (rows x K),  v = T s;   b = argmin |v - V b|
 *   M = (V'V)^-1 = (A'WA)^-1        the model-based covariance up to scale
 *   P = M A'W (K x L)               b = P s, the linear map from moments to parameters
 *   objective = |v - V b|^2
 *
 * Columns are scaled to unit length first, so a rank decision does not depend on the units.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set } from '../memory/layout';
import { Status } from '../status';
import { NoTrans, Trans, Upper } from '../blas/options';
import { ddot, dnrm2, dscal } from '../blas/level1';
import { dgemv, dtrsv } from '../blas/level2';
import { dgemm } from '../blas/level3';
import { padded } from '../blas/panels';
import { dgeqp3, dormqr } from '../lapack/dgeqp3';
import { Whitener, whiten, whitenTransposed, whitenTransposedColumns } from './whitener';

/** A whitened column is dependent if it keeps less than this share of its length. */
const RANK_TOLERANCE: f64 = 1e-11;


@unmanaged
export class Step {
  /** f64, K. */
  params: usize;
  /** f64, K x K: M. */
  bread: usize;
  /** f64, L x K column-major: P', or 0 if it is not needed. */
  map: usize;
  objective: f64;
  /** Smallest share of its length that a whitened column keeps after projection on those before it, in pivot order. */
  leastPivot: f64;
  /** Regressor that is not identified, if the status says so. */
  detail: i32;
}

export function openStep(step: Step, k: i32, n: i32): bool {
  openSolution(step, k);
  step.map = alloc(doubles(n * k));
  return !exhausted();
}

/** Allocates a step without the map P. */
export function openSolution(step: Step, k: i32): bool {
  step.params = alloc(doubles(k));
  step.bread = alloc(doubles(k * k));
  step.map = 0;
  return !exhausted();
}

/** Solves one step; `moments` is L x (K + 1), column-major: A and s. */
export function solveStep(step: Step, whitener: Whitener, k: i32, moments: usize): Status {
  const n = whitener.n;
  const scope = mark();
  const whitened = alloc(doubles(n * (k + 1)));
  const qr = alloc(doubles(n * k));
  const scales = alloc(doubles(k));
  const tau = alloc(doubles(k));
  const pivots = alloc(integers(k));
  const work = alloc(doubles(max(2 * k, padded(n))));
  const inverse = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  const rows = whitener.rows;
  whiten(whitener, k + 1, moments, whitened);
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(qr, n, 0, j), entry(whitened, n, 0, j), doubles(rows));
    const length = dnrm2(rows, entry(qr, n, 0, j));
    set(scales, j, length > 0 ? 1 / length : 0);
    dscal(rows, get(scales, j), entry(qr, n, 0, j));
  }
  dgeqp3(rows, k, qr, n, pivots, tau, work);
  step.leastPivot = 1;
  for (let j = 0; j < k; ++j) {
    const pivot = j < rows ? abs(load<f64>(entry(qr, n, j, j))) : 0;
    step.leastPivot = min(step.leastPivot, pivot);
    if (pivot > RANK_TOLERANCE) continue;
    step.detail = getInt(pivots, j);
    release(scope);
    return Status.RankDeficient;
  }
  invertTriangle(k, qr, n, pivots, scales, inverse);
  dgemm(NoTrans, Trans, k, k, k, 1, inverse, k, inverse, k, 0, step.bread, k);
  memory.copy(work, entry(whitened, n, 0, k), doubles(rows));
  dormqr(true, rows, 1, k, qr, n, tau, work, n);
  dgemv(NoTrans, k, k, 1, inverse, k, work, 0, step.params);
  if (step.map != 0) {
    dgemm(NoTrans, NoTrans, rows, k, k, 1, whitened, n, step.bread, k, 0, qr, n);
    whitenTransposedColumns(whitener, k, qr, step.map);
  }
  const residual = entry(whitened, n, 0, k);
  dgemv(NoTrans, rows, k, -1, whitened, n, step.params, 1, residual);
  step.objective = ddot(rows, residual, residual);
  release(scope);
  return Status.Ok;
}

/** out (padded) := the weighted moments W (s - A b) at the parameters of a step, n doubles. */
export function weightedMoments(
  step: Step,
  whitener: Whitener,
  k: i32,
  moments: usize,
  out: usize,
): void {
  const n = whitener.n;
  const scope = mark();
  const total = alloc(doubles(n));
  memory.copy(total, entry(moments, n, 0, k), doubles(n));
  dgemv(NoTrans, n, k, -1, moments, n, step.params, 1, total);
  memory.fill(out, 0, doubles(padded(n)));
  whiten(whitener, 1, total, out);
  whitenTransposed(whitener, out);
  release(scope);
}

/** inverse := D P R^-1 (k x k) of the pivoted, scaled triangle, so that b = inverse Q'v. */
function invertTriangle(
  k: i32,
  r: usize,
  ldr: i32,
  pivots: usize,
  scales: usize,
  inverse: usize,
): void {
  const scope = mark();
  const column = alloc(doubles(k));
  for (let j = 0; j < k; ++j) {
    memory.fill(column, 0, doubles(k));
    set(column, j, 1);
    dtrsv(Upper, NoTrans, k, r, ldr, column);
    for (let i = 0; i < k; ++i) {
      const place = getInt(pivots, i);
      store<f64>(entry(inverse, k, place, j), get(column, i) * get(scales, place));
    }
  }
  release(scope);
}
