/**
 * The nonlinear moment conditions of Ahn and Schmidt (1995, equation 4), which hold if the errors are not serially
 * correlated:
 *
 *   E[u_iT Du_it] = 0,  t < T,  u = y - x'b, T the last complete period of unit i
 *
 * There is one condition for each t, or their sum if collapsed. They are the last columns of a moment block, linearised
 * at a point b0 with the same value and slope:
 *
 *   Q = u_iT Dx_it + Du_it x_iT,  q = u_iT Du_it + Q b0
 *
 * A Gauss-Newton step is then solved like any other step. The one-step matrix leaves these conditions out, so the
 * one-step estimate uses only the linear ones.
 */
import { EquationBit, NonlinearConditions } from '../../../codes';
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import {
  addressOf,
  doubles,
  entry,
  get,
  getInt,
  integers,
  set,
  setInt,
} from '../../../memory/layout';
import { Model } from './model';


@unmanaged
export class Nonlinear {
  /** Number of conditions, and the first of their columns. */
  count: i32;
  first: i32;
  /** i32, T: condition of the difference at each period, -1 if there is none. */
  place: usize;
  /** f64, K: the point b0. */
  point: usize;
  /** f64, K: x_iT, Dx_it. */
  last: usize;
  change: usize;
}

/** Finds the conditions of a model; returns 0 if it has none or memory ends. */
export function openNonlinear(model: Model, kind: i32): usize {
  if (kind == 0) return 0;
  const periods = model.design.nperiods;
  const conditions = changetype<Nonlinear>(allocZeroed(offsetof<Nonlinear>()));
  if (exhausted()) return 0;
  conditions.first = model.n;
  conditions.place = allocZeroed(integers(periods));
  conditions.point = allocZeroed(doubles(model.k));
  conditions.last = alloc(doubles(model.k));
  conditions.change = alloc(doubles(model.k));
  if (exhausted()) return 0;
  for (let u = 0; u < model.nentering; ++u) markPeriods(model, conditions, u);
  for (let t = 0; t < periods; ++t) {
    const paired = getInt(conditions.place, t) != 0;
    const number = kind == NonlinearConditions.Collapsed ? 0 : conditions.count;
    setInt(conditions.place, t, paired ? number : -1);
    if (paired) conditions.count = number + 1;
  }
  return conditions.count > 0 ? changetype<usize>(conditions) : 0;
}

function markPeriods(model: Model, conditions: Nonlinear, u: i32): void {
  const i = getInt(model.entering, u);
  const last = lastComplete(model, i);
  for (let row = getInt(model.design.unitStart, i) + 1; row < last; ++row) {
    if (differenced(model, row)) setInt(conditions.place, getInt(model.design.period, row), 1);
  }
}

/** Returns the row of the last complete period of unit i, -1 if there is none. */
function lastComplete(model: Model, i: i32): i32 {
  const first = getInt(model.design.unitStart, i);
  for (let row = getInt(model.design.unitStart, i + 1) - 1; row >= first; --row) {
    if (complete(model, row)) return row;
  }
  return -1;
}

/** True if a row and the period before it are complete; the row is not the unit's first. */
function differenced(model: Model, row: i32): bool {
  const period = model.design.period;
  const adjacent = getInt(period, row - 1) == getInt(period, row) - 1;
  return adjacent && complete(model, row) && complete(model, row - 1);
}

// @ts-ignore: decorator
@inline
function complete(model: Model, row: i32): bool {
  return (i32(load<u8>(model.design.complete + usize(row))) & EquationBit.Transformed) != 0;
}

/** Adds the conditions of the u-th entering unit to K + 1 columns, `stride` doubles apart. */
export function addNonlinear(model: Model, u: i32, out: usize, stride: i32): void {
  const conditions = changetype<Nonlinear>(model.nonlinear);
  const i = getInt(model.entering, u);
  const last = lastComplete(model, i);
  if (last < 0) return;
  const k = model.k;
  const final = residualAt(model, conditions, last, -1, conditions.last);
  for (let row = getInt(model.design.unitStart, i) + 1; row < last; ++row) {
    if (!differenced(model, row)) continue;
    const change = residualAt(model, conditions, row, row - 1, conditions.change);
    const place = getInt(conditions.place, getInt(model.design.period, row));
    const to = addressOf(out, conditions.first + place);
    let value = final * change;
    for (let j = 0; j < k; ++j) {
      const slope = final * get(conditions.change, j) + change * get(conditions.last, j);
      set(to, j * stride, get(to, j * stride) + slope);
      value += slope * get(conditions.point, j);
    }
    set(to, k * stride, get(to, k * stride) + value);
  }
}

/** x := regressors of a row, minus those of row `from` unless that is negative; returns the residual. */
function residualAt(model: Model, conditions: Nonlinear, row: i32, from: i32, x: usize): f64 {
  const design = model.design;
  for (let j = 0; j < design.nregressors; ++j) set(x, j, valueAt(model, j + 1, row, from));
  if (design.constant) set(x, design.nregressors, from < 0 ? 1 : 0);
  let residual = valueAt(model, 0, row, from);
  for (let j = 0; j < model.k; ++j) residual -= get(x, j) * get(conditions.point, j);
  return residual;
}

// @ts-ignore: decorator
@inline
function valueAt(model: Model, column: i32, row: i32, from: i32): f64 {
  const values = entry(model.design.vars, model.design.nrows, 0, column);
  return from < 0 ? get(values, row) : get(values, row) - get(values, from);
}

/** Sets the conditions in K + 1 columns to zero. */
export function clearNonlinear(model: Model, out: usize, stride: i32): void {
  const conditions = changetype<Nonlinear>(model.nonlinear);
  for (let j = 0; j <= model.k; ++j) {
    memory.fill(addressOf(out, conditions.first + j * stride), 0, doubles(conditions.count));
  }
}
