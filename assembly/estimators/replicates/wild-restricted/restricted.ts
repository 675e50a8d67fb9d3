/**
 * The wild restricted efficient bootstrap (WRE) of two-stage least squares, LIML and Fuller's estimator (Davidson and
 * MacKinnon, 2010, Journal of Business & Economic Statistics 28; by clusters Roodman, Nielsen, MacKinnon and Webb,
 * 2019). Under b_j = r, with d = b_j - r and N = X'PX, P the projection on the instruments [W Z],
 *
 *   structural residuals   u = y - X b(r),   b(r) = b - d h,   h = N^-1 e_j / (N^-1)_jj; for LIML see `structural.ts`
 *   reduced form           each endogenous x on [W Z u]: x = [W Z] p + delta u + rest,   v = x - [W Z] p
 *   replicate              x* = [W Z] p + m_g v,   y* = X* b(r) + m_g u,   m_g the multiplier of unit g
 *
 * A replicate returns t* as two numbers: b*_j - r, and the sum over units of squared influences on b*_j relative to
 * that of the sample, so that t* is comparable with d. Residuals are not rescaled, as in boottest.
 *
 * No row is read. In the basis Q of `replicates/rows.ts`, whose first q columns are the instruments', u and v are
 * vectors of coordinates, and with M = sum_g m_g G_g
 *
 *   [W Z]'x* = p + (M v)_q,     [W Z]'(y* - X* b(r)) = (M u)_q
 *
 * kappa of LIML and of Fuller is recomputed in each replicate with `residual-triangle.ts`.
 */
import { IvMethod } from '../../../codes';
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, ddot, dnrm2 } from '../../../blas/level1';
import { dgemv, dtrsv } from '../../../blas/level2';
import { NoTrans, Trans, Upper } from '../../../blas/options';
import { Status } from '../../../status';
import { Basis, gatherMoments } from '../../iv/basis';
import { limlKappa, solveKClass } from '../../iv/kclass';
import { ResidualTriangle, openResidualTriangle } from './residual-triangle';
import { restrict } from './structural';
import { Resample, multiplyUnit, placeOf } from '../rows';
import { CrossedUnits, crossedScore, openCrossedUnits } from './crossed';

/**
 * A regressor is not identified if it keeps less than this share of its length in the sample after projection on the
 * others.
 */
const IDENTIFIED: f64 = 1e-8;

const ALL: i32 = -1;


@unmanaged
export class WildRestricted {
  sample: Resample;
  /** True if kappa is LIML's; and what Fuller subtracts from it. */
  liml: bool;
  reduction: f64;
  residuals: ResidualTriangle;
  /** Effects that cross the units; 0 without them. */
  crossed: CrossedUnits;
  /** The moments of a replicate, and its estimate: distance from b(r), and T with N = T'T. */
  basis: Basis;
  params: usize;
  triangle: usize;
  /** f64, k x k: h of each coefficient, and b - b(r); k: 1 / sum of squared influences. */
  directions: usize;
  distances: usize;
  scales: usize;
  /** The only coefficient tested, or ALL; a constant with absorbed effects is never tested. */
  only: i32;
  ntests: i32;
  /** f64, coordinates: v (width x endogenous) and u (width) after it, (M v)_q and (M u)_q, p (q x endogenous). */
  reduced: usize;
  residual: usize;
  images: usize;
  means: usize;
  /** f64, vectors: h (k); s, G s, and the two parts of the estimate's residuals (width). */
  direction: usize;
  score: usize;
  weighted: usize;
  left: usize;
  fitted: usize;
}

export function openWildRestricted(state: WildRestricted, sample: Resample): Status {
  const width = sample.width;
  const k = sample.k;
  const q = sample.task.basis.q;
  const endogenous = sample.task.sample.nendogenous;
  state.sample = sample;
  state.only = ALL;
  state.ntests = sample.means ? k - 1 : k;
  state.basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  state.residuals = changetype<ResidualTriangle>(allocZeroed(offsetof<ResidualTriangle>()));
  const vectors = width * (5 + endogenous + width) + k * (3 * k + 3) + q * (2 * endogenous + k + 2);
  let next = allocZeroed(doubles(vectors));
  if (exhausted()) return Status.OutOfMemory;
  state.score = next;
  state.weighted = next = addressOf(next, width);
  state.left = next = addressOf(next, width);
  state.fitted = next = addressOf(next, width);
  state.reduced = next = addressOf(next, width);
  state.residual = next = addressOf(next, width * endogenous);
  state.basis.triangle = next = addressOf(next, width);
  state.images = next = addressOf(next, width * width);
  state.means = next = addressOf(next, q * (endogenous + 1));
  state.params = next = addressOf(next, q * endogenous);
  state.scales = next = addressOf(next, k);
  state.direction = next = addressOf(next, k);
  state.triangle = next = addressOf(next, k);
  state.directions = next = addressOf(next, k * k);
  state.distances = next = addressOf(next, k * k);
  state.basis.moments = addressOf(next, k * k);
  state.basis.q = q;
  state.basis.width = width;
  memory.copy(state.basis.triangle, sample.task.basis.triangle, doubles(width * width));
  setKappa(state);
  if (!openResidualTriangle(state.residuals, sample)) return Status.OutOfMemory;
  if (sample.resampling.crossed != 0) {
    state.crossed = changetype<CrossedUnits>(alloc(offsetof<CrossedUnits>()));
    if (exhausted()) return Status.OutOfMemory;
    const status = openCrossedUnits(state.crossed, sample);
    if (status != Status.Ok) return status;
  }
  return describeSample(state);
}

/**
 * Sets the method. Fuller's alpha is divided by n - instruments - absorbed effects, which multipliers do not change.
 */
function setKappa(state: WildRestricted): void {
  const sample = state.sample;
  const method = sample.task.options.method;
  state.liml = method != IvMethod.KClass;
  if (method != IvMethod.Fuller) return;
  const used = sample.task.basis.q + sample.task.covariance.dfAbsorbed;
  const left = f64(sample.task.sample.model.n - used);
  state.reduction = sample.task.options.kappa / left;
}

/** Computes the directions, and the influences in the sample. */
function describeSample(state: WildRestricted): Status {
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
  const restricted = sample.resampling.restricted != 0;
  let restriction = Status.Ok;
  for (let j = 0; restricted && restriction == Status.Ok && j < state.ntests; ++j) {
    restriction = impose(state, j, get(sample.resampling.params, j));
  }
  return restriction;
}

/** Computes b - b(r) of test j, with d = b_j - r. */
function impose(state: WildRestricted, j: i32, d: f64): Status {
  const k = state.sample.k;
  const out = entry(state.distances, k, 0, j);
  if (state.liml) return restrict(state.sample, j, d, state.reduction, out);
  memory.fill(out, 0, doubles(k));
  daxpy(k, d, entry(state.directions, k, 0, j), out);
  return Status.Ok;
}

/** Solves for params and triangle from the moments. */
export function solve(state: WildRestricted): Status {
  const sample = state.sample;
  const k = sample.k;
  const full = sample.task.basis.triangle;
  const basis = state.basis;
  const kappa = state.liml ? limlKappa(sample.task.sample, basis) - state.reduction : 1;
  if (kappa != kappa) return exhausted() ? Status.OutOfMemory : Status.NotConverged;
  const status = solveKClass(sample.task.sample, basis, kappa, state.params, state.triangle);
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

/**
 * Returns the sum of squared influences on coefficient j relative to that of the sample: unit g has s'G_g (m_g left -
 * fitted) with s = A N^-1 e_j, A the regressors' moments. h := N^-1 e_j. Without multipliers, m_g = 1.
 */
export function squares(state: WildRestricted, j: i32, multipliers: usize, h: usize): f64 {
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
    const residualTerm =
      multipliers != 0 && changetype<usize>(state.crossed) != 0
        ? crossedScore(state.crossed, g, q, state.score, state.left)
        : m * ddot(width, state.weighted, state.left);
    const f = residualTerm - ddot(width, state.weighted, state.fitted);
    sum += f * f;
  }
  return sum * get(state.scales, j);
}

/** Makes later replicates test coefficient j only, at another value. */
export function testOnly(state: WildRestricted, j: i32, value: f64): Status {
  state.only = j;
  return impose(state, j, get(state.sample.resampling.params, j) - value);
}
