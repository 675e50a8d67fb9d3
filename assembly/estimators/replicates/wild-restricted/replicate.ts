/** One replicate of the WRE (`restricted.ts`): the moments of its rows, its estimate and its tests. */
import { addressOf, doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { Status } from '../../../status';
import { WildRestricted, solve, squares } from './restricted';
import { factorResiduals, sumSquares } from './residual-triangle';
import { multiplyLeading, placeOf } from '../rows';

/** Numbers of a test. */
const NUMBERS: i32 = 2;

/** Estimates the replicate with the restricted estimate b(r); `distances` is b - b(r), or 0 for none. */
function replicate(state: WildRestricted, sums: usize, distances: usize): Status {
  const sample = state.sample;
  const k = sample.k;
  const width = sample.width;
  const full = sample.task.basis;
  const q = full.q;
  const below = width - q;
  const u = state.residual;
  memory.copy(u, entry(full.triangle, width, 0, width - 1), doubles(width));
  for (let i = 0; i < k && distances != 0; ++i) {
    daxpy(width, get(distances, i), entry(full.triangle, width, 0, placeOf(sample, i)), u);
  }
  const tail = u + doubles(q);
  const length = ddot(below, tail, tail);
  const endogenous = sample.task.sample.nendogenous;
  for (let a = 0; a < endogenous; ++a) {
    const x = entry(full.triangle, width, 0, q + a);
    const v = entry(state.reduced, width, 0, a);
    const p = entry(state.means, q, 0, a);
    const image = entry(state.images, q, 0, a);
    const delta = ddot(below, x + doubles(q), tail) / length;
    memory.copy(v, x, doubles(width));
    memory.copy(p, x, doubles(q));
    for (let i = 0; i < q; ++i) set(v, i, delta * get(u, i));
    daxpy(q, -1, v, p);
    multiplyLeading(q, width, sums, v, image);
    setMoments(state, a, image, p);
  }
  for (let i = endogenous; i < k; ++i) {
    const x = entry(full.triangle, width, 0, placeOf(sample, i));
    memory.copy(entry(state.basis.moments, q, 0, i), x, doubles(q));
  }
  const image = entry(state.images, q, 0, endogenous);
  multiplyLeading(q, width, sums, u, image);
  setMoments(state, k, image, 0);
  if (state.liml) {
    const residuals = state.residuals;
    const status = factorResiduals(residuals, sample, state.reduced, state.images, state.basis);
    if (status != Status.Ok) return status;
  }
  return solve(state);
}

/** Sets the moments of variable j, an endogenous regressor or the outcome (k): `image` plus the mean p, 0 for none. */
function setMoments(state: WildRestricted, j: i32, image: usize, p: usize): void {
  const q = state.basis.q;
  const to = entry(state.basis.moments, q, 0, j);
  memory.copy(to, image, doubles(q));
  if (p != 0) daxpy(q, 1, p, to);
  const place = j == state.sample.k ? state.basis.width - 1 : q + j;
  memory.copy(entry(state.basis.triangle, state.basis.width, 0, place), to, doubles(q));
}

/** Computes the coordinates of the residuals of y*: `left` times the multipliers, minus `fitted`. */
function leftOver(state: WildRestricted): void {
  const sample = state.sample;
  const width = sample.width;
  const q = state.basis.q;
  const endogenous = sample.task.sample.nendogenous;
  memory.copy(state.left, state.residual, doubles(width));
  memory.fill(state.fitted, 0, doubles(width));
  const full = sample.task.basis.triangle;
  for (let i = 0; i < sample.k; ++i) {
    const b = get(state.params, i);
    let mean = entry(full, width, 0, placeOf(sample, i));
    if (i < endogenous) {
      mean = entry(state.means, q, 0, i);
      daxpy(width, -b, entry(state.reduced, width, 0, i), state.left);
    }
    daxpy(q, b, mean, state.fitted);
  }
}

/**
 * Writes one replicate: coefficients with unrestricted residuals, then the numbers of each test, NaN if a test fails.
 */
export function writeWildRestrictedReplicate(
  address: usize,
  multipliers: usize,
  sums: usize,
  out: usize,
): i32 {
  const state = changetype<WildRestricted>(address);
  const sample = state.sample;
  const k = sample.k;
  const resampling = sample.resampling;
  const restricted = resampling.restricted != 0;
  let status = Status.Ok;
  const crossed = state.crossed;
  if (changetype<usize>(crossed) != 0) crossed.sums = addressOf(sums, crossed.first);
  if (state.liml) sumSquares(state.residuals, sample, crossed, multipliers);
  if (state.only < 0) {
    status = replicate(state, sums, 0);
    if (status != Status.Ok) return status;
    for (let j = 0; j < k; ++j) set(out, j, get(resampling.params, j) + get(state.params, j));
    leftOver(state);
  }
  const first = max(state.only, 0);
  const end = state.only < 0 ? state.ntests : first + 1;
  for (let j = first; j < end; ++j) {
    if (restricted) {
      status = replicate(state, sums, entry(state.distances, k, 0, j));
      if (status != Status.Ok) return status;
      leftOver(state);
    }
    const to = out + doubles(k + NUMBERS * j);
    set(to, 0, get(state.params, j));
    set(to, 1, squares(state, j, multipliers, state.direction));
  }
  return Status.Ok;
}
