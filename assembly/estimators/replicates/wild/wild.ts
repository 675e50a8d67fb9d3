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
 * d0 + d1 d + d2 d^2. `units.ts` has the sums over the sample, `replicate.ts` the
 * replicates, and `joint.ts` tests of several coefficients.
 *
 * Decision: all sums weighted by v are formed for a batch of replicates by one matrix product. Scores without the
 * jackknife are sum_g v_g t_g and (sum_g v_g B_g) c / A, so k (k + 1) / 2 sums serve the tests of all coefficients.
 */
import { WildScores, WildStatistics } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, entry, get, getInt, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { padded, rectangleEntry } from '../../../blas/panels';
import { invertTriangle } from '../../../linear/inverse-root';
import { Resampling } from '../../../memory/resampling-records';
import { Status } from '../../../status';
import { Resample, productOf } from '../rows';
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
  /** Clusters of the variance, these in whole blocks, and units in whole blocks. */
  nclusters: i32;
  nlanes: i32;
  unitLanes: i32;
  /** Joint tests: addresses. */
  joints: usize;
  /** f64: the columns in panels of nunits rows. */
  columns: usize;
  /** f64, k x nparams: columns c_j; nparams: A, and 1 / D. */
  directions: usize;
  lengths: usize;
  scales: usize;
  /** True if levels of absorbed effects lie in several units. */
  crossed: bool;
  /**
   * f64, per test: m't~ (unitLanes) in two parts, B m in blocks of LANES clusters by k, sum_g B m m'B (k x k), and m't of
   * the sample by cluster (nclusters).
   */
  scoreTerms: usize;
  gramTerms: usize;
  squares: usize;
  sampleTerms: usize;
}

/** True if a test returns polynomials instead of values. */
export function isPolynomial(wild: Wild): bool {
  return wild.statistics > WildStatistics.Point;
}

/** Places the columns of a sample and finds the directions; `units.ts` fills the columns. */
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
  wild.unitLanes = lanesOf(units);
  wild.columns = allocMatrix(units, padded(wild.ncolumns));
  wild.directions = allocZeroed(doubles(k * sample.k));
  wild.lengths = alloc(doubles(sample.k));
  wild.scales = allocZeroed(doubles(sample.k));
  wild.scoreTerms = allocMatrix(wild.unitLanes, 2 * sample.k);
  wild.gramTerms = allocMatrix(wild.nlanes, k * sample.k);
  wild.squares = allocMatrix(k * k, sample.k);
  wild.sampleTerms = allocMatrix(wild.nclusters, sample.k);
  if (exhausted()) return Status.OutOfMemory;
  return findDirections(wild);
}

/** Units in whole blocks. */
export function lanesOf(units: i32): i32 {
  return (units + LANES - 1) & ~(LANES - 1);
}

/** Cluster of a unit in the variance. */
export function clusterOf(resampling: Resampling, unit: i32): i32 {
  return resampling.clusters == 0 ? unit : getInt(resampling.clusters, unit);
}

/** A joint test, see `joint.ts`. */
@unmanaged
export class Joint {
  /** Number of hypotheses. */
  q: i32;
  /** First of its columns: t~ (k), then, with effects that cross the units, K (nclusters for each direction). */
  first: i32;
  /** f64, q x nparams, and q after them: the rows R of the hypotheses, and R b - r. */
  rows: usize;
  /** f64, k x q: the directions; q: their squared lengths, and what they have of d. */
  directions: usize;
  lengths: usize;
  distances: usize;
  /** f64, k: h, the change that imposes the hypotheses. */
  change: usize;
  /** f64, per direction: m't~ (unitLanes), B m in blocks of LANES clusters by k, and m't of the sample (nlanes). */
  scoreTerms: usize;
  gramTerms: usize;
  sampleTerms: usize;
  /** The statistic of the sample. */
  statistic: f64;
}

export function jointOf(wild: Wild, i: i32): Joint {
  return changetype<Joint>(wild.joints + usize(i) * offsetof<Joint>());
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
  wild.nclusters = resampling.clusters == 0 ? resampling.nunits : resampling.nclusters;
  wild.nlanes = lanesOf(wild.nclusters);
  wild.step = wild.cross0 + (wild.crossed ? wild.nclusters : k) * wild.nparts;
  wild.ncolumns = wild.tests0 + wild.step * wild.ntests;
  wild.joints = allocZeroed(usize(resampling.njoint) * offsetof<Joint>());
  let next = resampling.joint;
  for (let i = 0; i < resampling.njoint && !exhausted(); ++i) {
    const joint = jointOf(wild, i);
    joint.q = i32(load<f64>(next));
    joint.rows = addressOf(next, 1);
    joint.first = wild.ncolumns;
    wild.ncolumns += k + (wild.crossed ? wild.nclusters * joint.q : 0);
    next = addressOf(next, 1 + joint.q * (wild.nparams + 1));
  }
}

/** Address of m't~ of test j, unitLanes doubles. */
export function scoreTermsOf(wild: Wild, j: i32, part: i32): usize {
  return addressOf(wild.scoreTerms, (2 * j + part) * wild.unitLanes);
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
