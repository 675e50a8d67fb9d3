/**
 * One GMM step from sums in panels, for replicates that are estimated thousands of times:
 *
 *   fast      U'U = S, V = U'^-1 [A s];  R'R = V'V;  b = R^-1 (R'^-1 V's)
 *   careful   the Moore-Penrose whitener and pivoted QR of the single fit, when S is singular or V'V too
 *             ill-conditioned for its Cholesky factor
 *
 * The last pivot of the augmented V'V is the square root of the objective.
 */
import { ReplicateStatus } from '../codes';
import { alloc, exhausted } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { Status } from '../status';
import { pack, padded, panelCount, triangleEntry, triangleSize, unpack } from '../blas/panels';
import { dpotrf, dtrsmPanels, dtrsmUpperPanels } from '../lapack/dpotrf';
import { dsyrkPanels } from '../blas/gram';
import { Step, openSolution, solveStep } from './step';
import { Whitener, factorize, openWhitener, whiten, whitenTransposedColumns } from './whitener';

/** Smallest share of a column of V that V'V may keep for the fast road: cond(V) below about 1e4. */
const FAST_TOLERANCE: f64 = 1e-8;


@unmanaged
export class PanelStep {
  k: i32;
  n: i32;
  /** True when the last step took the careful road. */
  careful: bool;
  /** f64, panels of padded(L) rows x (K + 1): V. */
  whitened: usize;
  /** f64: triangle of V'V with K + 1 columns, its 1 / diagonal. */
  small: usize;
  reciprocals: usize;
  /** f64, L x (K + 1) column-major, for the careful road. */
  dense: usize;
  whitener: Whitener;
  step: Step;
}

/** Memory for steps of K parameters and L conditions; check `exhausted()` afterwards. */
export function openPanelStep(k: i32, n: i32): PanelStep {
  const own = changetype<PanelStep>(alloc(offsetof<PanelStep>()));
  if (exhausted()) return own;
  own.k = k;
  own.n = n;
  own.whitened = alloc(doubles(4 * padded(n) * panelCount(k + 1)));
  own.small = alloc(doubles(triangleSize(k + 1)));
  own.reciprocals = alloc(doubles(padded(k + 1)));
  own.dense = alloc(doubles(n * (k + 1)));
  own.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  own.step = changetype<Step>(alloc(offsetof<Step>()));
  if (exhausted()) return own;
  openWhitener(own.whitener, n, k + 1);
  own.whitener.wary = true;
  openSolution(own.step, k);
  return own;
}

/**
 * One step with weight `s`^-1, a triangle in panels; `raw` is [A s] in panels. `out` receives the
 * parameters and the objective. The status may have SINGULAR set.
 */
export function solvePanels(own: PanelStep, s: usize, raw: usize, out: usize): i32 {
  const k = own.k;
  const n = own.n;
  const whitener = own.whitener;
  own.careful = false;
  const status = factorize(whitener, s);
  if (status != Status.Ok) return status;
  if (whitener.singular) return carefulSolve(own, raw, out) | ReplicateStatus.Singular;
  const rows = padded(n);
  memory.copy(own.whitened, raw, doubles(4 * rows * panelCount(k + 1)));
  dtrsmPanels(n, whitener.factor, whitener.reciprocals, k + 1, own.whitened);
  memory.fill(own.small, 0, doubles(triangleSize(k + 1)));
  dsyrkPanels(k + 1, rows, rows, own.whitened, own.small);
  if (dpotrf(k + 1, k, FAST_TOLERANCE, own.small, own.reciprocals, 0, 0) != 0) {
    return carefulSolve(own, raw, out);
  }
  for (let j = k - 1; j >= 0; --j) {
    let value = load<f64>(triangleEntry(own.small, j, k));
    for (let i = j + 1; i < k; ++i) {
      value -= load<f64>(triangleEntry(own.small, j, i)) * get(out, i);
    }
    const reciprocal = get(own.reciprocals, j);
    if (reciprocal == 0) return carefulSolve(own, raw, out);
    set(out, j, value * reciprocal);
  }
  const last = load<f64>(triangleEntry(own.small, k, k));
  set(out, k, last * last);
  return finite(k, out) ? Status.Ok : Status.Overflow;
}

function carefulSolve(own: PanelStep, raw: usize, out: usize): i32 {
  const k = own.k;
  const n = own.n;
  own.careful = true;
  unpack(n, k + 1, raw, padded(n), own.dense, n);
  const status = solveStep(own.step, own.whitener, k, own.dense);
  if (status != Status.Ok) return status;
  memory.copy(out, own.step.params, doubles(k));
  set(out, k, own.step.objective);
  return finite(k, out) ? Status.Ok : Status.Overflow;
}

function finite(k: i32, x: usize): bool {
  let sum: f64 = 0;
  for (let j = 0; j < k; ++j) sum += get(x, j);
  return sum - sum == 0;
}

/** out := T'T [A s], the weighted moments of the last step: its first `columns` columns, in panels like `raw`. */
export function weighPanels(own: PanelStep, columns: i32, out: usize): void {
  const n = own.n;
  const rows = padded(n);
  const whitener = own.whitener;
  if (!own.careful) {
    memory.copy(out, own.whitened, doubles(4 * rows * panelCount(columns)));
    dtrsmUpperPanels(n, whitener.factor, whitener.reciprocals, columns, out);
    return;
  }
  whiten(whitener, columns, own.dense, own.whitened);
  whitenTransposedColumns(whitener, columns, own.whitened, own.dense);
  pack(n, columns, own.dense, 1, n, rows, out);
}

/** out := (A'W A)^-1 of the last step, K rows of `stride` doubles; `work` holds as many. */
export function breadOf(own: PanelStep, stride: i32, work: usize, out: usize): void {
  const k = own.k;
  if (!own.careful) invertTriangle(own, stride, work);
  for (let i = 0; i < k; ++i) {
    for (let j = i; j < k; ++j) {
      let value: f64 = 0;
      if (own.careful) value = load<f64>(entry(own.step.bread, k, i, j));
      else
        for (let l = j; l < k; ++l) value += get(work, i * stride + l) * get(work, j * stride + l);
      set(out, i * stride + j, value);
      set(out, j * stride + i, value);
    }
  }
}

/** out := R^-1, in the upper triangle of K rows of `stride` doubles. */
function invertTriangle(own: PanelStep, stride: i32, out: usize): void {
  for (let j = 0; j < own.k; ++j) {
    set(out, j * stride + j, get(own.reciprocals, j));
    for (let i = j - 1; i >= 0; --i) {
      let value: f64 = 0;
      for (let l = i + 1; l <= j; ++l) {
        value -= load<f64>(triangleEntry(own.small, i, l)) * get(out, l * stride + j);
      }
      set(out, i * stride + j, value * get(own.reciprocals, i));
    }
  }
}
