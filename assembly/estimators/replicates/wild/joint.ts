/**
 * Joint tests R b = r of the wild bootstrap, with the hypotheses imposed on the residuals. With C = R'^-1 R', in
 * orthogonal columns c_i, whose part of d = R b - r is d_i, the smallest change of the estimate that imposes them is
 * h = sum_i c_i d_i / A_i in the basis of the regressors. So
 *
 *   scores       t~_g = t_g + B_g h,    of the jackknife (I - B_g N)^-1 t~_g,  N = I - sum_i c_i c_i'/A_i
 *   replicate    T = sum_g v_g t~_g,  W* = n'V^-1 n,  n_i = c_i'T,  V_ij = sum_g f_gi f_gj,  f_gi = v_g m_i't~_g - (B_g m_i)'T
 *
 * where f_gi sums v m_i't~ over the units of cluster g. A replicate returns W* relative to the same statistic W of the
 * sample, n = d and f_gi = m_i't_g.
 */
import { WildScores } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { multiplySymmetric } from '../../../blas/level2';
import { Status } from '../../../status';
import { LeaveOneOut, solveLeaveOneOut } from './leave-one-out';
import { LANES, residualParts } from './residual-parts';
import { Unit, addGramTerms, storeColumns } from './unit';
import { Joint, Wild, clusterOf, jointOf } from './wild';

/** A pivot of V below this share of its diagonal means that V is singular. */
const SINGULAR: f64 = 1e-12;

/** Finds the directions of all joint tests. */
export function openJoints(wild: Wild): Status {
  for (let i = 0; i < wild.sample.resampling.njoint; ++i) openJoint(wild, jointOf(wild, i));
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

function openJoint(wild: Wild, joint: Joint): void {
  const k = wild.k;
  const q = joint.q;
  joint.directions = allocMatrix(k, q);
  joint.lengths = allocZeroed(doubles(q));
  joint.distances = allocZeroed(doubles(q));
  joint.change = allocZeroed(doubles(k));
  joint.scoreTerms = allocMatrix(wild.unitLanes, q);
  joint.gramTerms = allocMatrix(wild.nlanes * k, q);
  joint.sampleTerms = allocMatrix(wild.nlanes, q);
  if (exhausted()) return;
  for (let i = 0; i < q; ++i) {
    const c = entry(joint.directions, k, 0, i);
    for (let j = 0; j < wild.nparams; ++j) {
      daxpy(k, get(joint.rows, i * wild.nparams + j), entry(wild.directions, k, 0, j), c);
    }
    let d = get(joint.rows, q * wild.nparams + i);
    // Twice, so that rounding leaves no part of the columns before it.
    for (let s = 0; s < 2 * i; ++s) {
      const before = entry(joint.directions, k, 0, s % i);
      const share = ddot(k, before, c) / get(joint.lengths, s % i);
      daxpy(k, -share, before, c);
      d -= share * get(joint.distances, s % i);
    }
    const length = ddot(k, c, c);
    set(joint.lengths, i, length);
    set(joint.distances, i, d);
    daxpy(k, d / length, c, joint.change);
  }
}

/** Adds one unit. Returns false if the jackknife cannot leave it out. */
export function fillJoint(
  wild: Wild,
  joint: Joint,
  unit: Unit,
  leaveOneOut: LeaveOneOut,
  g: i32,
): bool {
  const k = wild.k;
  const resampling = wild.sample.resampling;
  const restricted = resampling.restricted != 0;
  const scores = unit.constant;
  memory.copy(scores, unit.scores, doubles(k));
  if (restricted) {
    multiplySymmetric(k, unit.gram, joint.change, unit.linear);
    daxpy(k, 1, unit.linear, scores);
  }
  if (resampling.scores != WildScores.Plain) {
    const q = restricted ? joint.q : 0;
    if (!solveLeaveOneOut(leaveOneOut, unit.gram, q, joint.directions, joint.lengths, scores)) {
      return false;
    }
  }
  storeColumns(wild, g, joint.first, k, scores);
  const cluster = clusterOf(resampling, g);
  for (let i = 0; i < joint.q; ++i) {
    memory.copy(unit.direction, entry(joint.directions, k, 0, i), doubles(k));
    if (
      resampling.variance != WildScores.Plain &&
      !solveLeaveOneOut(leaveOneOut, unit.gram, 0, 0, 0, unit.direction)
    ) {
      return false;
    }
    multiplySymmetric(k, unit.gram, unit.direction, unit.gramTerms);
    addGramTerms(wild, entry(joint.gramTerms, wild.nlanes * k, 0, i), unit, g);
    set(entry(joint.scoreTerms, wild.unitLanes, 0, i), g, ddot(k, unit.direction, scores));
    const term = entry(joint.sampleTerms, wild.nlanes, cluster, i);
    store<f64>(term, load<f64>(term) + ddot(k, unit.direction, unit.scores));
  }
  return true;
}

/** Scratch of the joint tests of a replicate. */
@unmanaged
export class JointReplicate {
  wild: Wild;
  /** f64: parts of the variance (nlanes x q), V (q x q) and n (q), for the largest q. */
  parts: usize;
  covariance: usize;
  numerators: usize;
}

/** Prepares replicates, and computes the statistics of the sample. */
export function openJointReplicate(wild: Wild): JointReplicate {
  const replicate = changetype<JointReplicate>(allocZeroed(offsetof<JointReplicate>()));
  let most = 0;
  for (let i = 0; i < wild.sample.resampling.njoint; ++i) most = max(most, jointOf(wild, i).q);
  const parts = allocMatrix(wild.nlanes, most);
  const covariance = allocMatrix(most, most);
  const numerators = allocZeroed(doubles(most));
  if (exhausted()) return replicate;
  replicate.wild = wild;
  replicate.parts = parts;
  replicate.covariance = covariance;
  replicate.numerators = numerators;
  for (let i = 0; i < wild.sample.resampling.njoint; ++i) {
    const joint = jointOf(wild, i);
    memory.copy(numerators, joint.distances, doubles(joint.q));
    memory.copy(parts, joint.sampleTerms, doubles(wild.nlanes * joint.q));
    joint.statistic = statisticOf(replicate, joint.q);
  }
  return replicate;
}

/** Returns W* / W of a joint test, NaN if a covariance is singular; `sums` are those of all columns. */
export function jointStatistic(
  replicate: JointReplicate,
  joint: Joint,
  multipliers: usize,
  sums: usize,
): f64 {
  const wild = replicate.wild;
  const k = wild.k;
  const totals = addressOf(sums, joint.first);
  for (let i = 0; i < joint.q; ++i) {
    set(replicate.numerators, i, ddot(k, entry(joint.directions, k, 0, i), totals));
    const out = entry(replicate.parts, wild.nlanes, 0, i);
    const gramTerms = entry(joint.gramTerms, wild.nlanes * k, 0, i);
    const scores = wild.crossed
      ? addressOf(totals, k + i * wild.nclusters)
      : entry(joint.scoreTerms, wild.unitLanes, 0, i);
    clusterParts(wild, multipliers, scores, gramTerms, totals, out);
  }
  return statisticOf(replicate, joint.q) / joint.statistic;
}

/**
 * out := the scores of the clusters minus (B m)'T. `scores` are m't~ of the units, which the multipliers sum by cluster, or
 * scores of the clusters if effects cross the units.
 */
export function clusterParts(
  wild: Wild,
  multipliers: usize,
  scores: usize,
  gramTerms: usize,
  totals: usize,
  out: usize,
): void {
  const resampling = wild.sample.resampling;
  memory.fill(out, 0, doubles(wild.nlanes));
  if (wild.crossed) {
    memory.copy(out, scores, doubles(wild.nclusters));
  } else {
    for (let s = 0; s < resampling.nunits; ++s) {
      const g = clusterOf(resampling, s);
      set(out, g, get(out, g) + get(multipliers, s) * get(scores, s));
    }
  }
  residualParts(wild.k, wild.nlanes, gramTerms, totals, out);
}

/** n'V^-1 n by the Cholesky factor of V, NaN if V is singular. */
function statisticOf(replicate: JointReplicate, q: i32): f64 {
  const lanes = replicate.wild.nlanes;
  const v = replicate.covariance;
  const n = replicate.numerators;
  let statistic: f64 = 0;
  for (let i = 0; i < q; ++i) {
    const part = entry(replicate.parts, lanes, 0, i);
    const square = ddot(lanes, part, part);
    let pivot = square;
    let rest = get(n, i);
    for (let j = 0; j < i; ++j) {
      let value = ddot(lanes, part, entry(replicate.parts, lanes, 0, j));
      for (let s = 0; s < j; ++s) {
        value -= load<f64>(entry(v, q, s, i)) * load<f64>(entry(v, q, s, j));
      }
      value /= load<f64>(entry(v, q, j, j));
      store<f64>(entry(v, q, j, i), value);
      pivot -= value * value;
      rest -= value * get(n, j);
    }
    if (!(pivot > SINGULAR * square)) return NaN;
    const root = sqrt<f64>(pivot);
    store<f64>(entry(v, q, i, i), root);
    rest /= root;
    set(n, i, rest);
    statistic += rest * rest;
  }
  return statistic;
}
