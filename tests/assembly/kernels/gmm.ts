/** Kernels of GMM for the test build: what takes a record of the core here takes and fills plain arrays. */
import { alloc, allocZeroed } from '../../../assembly/memory/arena';
import { doubles, get, set } from '../../../assembly/memory/layout';
import { padded } from '../../../assembly/blas/panels';
import { Search, minimize } from '../../../assembly/gmm/minimize';
import { breadOf, openPanelStep, solvePanels, weighPanels } from '../../../assembly/gmm/panel-step';
import { Step, openStep, solveStep, weightedMoments } from '../../../assembly/gmm/step';
import { Whitener, factorize, openWhitener } from '../../../assembly/gmm/whitener';

/**
 * One step weighted by the inverse of `s`, a triangle in panels. `out` receives objective, least pivot, detail, then params
 * (k), bread (k x k), the map's transpose (n x k) and the weighted moments (padded(n)).
 */
export function gmmStep(k: i32, n: i32, s: usize, moments: usize, out: usize): i32 {
  const whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  const step = changetype<Step>(alloc(offsetof<Step>()));
  openWhitener(whitener, n, k + 1);
  openStep(step, k, n);
  factorize(whitener, s);
  const status = solveStep(step, whitener, k, moments);
  set(out, 0, step.objective);
  set(out, 1, step.leastPivot);
  set(out, 2, f64(step.detail));
  if (status != 0) return status;
  const arrays = out + doubles(3);
  memory.copy(arrays, step.params, doubles(k));
  memory.copy(arrays + doubles(k), step.bread, doubles(k * k));
  memory.copy(arrays + doubles(k + k * k), step.map, doubles(n * k));
  weightedMoments(step, whitener, k, moments, arrays + doubles(k + k * k + n * k));
  return status;
}

/**
 * The same from panels, as replicates take it. `out` receives params and objective (k + 1), 1 where it took the careful
 * path, the bread (k rows of padded(k)) and the weighted [A s] (panels of padded(n) rows).
 */
export function panelStep(k: i32, n: i32, s: usize, raw: usize, out: usize): i32 {
  const step = openPanelStep(k, n);
  const status = solvePanels(step, s, raw, out);
  const bread = out + doubles(k + 2);
  set(out, k + 1, step.careful ? 1 : 0);
  if ((status & 255) != 0) return status;
  breadOf(step, padded(k), alloc(doubles(k * padded(k))), bread);
  weighPanels(step, k + 1, bread + doubles(k * padded(k)));
  return status;
}

/** Rosenbrock's valley, (1 - x)^2 + 100 (y - x^2)^2. */
function valley(_state: usize, params: usize, gradient: usize): f64 {
  const x = get(params, 0);
  const across = get(params, 1) - x * x;
  if (gradient != 0) {
    set(gradient, 0, -2 * (1 - x) - 400 * x * across);
    set(gradient, 1, 200 * across);
  }
  return (1 - x) * (1 - x) + 100 * across * across;
}

/** Its minimum from `params` (2), which receives it; `trace` has (most + 1) x 3 doubles. Iterations, negative without convergence. */
export function descendValley(params: usize, tolerance: f64, most: i32, trace: usize): i32 {
  const search = changetype<Search>(alloc(offsetof<Search>()));
  const scales = allocZeroed(doubles(2));
  search.k = 2;
  search.objective = valley.index;
  search.tolerance = tolerance;
  search.maxIterations = most;
  search.params = params;
  search.inverse = allocZeroed(doubles(4));
  search.trace = trace;
  set(search.inverse, 0, 1);
  set(search.inverse, 3, 1);
  minimize(search, scales);
  return search.converged ? search.iterations : -search.iterations;
}
