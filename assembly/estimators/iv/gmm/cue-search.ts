/** Searches a minimum of continuously updated GMM (`cue.ts`) from one start, by BFGS. */
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, ddot, dscal } from '../../../blas/level1';
import { dgemv } from '../../../blas/level2';
import { NoTrans, Trans } from '../../../blas/options';
import { addScores } from '../../../covariance/kinds';
import { LinearModel } from '../../../linear/linear';
import { Status } from '../../../status';
import { Gmm, evaluate, recordIteration, settled } from './gmm';
import { addCombination } from '../residuals';
import { IvTask } from '../task';
import { centered } from './weighting';

/**
 * A step is accepted without a check if its predicted decrease is below this share of Q, which is mostly rounding
 * error.
 */
const NOISE: f64 = 1e-12;

/** Share of the predicted decrease that a step must bring (Armijo, 1966), and the maximum number of halvings. */
const SUFFICIENT: f64 = 1e-4;
const HALVINGS: i32 = 40;


@unmanaged
export class Search {
  /** f64, k: current coefficients, gradient and direction, and the changes of coefficients and gradient in a step. */
  params: usize;
  gradient: usize;
  direction: usize;
  step: usize;
  turn: usize;
  /** f64, k x k: inverse Hessian. */
  inverse: usize;
  /** Columns X and e with residuals t; their scores are the products in B. */
  products: LinearModel;
}

/** The minimum reached from one start. */
@unmanaged
export class Minimum {
  params: usize;
  trace: usize;
  objective: f64;
  iterations: i32;
  converged: i32;
}

export function openSearch(task: IvTask, search: Search): bool {
  const n = task.sample.model.n;
  const k = task.sample.k;
  const products = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  if (exhausted()) return false;
  search.params = alloc(doubles(k));
  search.gradient = alloc(doubles(k));
  search.direction = alloc(doubles(k));
  search.step = alloc(doubles(k));
  search.turn = alloc(doubles(k));
  search.inverse = alloc(doubles(k * k));
  search.products = products;
  products.n = n;
  products.k = k + 1;
  products.x = allocMatrix(n, k + 1);
  products.residuals = alloc(doubles(n));
  products.root = allocZeroed(doubles((k + 1) * (k + 1)));
  products.frequency = task.sample.model.frequency;
  if (exhausted()) return false;
  memory.copy(products.x, task.sample.model.x, doubles(n * k));
  for (let j = 0; j <= k; ++j) store<f64>(entry(products.root, k + 1, j, j), 1);
  return true;
}

/** Computes the gradient at the task's coefficients, after `evaluate`. */
function findGradient(task: IvTask, gmm: Gmm, search: Search): Status {
  const sample = task.sample;
  const basis = task.basis;
  const n = sample.model.n;
  const k = sample.k;
  const products = search.products;
  const scope = mark();
  const sum = allocZeroed(doubles((k + 1) * (k + 1)));
  const coefficients = alloc(doubles(basis.q));
  if (exhausted()) return Status.OutOfMemory;
  dgemv(NoTrans, basis.q, basis.q, 1, basis.root, basis.q, gmm.weighted, 0, coefficients);
  memory.fill(products.residuals, 0, doubles(n));
  addCombination(n, basis.q, basis.instruments, coefficients, 1, products.residuals);
  memory.copy(entry(products.x, n, 0, k), task.regression.residuals, doubles(n));
  const scores = task.options.center ? centered(sample, products) : products;
  if (exhausted()) return Status.OutOfMemory;
  const status = addScores(scores, task.weightRows, gmm.weight, task.linear, sum);
  dgemv(Trans, basis.q, k, -2, basis.moments, basis.q, gmm.weighted, 0, search.gradient);
  daxpy(k, 2, entry(sum, k + 1, 0, k), search.gradient);
  release(scope);
  return status;
}

/** Runs BFGS from minimum.params, which it overwrites; the status is Ok even without convergence. */
export function minimize(task: IvTask, gmm: Gmm, search: Search, minimum: Minimum): Status {
  const k = task.sample.k;
  const fit = task.fit;
  memory.copy(fit.params, minimum.params, doubles(k));
  fit.trace = minimum.trace;
  fit.iterations = 0;
  minimum.converged = 0;
  let status = evaluate(task, gmm, true);
  if (status == Status.Ok) status = findGradient(task, gmm, search);
  if (status != Status.Ok) return status;
  memory.copy(search.inverse, gmm.step.bread, doubles(k * k));
  dscal(k * k, 0.5, search.inverse);
  recordIteration(task);
  while (fit.iterations <= task.options.maxIterations && !minimum.converged) {
    memory.copy(search.params, fit.params, doubles(k));
    memory.copy(search.turn, search.gradient, doubles(k));
    status = descend(task, gmm, search);
    if (status == Status.NotConverged) break;
    if (status == Status.Ok) status = findGradient(task, gmm, search);
    if (status != Status.Ok) return status;
    recordIteration(task);
    const tolerance = task.options.tolerance;
    minimum.converged = i32(settled(k, search.params, fit.params, gmm.step.bread, tolerance));
    updateInverse(k, search, fit.params);
  }
  memory.copy(minimum.params, fit.params, doubles(k));
  minimum.objective = fit.objective;
  minimum.iterations = fit.iterations;
  return Status.Ok;
}

/**
 * Takes one step along the quasi-Newton direction, halved until Q falls; returns NotConverged, without a step, if Q
 * never does.
 */
function descend(task: IvTask, gmm: Gmm, search: Search): Status {
  const k = task.sample.k;
  const fit = task.fit;
  const start = fit.objective;
  dgemv(NoTrans, k, k, -1, search.inverse, k, search.gradient, 0, search.direction);
  const slope = ddot(k, search.gradient, search.direction);
  const noisy = -slope <= NOISE * max<f64>(1, start);
  let length: f64 = 1;
  for (let halving = 0; halving < HALVINGS; ++halving) {
    memory.copy(fit.params, search.params, doubles(k));
    daxpy(k, length, search.direction, fit.params);
    const status = evaluate(task, gmm, false);
    if (status != Status.Ok) return status;
    if (noisy || fit.objective <= start + SUFFICIENT * length * slope) return Status.Ok;
    length *= 0.5;
  }
  memory.copy(fit.params, search.params, doubles(k));
  fit.objective = start;
  return Status.NotConverged;
}

/** H := (I - s y'/s'y) H (I - y s'/s'y) + s s'/s'y if the curvature s'y is positive. */
function updateInverse(k: i32, search: Search, params: usize): void {
  const s = search.step;
  const y = search.turn;
  const hy = search.direction;
  for (let j = 0; j < k; ++j) {
    set(s, j, get(params, j) - get(search.params, j));
    set(y, j, get(search.gradient, j) - get(y, j));
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
