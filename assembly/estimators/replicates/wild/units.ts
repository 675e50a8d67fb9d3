/** Fills the columns and terms of the wild bootstrap (`wild.ts`), one unit after another. */
import { WildScores } from '../../../codes';
import { alloc, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { multiplySymmetric } from '../../../blas/level2';
import { Status } from '../../../status';
import { multiplyUnit, productOf, unitSum } from '../rows';
import { fillJoint } from './joint';
import { LeaveOneOut, openLeaveOneOut, solveLeaveOneOut } from './leave-one-out';
import { Unit, addGramTerms, storeColumns } from './unit';
import {
  Wild,
  clusterOf,
  gramTermsOf,
  isPolynomial,
  jointOf,
  scoreTermsOf,
  squaresOf,
} from './wild';

/** Returns NotPositiveDefinite if a unit alone identifies a coefficient, so that the jackknife cannot leave it out. */
export function fillUnits(wild: Wild): Status {
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
  const clusters = wild.nclusters;
  for (let j = 0; j < wild.ntests; ++j) {
    const terms = entry(wild.sampleTerms, clusters, 0, j);
    let squares: f64 = 0;
    for (let g = 0; g < clusters; ++g) squares += get(terms, g) * get(terms, g);
    set(wild.scales, j, 1 / squares);
  }
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
    !solveLeaveOneOut(leaveOneOut, unit.gram, 0, 0, 0, unit.constant)
  ) {
    return Status.NotPositiveDefinite;
  }
  storeColumns(wild, g, 0, k, unit.constant);
  if (wild.tests0 > k) storeGram(wild, unit.gram, g);
  const cluster = clusterOf(resampling, g);
  for (let j = 0; j < wild.ntests; ++j) {
    const c = entry(wild.directions, k, 0, j);
    const lengthOf = addressOf(wild.lengths, j);
    const length = load<f64>(lengthOf);
    memory.copy(unit.direction, c, doubles(k));
    if (
      resampling.variance != WildScores.Plain &&
      !solveLeaveOneOut(leaveOneOut, unit.gram, 0, 0, 0, unit.direction)
    ) {
      return Status.NotPositiveDefinite;
    }
    multiplySymmetric(k, unit.gram, unit.direction, unit.gramTerms);
    const term = entry(wild.sampleTerms, wild.nclusters, cluster, j);
    store<f64>(term, load<f64>(term) + ddot(k, unit.direction, unit.scores));
    memory.fill(unit.linear, 0, doubles(k));
    if (restricted) {
      memory.copy(unit.constant, unit.scores, doubles(k));
      multiplySymmetric(k, unit.gram, c, unit.linear);
      if (resampling.scores != WildScores.Plain) {
        const solved =
          solveLeaveOneOut(leaveOneOut, unit.gram, 1, c, lengthOf, unit.constant) &&
          solveLeaveOneOut(leaveOneOut, unit.gram, 1, c, lengthOf, unit.linear);
        if (!solved) return Status.NotPositiveDefinite;
      }
      for (let i = 0; i < k; ++i) set(unit.linear, i, get(unit.linear, i) / length);
      if (!isPolynomial(wild)) daxpy(k, get(resampling.params, j), unit.linear, unit.constant);
    }
    storeTest(wild, unit, g, j);
  }
  for (let i = 0; i < resampling.njoint; ++i) {
    if (!fillJoint(wild, jointOf(wild, i), unit, leaveOneOut, g)) return Status.NotPositiveDefinite;
  }
  return Status.Ok;
}

function storeTest(wild: Wild, unit: Unit, g: i32, j: i32): void {
  const k = wild.k;
  addGramTerms(wild, gramTermsOf(wild, j), unit, g);
  for (let i = 0; i < k; ++i) {
    const value = get(unit.gramTerms, i);
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
