/**
 * The columns of the wild bootstrap for effects that cross the units: K of `crossing.ts`, a column per cluster and part.
 */
import { alloc, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { rectangleEntry } from '../../../blas/panels';
import { LANES, lanes } from '../../../panel/absorb/effects';
import { Status } from '../../../status';
import { Crossing, addRegressors, openCrossing, transformClusters } from './crossing';
import { Joint, Wild, isPolynomial, jointOf } from './wild';

/** Statuses are those of absorbing effects. */
export function fillCrossed(wild: Wild): Status {
  const resampling = wild.sample.resampling;
  const scope = mark();
  const crossing = changetype<Crossing>(alloc(offsetof<Crossing>()));
  if (exhausted()) return Status.OutOfMemory;
  let status = openCrossing(crossing, wild.sample);
  for (let j = 0; j < wild.ntests && status == Status.Ok; ++j) {
    setDirection(wild, crossing, entry(wild.directions, wild.k, 0, j));
    status = fillTest(wild, crossing, j);
  }
  for (let i = 0; i < resampling.njoint && status == Status.Ok; ++i) {
    status = fillJointColumns(wild, crossing, jointOf(wild, i));
  }
  release(scope);
  return status;
}

/** x := Z c. */
function setDirection(wild: Wild, crossing: Crossing, c: usize): void {
  memory.fill(crossing.x, 0, doubles(crossing.effects.nrows));
  addDirection(wild, crossing, c, crossing.x);
}

/** x += Z c = X R^-1 c; column a of the directions is row a of R^-1. */
function addDirection(wild: Wild, crossing: Crossing, c: usize, x: usize): void {
  const k = wild.k;
  const scope = mark();
  const b = alloc(doubles(k));
  if (exhausted()) return;
  for (let a = 0; a < k; ++a) set(b, a, ddot(k, entry(wild.directions, k, 0, a), c));
  addRegressors(crossing, b, x);
  release(scope);
}

function fillTest(wild: Wild, crossing: Crossing, j: i32): Status {
  const clusters = wild.nclusters;
  for (let first = 0; first < clusters; first += LANES) {
    const status = transformClusters(crossing, first);
    if (status != Status.Ok) return status;
    for (let lane = 0; lane < min(LANES, clusters - first); ++lane) {
      storeColumn(wild, crossing, j, first + lane, lane);
    }
  }
  return Status.Ok;
}

/** The columns of a joint test, whose residuals e + X R^-1 h take the place of e. */
function fillJointColumns(wild: Wild, crossing: Crossing, joint: Joint): Status {
  const clusters = wild.nclusters;
  const units = wild.sample.resampling.nunits;
  const e = crossing.e;
  memory.copy(crossing.restricted, e, doubles(crossing.effects.nrows));
  if (wild.sample.resampling.restricted != 0) {
    addDirection(wild, crossing, joint.change, crossing.restricted);
  }
  crossing.e = crossing.restricted;
  let status = Status.Ok;
  for (let i = 0; i < joint.q && status == Status.Ok; ++i) {
    setDirection(wild, crossing, entry(joint.directions, wild.k, 0, i));
    for (let first = 0; first < clusters && status == Status.Ok; first += LANES) {
      status = transformClusters(crossing, first);
      for (let lane = 0; lane < min(LANES, clusters - first); ++lane) {
        const column = joint.first + wild.k + i * clusters + first + lane;
        for (let s = 0; s < units; ++s) {
          const value = get(lanes(crossing.residuals, s), lane);
          store<f64>(rectangleEntry(wild.columns, units, s, column), value);
        }
      }
    }
  }
  crossing.e = e;
  return exhausted() ? Status.OutOfMemory : status;
}

/** Stores the column of K that gives the score of cluster h in test j. */
function storeColumn(wild: Wild, crossing: Crossing, j: i32, h: i32, lane: i32): void {
  const resampling = wild.sample.resampling;
  const units = resampling.nunits;
  const restricted = resampling.restricted != 0;
  const value = get(resampling.params, j);
  const column = wild.tests0 + j * wild.step + h;
  for (let g = 0; g < units; ++g) {
    let constant = get(lanes(crossing.residuals, g), lane);
    const linear = restricted ? get(lanes(crossing.direction, g), lane) / get(wild.lengths, j) : 0;
    if (isPolynomial(wild)) {
      const place = rectangleEntry(wild.columns, units, g, column + wild.nclusters);
      store<f64>(place, linear);
    } else {
      constant += value * linear;
    }
    store<f64>(rectangleEntry(wild.columns, units, g, column), constant);
  }
}
