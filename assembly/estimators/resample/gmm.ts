/**
 * Linear GMM of a resample (`iv/gmm.ts`) from its products alone, with both weighting matrices recomputed. In the
 * basis Q of `sample.ts`, of which the first q columns are the instruments', with unit g drawn w_g times and
 * b* the distance from the estimate,
 *
 *   moments    g(b) = (sum_g w_g G_g (e - X b))_q - c
 *   one-step   S = (sum_g w_g G_g)_qq
 *   two-step   S = sum_g w_g m_g m_g',  m_g = (G_g (e - X b1))_q - c / units;  unadjusted the one-step S times rss / n
 *
 * c is 0 or, recentred, the moments of the sample at its estimate, which then hold where units are drawn from (Hall
 * and Horowitz, 1996, Econometrica 64).
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../memory/layout';
import { daxpy } from '../../blas/level1';
import { triangleEntry, triangleSize } from '../../blas/panels';
import { Step, openSolution, solveStep } from '../../moments/step';
import { Whitener, factorize, openWhitener } from '../../moments/whitener';
import { Status } from '../../status';
import {
  ROWS,
  Resample,
  extraOf,
  multiplyLeading,
  multiplyUnit,
  placeOf,
  productOf,
} from './sample';

/** Bit of a status: a Moore-Penrose inverse was used. */
const SINGULAR: i32 = 256;
const ONE_STEP: i32 = 1;
const UNADJUSTED: i32 = 0;


@unmanaged
export class GmmResample {
  sample: Resample;
  whitener: Whitener;
  step: Step;
  /** f64: S in panels; q x (k + 1) moments of X and e; q: c. */
  matrix: usize;
  moments: usize;
  center: usize;
  /** f64, width: coordinates of e - X b, and G_g times them. */
  left: usize;
  own: usize;
}

export function openGmmResample(state: GmmResample, sample: Resample): Status {
  const q = sample.task.basis.q;
  const k = sample.k;
  const width = sample.width;
  state.sample = sample;
  state.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  state.step = changetype<Step>(alloc(offsetof<Step>()));
  state.matrix = alloc(doubles(triangleSize(q)));
  state.moments = alloc(doubles(q * (k + 1)));
  state.center = allocZeroed(doubles(q));
  state.left = alloc(doubles(width));
  state.own = alloc(doubles(width));
  if (exhausted() || !openSolution(state.step, k)) return Status.OutOfMemory;
  if (!openWhitener(state.whitener, q, k + 1)) return Status.OutOfMemory;
  if (sample.resampling.restricted != 0) memory.copy(state.center, outcome(sample), doubles(q));
  return Status.Ok;
}

/** Coordinates of e. */
function outcome(sample: Resample): usize {
  return entry(sample.task.basis.triangle, sample.width, 0, sample.width - 1);
}

/** Coefficients of one replicate, and J after two steps. */
export function refitGmm(address: usize, counts: usize, sums: usize, out: usize): i32 {
  const state = changetype<GmmResample>(address);
  const scope = mark();
  const status = estimate(state, counts, sums, out);
  release(scope);
  return status == Status.Ok && state.whitener.singular ? SINGULAR : status;
}

function estimate(state: GmmResample, counts: usize, sums: usize, out: usize): Status {
  const sample = state.sample;
  const k = sample.k;
  const width = sample.width;
  const q = sample.task.basis.q;
  const step = state.step;
  for (let j = 0; j < k; ++j) {
    const x = entry(sample.task.basis.triangle, width, 0, placeOf(sample, j));
    multiplyLeading(q, width, sums, x, entry(state.moments, q, 0, j));
  }
  const s = entry(state.moments, q, 0, k);
  multiplyLeading(q, width, sums, outcome(sample), s);
  daxpy(q, -1, state.center, s);
  for (let j = 0; j < q; ++j) {
    for (let i = 0; i <= j; ++i) {
      store<f64>(triangleEntry(state.matrix, i, j), get(sums, productOf(i, j)));
    }
  }
  let status = solve(state);
  if (status == Status.Ok && sample.task.options.steps != ONE_STEP) {
    findLeft(state);
    if (sample.task.weight.covariance == UNADJUSTED) {
      step.objective /= residualSquares(state, sums) / get(sums, extraOf(sample, ROWS));
    } else {
      weigh(state, counts);
      status = solve(state);
    }
    set(out, k, step.objective);
  }
  for (let j = 0; j < k; ++j) {
    set(out, j, get(sample.resampling.params, j) + get(step.params, j));
  }
  return status;
}

function solve(state: GmmResample): Status {
  const status = factorize(state.whitener, state.matrix);
  if (status != Status.Ok) return status;
  return solveStep(state.step, state.whitener, state.sample.k, state.moments);
}

/** left := e - X b. */
function findLeft(state: GmmResample): void {
  const sample = state.sample;
  const width = sample.width;
  memory.copy(state.left, outcome(sample), doubles(width));
  for (let j = 0; j < sample.k; ++j) {
    const x = entry(sample.task.basis.triangle, width, 0, placeOf(sample, j));
    daxpy(width, -get(state.step.params, j), x, state.left);
  }
}

function residualSquares(state: GmmResample, sums: usize): f64 {
  const width = state.sample.width;
  multiplyLeading(width, width, sums, state.left, state.own);
  let rss: f64 = 0;
  for (let a = 0; a < width; ++a) rss += get(state.own, a) * get(state.left, a);
  return rss;
}

/** matrix := the two-step S. */
function weigh(state: GmmResample, counts: usize): void {
  const sample = state.sample;
  const units = sample.resampling.nunits;
  const q = sample.task.basis.q;
  memory.fill(state.matrix, 0, doubles(triangleSize(q)));
  for (let g = 0; g < units; ++g) {
    const count = f64(getInt(counts, g));
    if (count == 0) continue;
    multiplyUnit(sample, g, state.left, state.own);
    daxpy(q, -1 / f64(units), state.center, state.own);
    for (let j = 0; j < q; ++j) {
      const right = count * get(state.own, j);
      for (let i = 0; i <= j; ++i) {
        const to = triangleEntry(state.matrix, i, j);
        store<f64>(to, load<f64>(to) + get(state.own, i) * right);
      }
    }
  }
}
