/**
 * The wild bootstrap of least squares by sums over clusters; each row may be a cluster. In the orthonormal basis of the
 * regressors, X = Z R, let B_g = Z_g'Z_g, t_g = Z_g'e_g and c = R'^-1 e_j for coefficient j. Var(b_j) is then
 * proportional to A = c'c. With d = b_j - r for the tested value r:
 *
 *   scores under the hypothesis  t~_g = t_g + (d / A) B_g c                 or t_g, if it is not imposed
 *   of the jackknife             (I - B_g N)^-1 t~_g,  N = I - c c'/A       or N = I
 *   replicate                    T = sum_g v_g t~_g,   b*_j - r = c'T       or b*_j - b_j
 *   its variance                 D* = sum_g (v_g m_g't~_g - (B_g m_g)'T)^2, m_g = c (CV1) or (I - B_g)^-1 c (CV3)
 *
 * See Roodman, Nielsen, MacKinnon and Webb (2019) and MacKinnon, Nielsen and Webb (2023). A replicate returns c'T, and
 * D* relative to the same sum D of the sample, so that t* is comparable with d. Both are polynomials in d, so one set
 * of replicates serves every hypothesis. Statistics are (c'T, D*) at r = 0, or the coefficients of both, n0 + n1 d and
 * d0 + d1 d + d2 d^2. This file has the sums over the sample; `replicate.ts` has the replicates.
 *
 * Decision: all sums weighted by v are formed for a batch of replicates by one matrix product. Scores without the
 * jackknife are sum_g v_g t_g and (sum_g v_g B_g) c / A, so k (k + 1) / 2 sums serve the tests of all coefficients.
 */
import { WildScores, WildStatistics } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { multiplySymmetric } from '../../../blas/level2';
import { padded, rectangleEntry } from '../../../blas/panels';
import { invertTriangle } from '../../../linear/inverse-root';
import { Status } from '../../../status';
import { Resample, multiplyUnit, productOf, unitSum } from '../rows';
import { LeaveOneOut, openLeaveOneOut, solveLeaveOneOut } from './leave-one-out';
import { LANES } from './residual-parts';


@unmanaged
export class Wild {
  sample: Resample;
  /** Columns of the basis: the regressors, and dummies of effects, which are excluded instruments. */
  k: i32;
  /** Number of coefficients, and of those tested, the first ones: all but a constant with effects. */
  nparams: i32;
  ntests: i32;
  /** Numbers returned per test. */
  statistics: i32;
  /** Number of parts of t~ as a polynomial in d: 2, or 1 if one value is tested. */
  nparts: i32;
  /**
   * Columns: the scores of all columns (k); then B_g (k (k + 1) / 2), if restricted scores need it; and from
   * `tests0` on the columns of each test, `step` per test. These are t~ (k per part) with the jackknife, and from
   * `cross0` on m't~ B m (k per part), or K of `crossing.ts` (nunits per part).
   */
  jackknifed: bool;
  tests0: i32;
  cross0: i32;
  step: i32;
  ncolumns: i32;
  /** Units in whole blocks. */
  nlanes: i32;
  /** f64: the columns in panels of nunits rows. */
  columns: usize;
  /** f64, k x nparams: columns c_j; nparams: A, and 1 / D. */
  directions: usize;
  lengths: usize;
  scales: usize;
  /** True if levels of absorbed effects lie in several units. */
  crossed: bool;
  /** f64, per test: m't~ (nlanes) in two parts, B m in blocks of LANES units by k, and sum_g B m m'B (k x k). */
  scoreTerms: usize;
  gramTerms: usize;
  squares: usize;
}

/** True if a test returns polynomials instead of values. */
export function isPolynomial(wild: Wild): bool {
  return wild.statistics > WildStatistics.Point;
}

/** Returns NotPositiveDefinite if a unit alone identifies a coefficient, so that the jackknife cannot leave it out. */
export function openWild(wild: Wild, sample: Resample): Status {
  const k = sample.task.basis.q;
  const units = sample.resampling.nunits;
  const resampling = sample.resampling;
  wild.sample = sample;
  wild.k = k;
  wild.nparams = sample.k;
  const effects = sample.means || (sample.task.sample.constant && k > sample.k);
  wild.ntests = sample.k - i32(effects);
  wild.statistics = resampling.statistics;
  placeColumns(wild);
  wild.nlanes = (units + LANES - 1) & ~(LANES - 1);
  wild.columns = allocMatrix(units, padded(wild.ncolumns));
  wild.directions = allocZeroed(doubles(k * sample.k));
  wild.lengths = alloc(doubles(sample.k));
  wild.scales = allocZeroed(doubles(sample.k));
  wild.scoreTerms = allocMatrix(wild.nlanes, 2 * sample.k);
  wild.gramTerms = allocMatrix(wild.nlanes, k * sample.k);
  wild.squares = allocMatrix(k * k, sample.k);
  if (exhausted()) return Status.OutOfMemory;
  const status = findDirections(wild);
  return status == Status.Ok ? fillUnits(wild) : status;
}

function placeColumns(wild: Wild): void {
  const k = wild.k;
  const resampling = wild.sample.resampling;
  const restricted = resampling.restricted != 0;
  wild.nparts = isPolynomial(wild) ? 2 : 1;
  wild.jackknifed = restricted && resampling.scores != WildScores.Plain;
  wild.tests0 = k + (restricted && !wild.jackknifed ? productOf(0, k) : 0);
  wild.cross0 = wild.jackknifed ? k * wild.nparts : 0;
  wild.crossed = resampling.crossed != 0;
  wild.step = wild.cross0 + (wild.crossed ? resampling.nunits : k) * wild.nparts;
  wild.ncolumns = wild.tests0 + wild.step * wild.ntests;
}

/** Address of m't~ of test j, nlanes doubles. */
export function scoreTermsOf(wild: Wild, j: i32, part: i32): usize {
  return addressOf(wild.scoreTerms, (2 * j + part) * wild.nlanes);
}

/** Address of B m of test j. */
export function gramTermsOf(wild: Wild, j: i32): usize {
  return addressOf(wild.gramTerms, j * wild.nlanes * wild.k);
}

/** Address of sum_g B m m'B of test j. */
export function squaresOf(wild: Wild, j: i32): usize {
  return addressOf(wild.squares, j * wild.k * wild.k);
}

function findDirections(wild: Wild): Status {
  const k = wild.k;
  const width = wild.sample.width;
  const scope = mark();
  const r = alloc(doubles(k * k));
  const inverse = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) {
    const column = entry(wild.sample.task.basis.triangle, width, 0, j);
    memory.copy(entry(r, k, 0, j), column, doubles(k));
  }
  const status = invertTriangle(k, r, inverse);
  if (status != Status.Ok) return status;
  for (let j = 0; j < wild.nparams; ++j) {
    const c = entry(wild.directions, k, 0, j);
    for (let i = j; i < k; ++i) set(c, i, load<f64>(entry(inverse, k, j, i)));
    set(wild.lengths, j, ddot(k, c, c));
  }
  release(scope);
  return Status.Ok;
}

/** Scratch of one unit: vectors of k doubles, and B_g. */
@unmanaged
class Unit {
  gram: usize;
  /** t_g; t~ in two parts; m and B m. */
  scores: usize;
  constant: usize;
  linear: usize;
  direction: usize;
  gramTerms: usize;
  /** m't~ B m. */
  cross: usize;
}

function fillUnits(wild: Wild): Status {
  const sample = wild.sample;
  const k = wild.k;
  const width = sample.width;
  const scope = mark();
  const unit = changetype<Unit>(alloc(offsetof<Unit>()));
  const h = alloc(doubles(width));
  unit.gram = alloc(doubles(k * k));
  unit.scores = h;
  unit.constant = alloc(doubles(k));
  unit.linear = alloc(doubles(k));
  unit.direction = alloc(doubles(k));
  unit.gramTerms = alloc(doubles(k));
  unit.cross = alloc(doubles(k));
  const leaveOneOut = openLeaveOneOut(k);
  if (exhausted()) return Status.OutOfMemory;
  const residual = entry(sample.task.basis.triangle, width, 0, width - 1);
  for (let g = 0; g < sample.resampling.nunits; ++g) {
    multiplyUnit(sample, g, residual, h);
    for (let b = 0; b < k; ++b) {
      for (let a = 0; a <= b; ++a) {
        const value = load<f64>(unitSum(sample, productOf(a, b), g));
        store<f64>(entry(unit.gram, k, a, b), value);
        store<f64>(entry(unit.gram, k, b, a), value);
      }
    }
    const status = fillUnit(wild, unit, leaveOneOut, g);
    if (status != Status.Ok) return status;
  }
  for (let j = 0; j < wild.ntests; ++j) set(wild.scales, j, 1 / get(wild.scales, j));
  release(scope);
  return Status.Ok;
}

function fillUnit(wild: Wild, unit: Unit, leaveOneOut: LeaveOneOut, g: i32): Status {
  const k = wild.k;
  const resampling = wild.sample.resampling;
  const restricted = resampling.restricted != 0;
  memory.copy(unit.constant, unit.scores, doubles(k));
  if (
    resampling.scores != WildScores.Plain &&
    !solveLeaveOneOut(leaveOneOut, unit.gram, 0, 0, unit.constant)
  ) {
    return Status.NotPositiveDefinite;
  }
  storeColumns(wild, g, 0, k, unit.constant);
  if (wild.tests0 > k) storeGram(wild, unit.gram, g);
  for (let j = 0; j < wild.ntests; ++j) {
    const c = entry(wild.directions, k, 0, j);
    const length = get(wild.lengths, j);
    memory.copy(unit.direction, c, doubles(k));
    if (
      resampling.variance != WildScores.Plain &&
      !solveLeaveOneOut(leaveOneOut, unit.gram, 0, 0, unit.direction)
    ) {
      return Status.NotPositiveDefinite;
    }
    multiplySymmetric(k, unit.gram, unit.direction, unit.gramTerms);
    const product = ddot(k, unit.direction, unit.scores);
    set(wild.scales, j, get(wild.scales, j) + product * product);
    memory.fill(unit.linear, 0, doubles(k));
    if (restricted) {
      memory.copy(unit.constant, unit.scores, doubles(k));
      multiplySymmetric(k, unit.gram, c, unit.linear);
      if (resampling.scores != WildScores.Plain) {
        const solved =
          solveLeaveOneOut(leaveOneOut, unit.gram, c, length, unit.constant) &&
          solveLeaveOneOut(leaveOneOut, unit.gram, c, length, unit.linear);
        if (!solved) return Status.NotPositiveDefinite;
      }
      for (let i = 0; i < k; ++i) set(unit.linear, i, get(unit.linear, i) / length);
      if (!isPolynomial(wild)) daxpy(k, get(resampling.params, j), unit.linear, unit.constant);
    }
    storeTest(wild, unit, g, j);
  }
  return Status.Ok;
}

function storeTest(wild: Wild, unit: Unit, g: i32, j: i32): void {
  const k = wild.k;
  const block = gramTermsOf(wild, j) + doubles((g & ~(LANES - 1)) * k);
  for (let i = 0; i < k; ++i) {
    const value = get(unit.gramTerms, i);
    set(block, i * LANES + (g & (LANES - 1)), value);
    daxpy(k, value, unit.gramTerms, entry(squaresOf(wild, j), k, 0, i));
  }
  for (let part = 0; part < wild.nparts; ++part) {
    const scores = part == 0 ? unit.constant : unit.linear;
    const scoreTerm = ddot(k, unit.direction, scores);
    set(scoreTermsOf(wild, j, part), g, scoreTerm);
    if (wild.crossed) continue;
    const first = wild.tests0 + j * wild.step + k * part;
    if (wild.jackknifed) storeColumns(wild, g, first, k, scores);
    for (let i = 0; i < k; ++i) set(unit.cross, i, scoreTerm * get(unit.gramTerms, i));
    storeColumns(wild, g, first + wild.cross0, k, unit.cross);
  }
}

/** B_g in the order of `productOf`. */
function storeGram(wild: Wild, gram: usize, g: i32): void {
  const k = wild.k;
  for (let b = 0; b < k; ++b)
    storeColumns(wild, g, k + productOf(0, b), b + 1, entry(gram, k, 0, b));
}

function storeColumns(wild: Wild, g: i32, first: i32, count: i32, x: usize): void {
  const units = wild.sample.resampling.nunits;
  for (let i = 0; i < count; ++i) {
    store<f64>(rectangleEntry(wild.columns, units, g, first + i), get(x, i));
  }
}
