/**
 * The wild restricted efficient bootstrap (WRE) of two-stage least squares (Davidson and MacKinnon, 2010, Journal of
 * Business & Economic Statistics 28; by clusters Roodman, Nielsen, MacKinnon and Webb, 2019). Under b_j = r, with
 * d = b_j - r and N = X'PX, P the projection on the instruments [W Z],
 *
 *   structural residuals   u = y - X b(r),   b(r) = b - d h,   h = N^-1 e_j / (N^-1)_jj
 *   reduced form           each endogenous x on [W Z u]: x = [W Z] p + delta u + rest,   v = x - [W Z] p
 *   replicate              x* = [W Z] p + m_g v,   y* = X* b(r) + m_g u,   m_g the multiplier of unit g
 *
 * A replicate returns t* in two numbers, b*_j - r and the sum over units of squared influences on b*_j over that of
 * the sample, which makes it comparable with d. Residuals are not rescaled, as in boottest.
 *
 * No row is touched: in the basis Q of `sample.ts`, of which the first q columns are the instruments', u and v are
 * vectors of coordinates, and with M = sum_g m_g G_g
 *
 *   [W Z]'x* = p + (M v)_q,     [W Z]'(y* - X* b(r)) = (M u)_q
 */
import { allocZeroed, exhausted } from '../../memory/arena';
import { at, doubles, entry, get, set } from '../../memory/layout';
import { daxpy, ddot, dnrm2 } from '../../blas/level1';
import { dgemv, dtrsv } from '../../blas/level2';
import { NoTrans, Trans, Upper } from '../../blas/options';
import { Status } from '../../status';
import { Basis, gatherMoments } from '../iv/basis';
import { solveKClass } from '../iv/kclass';
import { Resample, multiplyLeading, multiplyUnit, placeOf } from './sample';

/** A regressor is not identified when less than this share of its length in the sample remains beside the others. */
const IDENTIFIED: f64 = 1e-8;

/** Numbers of a test. */
const NUMBERS: i32 = 2;
const ALL: i32 = -1;


@unmanaged
export class Efficient {
  sample: Resample;
  /** The moments of a replicate, and its estimate: distance from b(r), and T with N = T'T. */
  basis: Basis;
  params: usize;
  triangle: usize;
  /** f64, k x k: h of each coefficient; k: values tested, and 1 / sum of squared influences. */
  directions: usize;
  values: usize;
  scales: usize;
  /** The only coefficient tested, or ALL; a constant beside effects is not. */
  only: i32;
  ntests: i32;
  /** f64, coordinates: u (width), v (width x endogenous), p (q x endogenous). */
  residual: usize;
  reduced: usize;
  means: usize;
  /** f64, vectors: h (k); s, G s, and the two parts of what the estimate leaves (width). */
  direction: usize;
  score: usize;
  weighted: usize;
  left: usize;
  fitted: usize;
}

export function openEfficient(state: Efficient, sample: Resample): Status {
  const width = sample.width;
  const k = sample.k;
  const q = sample.task.basis.q;
  const endogenous = sample.task.sample.nendogenous;
  state.sample = sample;
  state.only = ALL;
  state.ntests = sample.means ? k - 1 : k;
  state.basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  const vectors = width * (5 + endogenous) + 2 * k * (k + 2) + q * (endogenous + k + 1);
  let next = allocZeroed(doubles(vectors));
  if (exhausted()) return Status.OutOfMemory;
  state.residual = next;
  state.score = next = at(next, width);
  state.weighted = next = at(next, width);
  state.left = next = at(next, width);
  state.fitted = next = at(next, width);
  state.reduced = next = at(next, width);
  state.means = next = at(next, width * endogenous);
  state.params = next = at(next, q * endogenous);
  state.values = next = at(next, k);
  state.scales = next = at(next, k);
  state.direction = next = at(next, k);
  state.triangle = next = at(next, k);
  state.directions = next = at(next, k * k);
  state.basis.moments = at(next, k * k);
  state.basis.q = q;
  return describeSample(state);
}

/** Directions, and the influences that the estimate has in the sample. */
function describeSample(state: Efficient): Status {
  const sample = state.sample;
  const k = sample.k;
  const full = sample.task.basis;
  gatherMoments(sample.task.sample, full);
  memory.copy(state.basis.moments, full.moments, doubles(full.q * (k + 1)));
  const status = solve(state);
  if (status != Status.Ok) return status;
  const outcome = entry(full.triangle, full.width, 0, full.width - 1);
  memory.copy(state.left, outcome, doubles(full.width));
  for (let j = 0; j < k; ++j) {
    const h = entry(state.directions, k, 0, j);
    set(state.scales, j, 1);
    set(state.scales, j, 1 / squares(state, j, 0, h));
    const length = get(h, j);
    for (let i = 0; i < k; ++i) set(h, i, get(h, i) / length);
  }
  return Status.Ok;
}

/** params and triangle from the moments. */
function solve(state: Efficient): Status {
  const sample = state.sample;
  const k = sample.k;
  const full = sample.task.basis.triangle;
  const own = state.basis;
  const status = solveKClass(sample.task.sample, own, 1, state.params, state.triangle);
  if (status != Status.Ok) return status;
  let sum: f64 = 0;
  for (let j = 0; j < k; ++j) {
    const length = dnrm2(sample.width, entry(full, sample.width, 0, placeOf(sample, j)));
    const rest = abs(load<f64>(entry(state.triangle, k, j, j)));
    if (!(rest > IDENTIFIED * length)) return Status.UnderIdentified;
    sum += get(state.params, j);
  }
  return sum - sum != 0 ? Status.Overflow : Status.Ok;
}

/** Estimates the replicate of b(r) = b - d h; h may be 0 where d is. */
function replicate(state: Efficient, sums: usize, d: f64, h: usize): Status {
  const sample = state.sample;
  const k = sample.k;
  const width = sample.width;
  const full = sample.task.basis;
  const q = full.q;
  const below = width - q;
  const u = state.residual;
  memory.copy(u, entry(full.triangle, width, 0, width - 1), doubles(width));
  for (let i = 0; i < k && d != 0; ++i) {
    daxpy(width, d * get(h, i), entry(full.triangle, width, 0, placeOf(sample, i)), u);
  }
  const tail = u + doubles(q);
  const length = ddot(below, tail, tail);
  for (let a = 0; a < sample.task.sample.nendogenous; ++a) {
    const x = entry(full.triangle, width, 0, q + a);
    const v = entry(state.reduced, width, 0, a);
    const p = entry(state.means, q, 0, a);
    const to = entry(state.basis.moments, q, 0, a);
    const delta = ddot(below, x + doubles(q), tail) / length;
    memory.copy(v, x, doubles(width));
    memory.copy(p, x, doubles(q));
    for (let i = 0; i < q; ++i) set(v, i, delta * get(u, i));
    daxpy(q, -1, v, p);
    multiplyLeading(q, width, sums, v, to);
    daxpy(q, 1, p, to);
  }
  for (let i = sample.task.sample.nendogenous; i < k; ++i) {
    const x = entry(full.triangle, width, 0, placeOf(sample, i));
    memory.copy(entry(state.basis.moments, q, 0, i), x, doubles(q));
  }
  multiplyLeading(q, width, sums, u, entry(state.basis.moments, q, 0, k));
  return solve(state);
}

/** Coordinates of what the estimate leaves of y*: `left` times the multipliers, less `fitted`. */
function leftOver(state: Efficient): void {
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
 * Sum of squared influences on coefficient j, over that of the sample: of unit g, s'G_g (m_g left - fitted) with
 * s = A N^-1 e_j, A the regressors' moments. h := N^-1 e_j. Without multipliers they are 1.
 */
function squares(state: Efficient, j: i32, multipliers: usize, h: usize): f64 {
  const sample = state.sample;
  const width = sample.width;
  const k = sample.k;
  const q = state.basis.q;
  memory.fill(h, 0, doubles(k));
  set(h, j, 1);
  dtrsv(Upper, Trans, k, state.triangle, k, h);
  dtrsv(Upper, NoTrans, k, state.triangle, k, h);
  dgemv(NoTrans, q, k, 1, state.basis.moments, q, h, 0, state.score);
  let sum: f64 = 0;
  for (let g = 0; g < sample.resampling.nunits; ++g) {
    multiplyUnit(sample, g, state.score, state.weighted);
    const m = multipliers == 0 ? 1 : get(multipliers, g);
    const own = m * ddot(width, state.weighted, state.left);
    const f = own - ddot(width, state.weighted, state.fitted);
    sum += f * f;
  }
  return sum * get(state.scales, j);
}

/** One replicate: coefficients of unrestricted residuals, then the numbers of each test, NaN where there is none. */
export function refitEfficient(address: usize, multipliers: usize, sums: usize, out: usize): i32 {
  const state = changetype<Efficient>(address);
  const sample = state.sample;
  const k = sample.k;
  const resampling = sample.resampling;
  const restricted = resampling.restricted != 0;
  let status = Status.Ok;
  if (state.only < 0) {
    status = replicate(state, sums, 0, 0);
    if (status != Status.Ok) return status;
    for (let j = 0; j < k; ++j) set(out, j, get(resampling.params, j) + get(state.params, j));
    leftOver(state);
  }
  const first = max(state.only, 0);
  const end = state.only < 0 ? state.ntests : first + 1;
  for (let j = first; j < end; ++j) {
    if (restricted) {
      const d = get(resampling.params, j) - get(state.values, j);
      status = replicate(state, sums, d, entry(state.directions, k, 0, j));
      if (status != Status.Ok) return status;
      leftOver(state);
    }
    const to = out + doubles(k + NUMBERS * j);
    set(to, 0, get(state.params, j));
    set(to, 1, squares(state, j, multipliers, state.direction));
  }
  return Status.Ok;
}

/** Tests coefficient j alone, under a hypothesis with another value. */
export function testOnly(state: Efficient, j: i32, value: f64): void {
  state.only = j;
  set(state.values, j, value);
}
