/**
 * One GMM step from sums in panels, for replicates that are estimated thousands of times:
 *
 *   fast      U'U = S, V = U'^-1 [A s];  R'R = V'V;  b = R^-1 (R'^-1 V's)
 *   accurate  the Moore-Penrose whitener and pivoted QR of the single fit, if S is singular or V'V too
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

/** Smallest share of a column of V that V'V may keep on the fast path: cond(V) below about 1e4. */
const FAST_TOLERANCE: f64 = 1e-8;


@unmanaged
export class PanelStep {
  k: i32;
  n: i32;
  /** True if the last step took the accurate path. */
  careful: bool;
  /** f64, panels of padded(L) rows x (K + 1): V. */
  whitened: usize;
  /** f64: triangle of V'V with K + 1 columns, its 1 / diagonal. */
  small: usize;
  reciprocals: usize;
  /** f64, L x (K + 1) column-major, for the accurate path. */
  dense: usize;
  whitener: Whitener;
  step: Step;
}

/** Allocates steps of K parameters and L conditions; check `exhausted()` afterwards. */
export function openPanelStep(k: i32, n: i32): PanelStep {
  const step = changetype<PanelStep>(alloc(offsetof<PanelStep>()));
  if (exhausted()) return step;
  step.k = k;
  step.n = n;
  step.whitened = alloc(doubles(4 * padded(n) * panelCount(k + 1)));
  step.small = alloc(doubles(triangleSize(k + 1)));
  step.reciprocals = alloc(doubles(padded(k + 1)));
  step.dense = alloc(doubles(n * (k + 1)));
  step.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  step.step = changetype<Step>(alloc(offsetof<Step>()));
  if (exhausted()) return step;
  openWhitener(step.whitener, n, k + 1);
  step.whitener.checksPivots = true;
  openSolution(step.step, k);
  return step;
}

/**
 * Solves one step with weight `s`^-1, a triangle in panels; `raw` is [A s] in panels. `out` receives the parameters and
 * the objective. The status may have `ReplicateStatus.Singular` set.
 */
export function solvePanels(step: PanelStep, s: usize, raw: usize, out: usize): i32 {
  const k = step.k;
  const n = step.n;
  const whitener = step.whitener;
  step.careful = false;
  const status = factorize(whitener, s);
  if (status != Status.Ok) return status;
  if (whitener.singular) return carefulSolve(step, raw, out) | ReplicateStatus.Singular;
  const rows = padded(n);
  memory.copy(step.whitened, raw, doubles(4 * rows * panelCount(k + 1)));
  dtrsmPanels(n, whitener.factor, whitener.reciprocals, k + 1, step.whitened);
  memory.fill(step.small, 0, doubles(triangleSize(k + 1)));
  dsyrkPanels(k + 1, rows, rows, step.whitened, step.small);
  if (dpotrf(k + 1, k, FAST_TOLERANCE, step.small, step.reciprocals, 0, 0) != 0) {
    return carefulSolve(step, raw, out);
  }
  for (let j = k - 1; j >= 0; --j) {
    let value = load<f64>(triangleEntry(step.small, j, k));
    for (let i = j + 1; i < k; ++i) {
      value -= load<f64>(triangleEntry(step.small, j, i)) * get(out, i);
    }
    const reciprocal = get(step.reciprocals, j);
    if (reciprocal == 0) return carefulSolve(step, raw, out);
    set(out, j, value * reciprocal);
  }
  const last = load<f64>(triangleEntry(step.small, k, k));
  set(out, k, last * last);
  return finite(k, out) ? Status.Ok : Status.Overflow;
}

function carefulSolve(step: PanelStep, raw: usize, out: usize): i32 {
  const k = step.k;
  const n = step.n;
  step.careful = true;
  unpack(n, k + 1, raw, padded(n), step.dense, n);
  const status = solveStep(step.step, step.whitener, k, step.dense);
  if (status != Status.Ok) return status;
  memory.copy(out, step.step.params, doubles(k));
  set(out, k, step.step.objective);
  return finite(k, out) ? Status.Ok : Status.Overflow;
}

function finite(k: i32, x: usize): bool {
  let sum: f64 = 0;
  for (let j = 0; j < k; ++j) sum += get(x, j);
  return sum - sum == 0;
}

/** out := T'T [A s], the weighted moments of the last step: its first `columns` columns, in panels like `raw`. */
export function weighPanels(step: PanelStep, columns: i32, out: usize): void {
  const n = step.n;
  const rows = padded(n);
  const whitener = step.whitener;
  if (!step.careful) {
    memory.copy(out, step.whitened, doubles(4 * rows * panelCount(columns)));
    dtrsmUpperPanels(n, whitener.factor, whitener.reciprocals, columns, out);
    return;
  }
  whiten(whitener, columns, step.dense, step.whitened);
  whitenTransposedColumns(whitener, columns, step.whitened, step.dense);
  pack(n, columns, step.dense, 1, n, rows, out);
}

/** out := (A'W A)^-1 of the last step, K rows of `stride` doubles; `work` holds as many. */
export function breadOf(step: PanelStep, stride: i32, work: usize, out: usize): void {
  const k = step.k;
  if (!step.careful) invertTriangle(step, stride, work);
  for (let i = 0; i < k; ++i) {
    for (let j = i; j < k; ++j) {
      let value: f64 = 0;
      if (step.careful) value = load<f64>(entry(step.step.bread, k, i, j));
      else
        for (let l = j; l < k; ++l) value += get(work, i * stride + l) * get(work, j * stride + l);
      set(out, i * stride + j, value);
      set(out, j * stride + i, value);
    }
  }
}

/** out := R^-1, in the upper triangle of K rows of `stride` doubles. */
function invertTriangle(step: PanelStep, stride: i32, out: usize): void {
  for (let j = 0; j < step.k; ++j) {
    set(out, j * stride + j, get(step.reciprocals, j));
    for (let i = j - 1; i >= 0; --i) {
      let value: f64 = 0;
      for (let l = i + 1; l <= j; ++l) {
        value -= load<f64>(triangleEntry(step.small, i, l)) * get(out, l * stride + j);
      }
      set(out, i * stride + j, value * get(step.reciprocals, i));
    }
  }
}
