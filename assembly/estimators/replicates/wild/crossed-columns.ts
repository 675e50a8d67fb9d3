/** The columns of the wild bootstrap for effects that cross the units: K of `crossing.ts`, a column per unit and part. */
import { alloc, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, entry, get, set } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { rectangleEntry } from '../../../blas/panels';
import { LANES, lanes } from '../../../panel/absorb/effects';
import { Status } from '../../../status';
import { Crossing, openCrossing, setDirection, transformClusters } from './crossing';
import { Wild, isPolynomial } from './wild';

/** Statuses are those of absorbing effects. */
export function fillCrossed(wild: Wild): Status {
  const k = wild.k;
  const scope = mark();
  const crossing = changetype<Crossing>(alloc(offsetof<Crossing>()));
  const b = alloc(doubles(k));
  if (exhausted()) return Status.OutOfMemory;
  let status = openCrossing(crossing, wild.sample);
  for (let j = 0; j < wild.ntests && status == Status.Ok; ++j) {
    const c = entry(wild.directions, k, 0, j);
    // Z c = X R^-1 c, and column a of the directions is row a of R^-1.
    for (let a = 0; a < k; ++a) set(b, a, ddot(k, entry(wild.directions, k, 0, a), c));
    setDirection(crossing, b);
    status = fillTest(wild, crossing, j);
  }
  release(scope);
  return status;
}

function fillTest(wild: Wild, crossing: Crossing, j: i32): Status {
  const units = wild.sample.resampling.nunits;
  for (let first = 0; first < units; first += LANES) {
    const status = transformClusters(crossing, first);
    if (status != Status.Ok) return status;
    for (let lane = 0; lane < min(LANES, units - first); ++lane) {
      storeRow(wild, crossing, j, first + lane, lane);
    }
  }
  return Status.Ok;
}

/** Stores row h of K of test j, which is the column of its score. */
function storeRow(wild: Wild, crossing: Crossing, j: i32, h: i32, lane: i32): void {
  const resampling = wild.sample.resampling;
  const units = resampling.nunits;
  const restricted = resampling.restricted != 0;
  const value = get(resampling.params, j);
  const column = wild.tests0 + j * wild.step + h;
  for (let g = 0; g < units; ++g) {
    let constant = get(lanes(crossing.residuals, g), lane);
    const linear = restricted ? get(lanes(crossing.direction, g), lane) / get(wild.lengths, j) : 0;
    if (isPolynomial(wild)) {
      store<f64>(rectangleEntry(wild.columns, units, g, column + units), linear);
    } else {
      constant += value * linear;
    }
    store<f64>(rectangleEntry(wild.columns, units, g, column), constant);
  }
}
