/**
 * Arellano and Bond's (1991) test of order m, on first differences of the final residuals.
 *
 *   w_i      differenced residuals, w_i(-m) the same m calendar periods earlier, 0 where absent
 *   r_i      = w_i'w_i(-m)
 *   z        = sum r_i / sqrt( sum r_i^2 - 2 q'P sum Z_i'e_i r_i + q'V q ),  q = sum dX_i'w_i(-m)
 *
 * P maps moments to parameters at the final step; V is the reported covariance without its small-sample factor. After
 * an unadjusted one-step fit the first two terms use sigma2 H instead:
 *
 *   sigma2 sum |D'w_i(-m)|^2 - 2 sigma2 q'P sum Z_i'M D'w_i(-m) + q'V q,  M the transformation, D the
 *   difference (the identity for both when h = 1)
 *
 * Only transformed rows enter, also in a system (xtabond2's choice). A negative variance is reported as it is. Sums
 * come from slices (`ar-lags.ts`) or unit by unit. A unit that a bootstrap has drawn w_i times counts as w_i units, and
 * the r_i may be centred (`replicate/ar-tests.ts`).
 */
import { EquationBit, Transform } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import {
  addressOf,
  doubles,
  entry,
  get,
  getInt,
  integers,
  set,
  setInt,
  clear,
} from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { dgemv } from '../../../blas/level2';
import { NoTrans, Trans } from '../../../blas/options';
import { padded, rectanglePanel } from '../../../blas/panels';
import { LEVELS, PRIMARY, stackRows } from '../stack/unit';
import { ArWorkspace, weighLag, weighLevelLag, SUMS } from './ar-workspace';
import { enter } from '../model/open';
import { projectRows } from '../moments/moment-sums';
import { addLags } from './ar-lags';
import { UnitMoments, addWeightedMoments, inSlices } from '../moments/unit-moments';
import { Model } from '../model/model';

/** The final estimate, whose residuals are tested. */
@unmanaged
export class ArInput {
  params: usize;
  /** f64, L x K: P'. */
  map: usize;
  vcov: usize;
  /** sigma2 after an unadjusted one-step fit, whose variance uses sigma2 H; else negative. */
  sigma2: f64;
  orders: i32;
  /** True to test the residuals of the level equation, false to test differenced residuals. */
  levels: bool;
  /** i32: how often each entering unit was drawn; 0 if every unit counts once. */
  counts: usize;
  /**
   * f64, one per order: subtracted from the r_i of every unit. f64, padded(L): subtracted from its moments. 0 for
   * nothing.
   */
  centres: usize;
  momentCentre: usize;
}

/**
 * Runs the tests of orders 1 .. `orders`. Writes statistic, pairs, units and variance of each to `out`, and the first
 * and last period of a pair's later residual to `periods` (-1 without pairs).
 */
export function arTests(
  units: UnitMoments,
  input: ArInput,
  workspace: ArWorkspace,
  out: usize,
  periods: usize,
): void {
  const model = units.model;
  const k = model.k;
  const work = workspace.work;
  clear(input.orders * k, workspace.q);
  clear(input.orders * padded(model.n), workspace.h);
  clear(SUMS * input.orders, out);
  for (let i = 0; i < 2 * input.orders; ++i) setInt(periods, i, -1);
  workspace.periods = periods;
  const paired = pairedOrders(model, input.orders);
  memory.fill(workspace.products, 0, usize(model.nentering) * doubles(padded(paired)));
  if (areInSlices(units, input)) {
    const first = (input.levels ? LEVELS : PRIMARY) * model.design.nperiods;
    for (let m = 1; m <= paired; ++m) addLags(units.slices, first, input.params, m, workspace, out);
  } else addRows(model, input, workspace, out);
  if (input.sigma2 < 0) {
    addWeightedMoments(units, input.params, paired, workspace.products, workspace.h, workspace.g);
    if (input.momentCentre != 0) {
      for (let m = 0; m < paired; ++m) {
        const sum = get(addressOf(out, SUMS * m), 0);
        daxpy(model.n, -sum, input.momentCentre, addressOf(workspace.h, m * padded(model.n)));
      }
    }
  }
  for (let m = 0; m < input.orders; ++m) {
    const sums = addressOf(out, SUMS * m);
    const q = addressOf(workspace.q, m * k);
    dgemv(
      Trans,
      model.n,
      k,
      1,
      input.map,
      model.n,
      addressOf(workspace.h, m * padded(model.n)),
      0,
      work,
    );
    let variance = get(sums, 3) - 2 * ddot(k, q, work);
    dgemv(NoTrans, k, k, 1, input.vcov, k, q, 0, work);
    variance += ddot(k, q, work);
    set(sums, 3, variance);
    set(sums, 0, get(sums, 0) / sqrt<f64>(variance));
  }
}

/** True if the tested residuals are those of one block of slices. */
function areInSlices(units: UnitMoments, input: ArInput): bool {
  const design = units.model.design;
  if (!inSlices(units) || input.sigma2 >= 0 || design.weights != 0) return false;
  return input.levels ? design.system != 0 : design.transform == Transform.FirstDifferences;
}

/** Adds unit by unit, from the compact rows. */
function addRows(model: Model, input: ArInput, workspace: ArWorkspace, out: usize): void {
  for (let u = 0; u < model.nentering; ++u) {
    if (timesDrawn(input, u) == 0) continue;
    residualsOf(model, workspace, input, u);
    if (input.sigma2 >= 0) enter(model, getInt(model.entering, u));
    addUnit(model, u, workspace, input, out);
  }
}

/** Returns the number of orders for which the panel is long enough. */
function pairedOrders(model: Model, orders: i32): i32 {
  return min(orders, model.design.nperiods - 1);
}

// @ts-ignore: decorator
@inline
function timesDrawn(input: ArInput, u: i32): i32 {
  return input.counts == 0 ? 1 : getInt(input.counts, u);
}

/** Adds unit u, whose differences are in `workspace`, to the sums of every order, and keeps its r_i. */
function addUnit(model: Model, u: i32, workspace: ArWorkspace, input: ArInput, out: usize): void {
  const count = f64(timesDrawn(input, u));
  for (let m = 1; m <= pairedOrders(model, input.orders); ++m) {
    const sums = addressOf(out, SUMS * (m - 1));
    const pairs = lagUnit(model, workspace, m, count);
    if (pairs == 0 && input.centres == 0) continue;
    const centre = input.centres == 0 ? 0 : get(input.centres, m - 1);
    const r = workspace.product - centre;
    set(sums, 0, get(sums, 0) + count * r);
    set(sums, 1, get(sums, 1) + count * f64(pairs));
    set(sums, 2, get(sums, 2) + count);
    if (input.sigma2 < 0) {
      const panel = rectanglePanel(workspace.products, model.nentering, (m - 1) >> 2);
      set(panel, 4 * u + ((m - 1) & 3), count * r);
      set(sums, 3, get(sums, 3) + count * (r * r));
    } else {
      const square = input.levels ? weighLevelLag(model, workspace) : weighLag(model, workspace);
      set(sums, 3, get(sums, 3) + count * input.sigma2 * square);
      projectRows(model, workspace.weights, workspace.g);
      daxpy(
        padded(model.n),
        count * input.sigma2,
        workspace.g,
        addressOf(workspace.h, (m - 1) * padded(model.n)),
      );
    }
  }
}

/**
 * Computes regressors and residuals of the u-th entering unit from the compact rows: its level rows or first
 * differences, as `input` says, whatever the transformation of the model.
 */
export function residualsOf(model: Model, workspace: ArWorkspace, input: ArInput, u: i32): void {
  const design = model.design;
  const params = input.params;
  const levels = input.levels;
  const flag = levels ? EquationBit.Level : EquationBit.Transformed;
  const i = getInt(model.entering, u);
  memory.fill(workspace.exists, 0, integers(design.nperiods));
  let last = -1; // the previous complete row
  const end = getInt(design.unitStart, i + 1);
  for (let row = getInt(design.unitStart, i); row < end; ++row) {
    if (!(i32(load<u8>(design.complete + usize(row))) & flag)) continue;
    const from = last;
    last = row;
    const t = getInt(design.period, row);
    if (!levels) {
      if (from < 0) continue;
      const before = getInt(design.period, from);
      if (!design.bridge && before != t - 1) continue;
      setInt(workspace.from, t, before);
    }
    const dx = addressOf(workspace.dx, t * model.k);
    let w: f64 = 0;
    for (let j = 0; j <= design.nregressors; ++j) {
      const values = entry(design.vars, design.nrows, 0, j);
      const value = levels ? get(values, row) : get(values, row) - get(values, from);
      if (j == 0) w = value;
      else {
        set(dx, j - 1, value);
        w -= value * get(params, j - 1);
      }
    }
    if (levels && design.constant) {
      set(dx, design.nregressors, 1);
      w -= get(params, design.nregressors);
    }
    setInt(workspace.exists, t, 1);
    set(workspace.w, t, w);
    set(workspace.weight, t, rowWeight(model, row));
  }
}

// @ts-ignore: decorator
@inline
function rowWeight(model: Model, row: i32): f64 {
  if (model.design.weights == 0) return 1;
  return model.unit.scale * get(model.design.weights, row);
}

/**
 * Computes w(-m) on the rows that exist, 0 elsewhere, and its product with w. Adds to q, `count` times, and to the
 * periods; returns the number of pairs.
 */
export function lagUnit(model: Model, workspace: ArWorkspace, m: i32, count: f64): i32 {
  const k = model.k;
  const q = addressOf(workspace.q, (m - 1) * k);
  const periods = workspace.periods + integers(2 * (m - 1));
  const nperiods = model.design.nperiods;
  const exists = workspace.exists;
  const w = workspace.w;
  const lagged = workspace.lagged;
  let pairs = 0;
  let product: f64 = 0;
  for (let t = 0; t < nperiods; ++t) {
    set(lagged, t, 0);
    if (t < m || getInt(exists, t) == 0 || getInt(exists, t - m) == 0) continue;
    // A pair has the weight of its later row.
    const lag = get(workspace.weight, t) * get(w, t - m);
    set(lagged, t, lag);
    product += get(w, t) * lag;
    ++pairs;
    if (getInt(periods, 0) < 0 || t < getInt(periods, 0)) setInt(periods, 0, t);
    setInt(periods, 1, max(t, getInt(periods, 1)));
    daxpy(k, count * lag, addressOf(workspace.dx, t * k), q);
  }
  workspace.product = product;
  return pairs;
}

/** Allocates tests of `orders` orders; check `exhausted()` afterwards. */
export function openArWorkspace(model: Model, orders: i32): ArWorkspace {
  const periods = model.design.nperiods;
  const workspace = changetype<ArWorkspace>(alloc(offsetof<ArWorkspace>()));
  if (exhausted()) return workspace;
  workspace.exists = alloc(integers(periods));
  workspace.from = alloc(integers(periods));
  workspace.w = alloc(doubles(periods));
  workspace.weight = alloc(doubles(periods));
  workspace.dx = allocZeroed(doubles(periods * model.k));
  workspace.lagged = alloc(doubles(periods));
  workspace.weights = alloc(doubles(stackRows(model.design)));
  workspace.products = allocMatrix(model.nentering, padded(pairedOrders(model, orders)));
  workspace.g = allocZeroed(doubles(padded(model.n)));
  workspace.q = alloc(doubles(orders * model.k));
  workspace.h = alloc(doubles(orders * padded(model.n)));
  workspace.work = alloc(doubles(model.k));
  return workspace;
}
