/**
 * Minimises a smooth function by BFGS with step halving. The function is given by its place in the function table:
 *
 *   objective(state, params, gradient): f64     gradient 0 if it is not needed; NaN ends the search
 *
 * Each step must bring SUFFICIENT of the decrease that its slope predicts (Armijo, 1966). The search has converged if a
 * step changes no parameter by more than `tolerance` times itself or, if larger, times its scale; so convergence does
 * not depend on units of measurement.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { Status } from '../status';
import { daxpy, ddot } from '../blas/level1';
import { dgemv } from '../blas/level2';
import { NoTrans } from '../blas/options';

/**
 * A step is accepted without a check if its predicted decrease is below this share of Q, which is mostly rounding
 * error.
 */
const NOISE: f64 = 1e-12;
const SUFFICIENT: f64 = 1e-4;
const HALVINGS: i32 = 40;


@unmanaged
export class Search {
  k: i32;
  /** Place of the objective in the function table, and its first argument. */
  objective: i32;
  state: usize;
  tolerance: f64;
  maxIterations: i32;
  /** f64, k: start of the search, and its result. */
  params: usize;
  /** f64, k x k: inverse Hessian at the start; overwritten. */
  inverse: usize;
  /** f64, (maxIterations + 1) x (k + 1), or 0: parameters and objective of every iteration. */
  trace: usize;
  value: f64;
  iterations: i32;
  converged: i32;
}


@unmanaged
class Workspace {
  before: usize;
  gradient: usize;
  direction: usize;
  turn: usize;
}

/**
 * Searches from `search.params`. Returns Overflow if the function does not exist there, and Ok also without
 * convergence.
 */
export function minimize(search: Search, scales: usize): Status {
  const k = search.k;
  const scope = mark();
  const workspace = changetype<Workspace>(alloc(offsetof<Workspace>()));
  if (exhausted()) return Status.OutOfMemory;
  workspace.before = alloc(doubles(k));
  workspace.gradient = alloc(doubles(k));
  workspace.direction = alloc(doubles(k));
  workspace.turn = alloc(doubles(k));
  if (exhausted()) return Status.OutOfMemory;
  search.iterations = 0;
  search.converged = 0;
  search.value = evaluate(search, workspace.gradient);
  if (search.value - search.value != 0) return Status.Overflow;
  record(search);
  while (search.iterations < search.maxIterations && !search.converged) {
    memory.copy(workspace.before, search.params, doubles(k));
    memory.copy(workspace.turn, workspace.gradient, doubles(k));
    if (!descend(search, workspace)) break;
    search.value = evaluate(search, workspace.gradient);
    ++search.iterations;
    record(search);
    search.converged = i32(settled(k, workspace.before, search.params, scales, search.tolerance));
    updateInverse(search, workspace);
  }
  release(scope);
  return Status.Ok;
}

/** True if no parameter has changed by more than `tolerance` times itself or its scale. */
export function settled(k: i32, from: usize, to: usize, scales: usize, tolerance: f64): bool {
  for (let j = 0; j < k; ++j) {
    const scale = max(abs(get(to, j)), get(scales, j));
    if (!(abs(get(to, j) - get(from, j)) <= tolerance * scale)) return false;
  }
  return true;
}

function evaluate(search: Search, gradient: usize): f64 {
  return call_indirect<f64>(u32(search.objective), search.state, search.params, gradient);
}

function record(search: Search): void {
  if (search.trace == 0) return;
  const row = search.trace + doubles(search.iterations * (search.k + 1));
  memory.copy(row, search.params, doubles(search.k));
  set(row, search.k, search.value);
}

/**
 * Takes a step along the quasi-Newton direction, halved until the function falls; returns false, without a step, if it
 * never does.
 */
function descend(search: Search, workspace: Workspace): bool {
  const k = search.k;
  dgemv(NoTrans, k, k, -1, search.inverse, k, workspace.gradient, 0, workspace.direction);
  const slope = ddot(k, workspace.gradient, workspace.direction);
  const noisy = -slope <= NOISE * max<f64>(1, search.value);
  let length: f64 = 1;
  for (let halving = 0; halving < HALVINGS; ++halving) {
    memory.copy(search.params, workspace.before, doubles(k));
    daxpy(k, length, workspace.direction, search.params);
    const value = evaluate(search, 0);
    if ((noisy && value == value) || value <= search.value + SUFFICIENT * length * slope) {
      return true;
    }
    length *= 0.5;
  }
  memory.copy(search.params, workspace.before, doubles(k));
  return false;
}

/** H := (I - s y'/s'y) H (I - y s'/s'y) + s s'/s'y if the curvature s'y is positive. */
function updateInverse(search: Search, workspace: Workspace): void {
  const k = search.k;
  const s = workspace.before;
  const y = workspace.turn;
  const hy = workspace.direction;
  for (let j = 0; j < k; ++j) {
    set(s, j, get(search.params, j) - get(s, j));
    set(y, j, get(workspace.gradient, j) - get(y, j));
  }
  const curvature = ddot(k, s, y);
  if (!(curvature > 0)) return;
  dgemv(NoTrans, k, k, 1, search.inverse, k, y, 0, hy);
  const weight = (1 + ddot(k, y, hy) / curvature) / curvature;
  for (let j = 0; j < k; ++j) {
    const column = entry(search.inverse, k, 0, j);
    daxpy(k, weight * get(s, j) - get(hy, j) / curvature, s, column);
    daxpy(k, -get(s, j) / curvature, hy, column);
  }
}
