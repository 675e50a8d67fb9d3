/**
 * Linear GMM of a resample (`iv/gmm/gmm.ts`) from the triangle R* = U R of its rows (`pairs.ts`); both weighting
 * matrices are recomputed. In the orthonormal basis Q U^-1 of the resample's instruments, with unit g drawn w_g times,
 *
 *   moments    g(b) = (R* (e - X b))_q - U_qq'^-1 c
 *   one-step   b1 = argmin |g(b)|
 *   two-step   b = argmin J(b), J(b) = g(b)' S^-1 g(b),   S = sum_g w_g m_g m_g',
 *              m_g = U_qq'^-1 ((G_g (e - X b1))_q - c / units);   unadjusted S = (rss / n) I
 *
 * c is 0 or, with recentring, the moments of the sample at its estimate, so that the moment conditions hold in the
 * population from which units are drawn (Hall and Horowitz, 1996, Econometrica 64).
 */
import { ReplicateStatus, Steps } from '../../../codes';
import { Covariance } from '../../../covariance/kinds';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { dtrsv } from '../../../blas/level2';
import { Trans, Upper } from '../../../blas/options';
import { triangleEntry, triangleSize } from '../../../blas/panels';
import { BootstrapPlan } from '../../../memory/records';
import { Step, openSolution, solveStep } from '../../../gmm/step';
import { Whitener, factorize, openWhitener } from '../../../gmm/whitener';
import { Status } from '../../../status';
import { residualSquares, residuals } from './standard-errors';
import { openPairs, solve, triangularize } from './pairs';
import { ROWS, Resample, multiplyUnit } from '../rows';
import { Pairs, addSquare, extra, whitenMoments } from './state';


@unmanaged
export class GmmResample {
  pairs: Pairs;
  whitener: Whitener;
  step: Step;
  /** f64: S in panels; c (q); coordinates of e - X b1, and G_g times them (width). */
  matrix: usize;
  center: usize;
  left: usize;
  unitMoments: usize;
}

export function openGmmResample(state: GmmResample, sample: Resample): Status {
  const q = sample.task.basis.q;
  const width = sample.width;
  const pairs = changetype<Pairs>(alloc(offsetof<Pairs>()));
  state.pairs = pairs;
  state.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  state.step = changetype<Step>(alloc(offsetof<Step>()));
  state.matrix = alloc(doubles(triangleSize(q)));
  state.center = allocZeroed(doubles(q));
  state.left = alloc(doubles(width));
  state.unitMoments = alloc(doubles(width));
  if (exhausted() || !openSolution(state.step, sample.k)) return Status.OutOfMemory;
  if (!openWhitener(state.whitener, q, sample.k + 1)) return Status.OutOfMemory;
  // Allocated here, because the scope of a replicate would release it.
  const status = centre(state, sample);
  return status == Status.Ok ? openPairs(pairs, sample) : status;
}

/**
 * center := Q'e = R^-T Z'e, with Z'e of the design or given. Returns ShapeMismatch if the design keeps another number
 * of instruments than there are moments.
 */
function centre(state: GmmResample, sample: Resample): Status {
  const resampling = sample.resampling;
  const q = sample.task.basis.q;
  const width = sample.width;
  const triangle = sample.task.basis.triangle;
  if (resampling.restricted == 0) return Status.Ok;
  if (resampling.nmoments == 0) {
    memory.copy(state.center, entry(triangle, width, 0, width - 1), doubles(q));
    return Status.Ok;
  }
  if (resampling.nmoments != q) return Status.ShapeMismatch;
  memory.copy(state.center, resampling.moments, doubles(q));
  dtrsv(Upper, Trans, q, triangle, width, state.center);
  return Status.Ok;
}

/** out := Z'e = R'Q'e of the kept instruments of a prepared GMM bootstrap; returns their number. */
export function resample_moments(planAddress: usize, out: usize): i32 {
  const plan = changetype<BootstrapPlan>(planAddress);
  const sample = changetype<GmmResample>(plan.state).pairs.sample;
  const q = sample.task.basis.q;
  const width = sample.width;
  const triangle = sample.task.basis.triangle;
  const outcome = entry(triangle, width, 0, width - 1);
  for (let j = 0; j < q; ++j) set(out, j, ddot(j + 1, entry(triangle, width, 0, j), outcome));
  return q;
}

/** Writes the coefficients of one replicate, and J after two steps. */
export function writeGmmReplicate(address: usize, counts: usize, sums: usize, out: usize): i32 {
  const state = changetype<GmmResample>(address);
  const scope = mark();
  state.whitener.singular = false;
  const status = estimate(state, counts, sums, out);
  release(scope);
  return status == Status.Ok && state.whitener.singular ? ReplicateStatus.Singular : status;
}

function estimate(state: GmmResample, counts: usize, sums: usize, out: usize): Status {
  const pairs = state.pairs;
  const sample = pairs.sample;
  const basis = pairs.basis;
  const q = basis.q;
  pairs.sums = sums;
  let status = triangularize(pairs);
  if (status != Status.Ok) return status;
  memory.copy(state.unitMoments, state.center, doubles(q));
  whitenMoments(pairs, state.unitMoments);
  daxpy(q, -1, state.unitMoments, entry(basis.triangle, basis.width, 0, basis.width - 1));
  status = solve(pairs);
  let params = pairs.params;
  if (status == Status.Ok && sample.task.options.steps != Steps.OneStep) {
    weigh(state, counts);
    status = factorize(state.whitener, state.matrix);
    if (status != Status.Ok) return status;
    status = solveStep(state.step, state.whitener, sample.k, basis.moments);
    params = state.step.params;
    if (sample.resampling.statistics != 0) set(out, sample.k, state.step.objective);
  }
  for (let j = 0; j < sample.k; ++j) {
    set(out, j, get(sample.resampling.params, j) + get(params, j));
  }
  return status;
}

/** matrix := S. */
function weigh(state: GmmResample, counts: usize): void {
  const pairs = state.pairs;
  const sample = pairs.sample;
  const units = sample.resampling.nunits;
  const q = pairs.basis.q;
  residuals(pairs, state.left);
  memory.fill(state.matrix, 0, doubles(triangleSize(q)));
  if (sample.task.weight.covariance == Covariance.Unadjusted) {
    const variance = residualSquares(pairs, state.left) / extra(pairs, ROWS);
    for (let j = 0; j < q; ++j) store<f64>(triangleEntry(state.matrix, j, j), variance);
    return;
  }
  let drawn = 0;
  for (let g = 0; g < units; ++g) {
    const count = f64(getInt(counts, g));
    if (count == 0) continue;
    ++drawn;
    multiplyUnit(sample, g, state.left, state.unitMoments);
    daxpy(q, -1 / f64(units), state.center, state.unitMoments);
    whitenMoments(pairs, state.unitMoments);
    addSquare(q, count, state.unitMoments, state.matrix);
  }
  state.whitener.maxRank = min(q, drawn);
}
