/**
 * Arellano and Bond's (1991) test of order m, on first differences of the final residuals.
 *
 *   w_i      differenced residuals, w_i(-m) the same m calendar periods earlier, 0 where absent
 *   r_i      = w_i'w_i(-m)
 *   z        = sum r_i / sqrt( sum r_i^2 - 2 q'P sum Z_i'e_i r_i + q'V q ),  q = sum dX_i'w_i(-m)
 *
 * P maps moments to parameters at the final step; V is the reported covariance without its
 * small-sample factor. After an unadjusted one-step fit the first two terms use sigma2 H instead:
 *
 *   sigma2 sum |D'w_i(-m)|^2 - 2 sigma2 q'P sum Z_i'M D'w_i(-m) + q'V q,  M the transformation, D the
 *   difference (the identity for both when h = 1)
 *
 * over the transformed rows only, also in a system (xtabond2's choice). The variance is reported as it is, also when negative.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { at, doubles, get, getInt, integers, set, setInt } from '../../memory/layout';
import { Status } from '../../status';
import { ddot } from '../../blas/level1';
import { dgemv } from '../../blas/level2';
import { NoTrans, Trans } from '../../blas/options';
import { padded } from '../../blas/panels';
import { gridValue } from '../../panel/unit';
import { FORWARD_DEVIATIONS, transformWeight } from '../../panel/transforms';
import { Model, clear, enter } from './model';
import { computeMoments, computeResiduals } from './passes';


@unmanaged
class Workspace {
  /** i32 and f64, T: whether a differenced row exists, and its residual. */
  exists: usize;
  w: usize;
  /** f64, T x K row by row: differenced regressors. */
  dx: usize;
  /** f64, T and 2T. */
  lagged: usize;
  spread: usize;
  /** f64: q (K), sum Z_i'(...) (padded L). */
  q: usize;
  h: usize;
}

/** Tests of orders 1 .. `orders`, with `sigma2H` after an unadjusted one-step fit, else negative; writes statistic, pairs, units, variance of each to `out`. */
export function arTests(
  model: Model,
  params: usize,
  map: usize,
  vcov: usize,
  sigma2H: f64,
  orders: i32,
  out: usize,
): Status {
  const scope = mark();
  const design = model.design;
  const space = changetype<Workspace>(alloc(offsetof<Workspace>()));
  const work = alloc(doubles(model.k));
  if (exhausted()) return Status.OutOfMemory;
  space.exists = alloc(integers(design.nperiods));
  space.w = alloc(doubles(design.nperiods));
  space.dx = alloc(doubles(design.nperiods * model.k));
  space.lagged = alloc(doubles(design.nperiods));
  space.spread = allocZeroed(doubles(2 * design.nperiods));
  space.q = alloc(doubles(model.k));
  space.h = alloc(doubles(padded(model.n)));
  if (exhausted()) return Status.OutOfMemory;
  for (let m = 1; m <= orders; ++m) {
    arTest(model, space, params, sigma2H, m, at(out, 4 * (m - 1)));
    dgemv(Trans, model.n, model.k, 1, map, model.n, space.h, 0, work);
    let variance = get(at(out, 4 * (m - 1)), 3) - 2 * ddot(model.k, space.q, work);
    dgemv(NoTrans, model.k, model.k, 1, vcov, model.k, space.q, 0, work);
    variance += ddot(model.k, space.q, work);
    set(out, 4 * (m - 1) + 3, variance);
    set(out, 4 * (m - 1), get(out, 4 * (m - 1)) / sqrt<f64>(variance));
  }
  release(scope);
  return Status.Ok;
}

/** Sums of one order over the units: numerator, pairs, units and the first variance term. */
function arTest(
  model: Model,
  space: Workspace,
  params: usize,
  sigma2H: f64,
  m: i32,
  out: usize,
): void {
  let numerator: f64 = 0;
  let squares: f64 = 0;
  let pairs = 0;
  let units = 0;
  clear(model.k, space.q);
  clear(padded(model.n), space.h);
  for (let i = 0; i < model.design.nunits; ++i) {
    if (!enter(model, i)) continue;
    differenceUnit(model, space, params);
    const found = lagUnit(model, space, m);
    if (found == 0) continue;
    pairs += found;
    ++units;
    const r = ddot(model.design.nperiods, space.w, space.lagged);
    numerator += r;
    for (let t = 0; t < model.design.nperiods; ++t) {
      const lag = get(space.lagged, t);
      const dx = at(space.dx, t * model.k);
      if (lag == 0) continue;
      for (let j = 0; j < model.k; ++j) set(space.q, j, get(space.q, j) + lag * get(dx, j));
    }
    if (sigma2H >= 0) {
      squares += sigma2H * spreadLag(model, space);
      computeMoments(model, space.spread, model.row);
      for (let j = 0; j < model.n; ++j) {
        set(space.h, j, get(space.h, j) + sigma2H * get(model.row, j));
      }
    } else {
      squares += r * r;
      computeResiduals(model, params);
      computeMoments(model, model.residuals, model.row);
      for (let j = 0; j < model.n; ++j) set(space.h, j, get(space.h, j) + r * get(model.row, j));
    }
  }
  clear(model.n, model.row);
  set(out, 0, numerator);
  set(out, 1, f64(pairs));
  set(out, 2, f64(units));
  set(out, 3, squares);
}

/** First differences of regressors and residuals of the loaded unit, whatever the transformation. */
function differenceUnit(model: Model, space: Workspace, params: usize): void {
  const design = model.design;
  const periods = design.nperiods;
  clear(periods, space.w);
  clear(periods * model.k, space.dx);
  setInt(space.exists, 0, 0);
  for (let t = 1; t < periods; ++t) {
    const exists = getInt(model.unit.whole, t) != 0 && getInt(model.unit.whole, t - 1) != 0;
    setInt(space.exists, t, exists ? 1 : 0);
    if (!exists) continue;
    const dx = at(space.dx, t * model.k);
    let w = change(model, 0, t);
    for (let j = 0; j < design.nregressors; ++j) {
      set(dx, j, change(model, j + 1, t));
      w -= get(dx, j) * get(params, j);
    }
    set(space.w, t, w);
  }
}

function change(model: Model, column: i32, t: i32): f64 {
  return (
    gridValue(model.design, model.unit, column, t) -
    gridValue(model.design, model.unit, column, t - 1)
  );
}

/** w(-m) on the rows that exist, 0 elsewhere; returns the number of pairs. */
function lagUnit(model: Model, space: Workspace, m: i32): i32 {
  let pairs = 0;
  for (let t = 0; t < model.design.nperiods; ++t) {
    const pair = t >= m && getInt(space.exists, t) != 0 && getInt(space.exists, t - m) != 0;
    set(space.lagged, t, pair ? get(space.w, t - m) : 0);
    if (pair) ++pairs;
  }
  return pairs;
}

/** spread := M D'w(-m) over the transformed rows; returns |D'w(-m)|^2. */
function spreadLag(model: Model, space: Workspace): f64 {
  const design = model.design;
  const periods = design.nperiods;
  clear(2 * periods, space.spread);
  if (design.h == 1) {
    for (let t = 0; t < periods; ++t) set(space.spread, t, get(space.lagged, t));
    return ddot(periods, space.lagged, space.lagged);
  }
  let squares: f64 = 0;
  for (let s = 0; s < periods; ++s) {
    const next = s + 1 < periods ? get(space.lagged, s + 1) : 0;
    const value = (s > 0 ? get(space.lagged, s) : 0) - next; // (D'w(-m))(s)
    squares += value * value;
    const first = design.transform == FORWARD_DEVIATIONS ? 1 : s;
    for (let r = first; r <= min(s + 1, periods - 1); ++r) {
      const weight = transformWeight(design, r, s);
      set(space.spread, r, get(space.spread, r) + weight * value);
    }
  }
  return squares;
}
