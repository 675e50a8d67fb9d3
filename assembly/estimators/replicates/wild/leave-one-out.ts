/**
 * Scores of a unit evaluated at the estimate without that unit, as the jackknife does. With B = Z'Z of the unit in an
 * orthonormal basis of all rows, and N the projection on the unrestricted regressors,
 *
 *   Z'(I - Z N Z')^-1 e = (I - B N)^-1 t = t + B (I - N B N)^-1 N t,     t = Z'e
 *
 * N = I - sum of c c'/A over the restricted directions c, which are orthogonal and have the lengths sqrt A.
 */
import { alloc, allocZeroed } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { padded, triangleEntry, triangleSize } from '../../../blas/panels';
import { dpotrf, dtrsmPanels, dtrsvPanels } from '../../../lapack/dpotrf';

/** A pivot of I - N B N below this share of 1 means that the unit alone identifies a coefficient. */
const SATURATED: f64 = 1e-10;


@unmanaged
export class LeaveOneOut {
  k: i32;
  /** f64: k x k scratch, a triangle in panels with its reciprocals, and a vector in a panel and by itself. */
  projected: usize;
  factor: usize;
  reciprocals: usize;
  panel: usize;
  vector: usize;
}

export function openLeaveOneOut(k: i32): LeaveOneOut {
  const leaveOneOut = changetype<LeaveOneOut>(alloc(offsetof<LeaveOneOut>()));
  const projected = alloc(doubles(k * k));
  const factor = allocZeroed(doubles(triangleSize(k)));
  const reciprocals = allocZeroed(doubles(padded(k)));
  const panel = alloc(doubles(4 * padded(k)));
  const vector = alloc(doubles(padded(k)));
  if (vector == 0) return changetype<LeaveOneOut>(0);
  leaveOneOut.k = k;
  leaveOneOut.projected = projected;
  leaveOneOut.factor = factor;
  leaveOneOut.reciprocals = reciprocals;
  leaveOneOut.panel = panel;
  leaveOneOut.vector = vector;
  return leaveOneOut;
}

/** t := (I - B N)^-1 t, with q restricted directions, the columns of `c`. Returns false if I - N B N is singular. */
export function solveLeaveOneOut(
  leaveOneOut: LeaveOneOut,
  gram: usize,
  q: i32,
  c: usize,
  lengths: usize,
  t: usize,
): bool {
  const k = leaveOneOut.k;
  const projected = leaveOneOut.projected;
  const x = leaveOneOut.vector;
  memory.copy(projected, gram, doubles(k * k));
  memory.fill(x, 0, doubles(padded(k)));
  memory.copy(x, t, doubles(k));
  for (let s = 0; s < q; ++s) {
    const direction = entry(c, k, 0, s);
    const length = get(lengths, s);
    for (let j = 0; j < k; ++j) project(k, direction, length, entry(projected, k, 0, j));
    transpose(k, projected);
    for (let j = 0; j < k; ++j) project(k, direction, length, entry(projected, k, 0, j));
    project(k, direction, length, x);
  }
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i <= j; ++i) {
      const value = (i == j ? 1 : 0) - load<f64>(entry(projected, k, i, j));
      store<f64>(triangleEntry(leaveOneOut.factor, i, j), value);
    }
  }
  if (dpotrf(k, k, SATURATED, leaveOneOut.factor, leaveOneOut.reciprocals, 0, 0) != 0) return false;
  for (let i = 0; i < k; ++i) {
    const pivot = get(leaveOneOut.reciprocals, i);
    if (!(pivot > 0 && pivot * pivot < 1 / SATURATED)) return false;
  }
  solve(leaveOneOut, x);
  for (let j = 0; j < k; ++j) daxpy(k, get(x, j), entry(gram, k, 0, j), t);
  return true;
}

/** x := (U'U)^-1 x. */
function solve(leaveOneOut: LeaveOneOut, x: usize): void {
  const k = leaveOneOut.k;
  memory.fill(leaveOneOut.panel, 0, doubles(4 * padded(k)));
  for (let i = 0; i < k; ++i) set(leaveOneOut.panel, 4 * i, get(x, i));
  dtrsmPanels(k, leaveOneOut.factor, leaveOneOut.reciprocals, 1, leaveOneOut.panel);
  for (let i = 0; i < padded(k); ++i) set(x, i, get(leaveOneOut.panel, 4 * i));
  dtrsvPanels(k, leaveOneOut.factor, leaveOneOut.reciprocals, x);
}

/** x := (I - c c'/A) x. */
function project(k: i32, c: usize, length: f64, x: usize): void {
  daxpy(k, -ddot(k, c, x) / length, c, x);
}

function transpose(k: i32, a: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < j; ++i) {
      const upper = entry(a, k, i, j);
      const lower = entry(a, k, j, i);
      const kept = load<f64>(upper);
      store<f64>(upper, load<f64>(lower));
      store<f64>(lower, kept);
    }
  }
}
