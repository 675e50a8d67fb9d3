/**
 * Working state of one dynamic panel model: the design, its instrument columns, one unit's scratch
 * and the sums of the moments. Everything lives in the arena of the caller's scope.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, entry, get, set } from '../../memory/layout';
import { DpdDesign } from '../../memory/records';
import { Status } from '../../status';
import { padded } from '../../blas/panels';
import { dpotrf } from '../../lapack/dpotrf';
import { triangleEntry, triangleSize } from '../../blas/panels';
import { loadUnit } from '../../panel/blocks';
import {
  InstrumentPlan,
  countInstruments,
  layOutInstruments,
  numberInstruments,
} from '../../panel/instruments';
import { Unit, allocUnit, parameterCount, rowWidth } from '../../panel/unit';


@unmanaged
export class Model {
  design: DpdDesign;
  plan: InstrumentPlan;
  unit: Unit;
  /** Parameters K and instruments L. */
  k: i32;
  n: i32;
  nlevel: i32;
  ndiff: i32;
  /** Units with a row in the reported equation, and their smallest and largest number of rows. */
  ngroups: i32;
  minRows: i32;
  maxRows: i32;
  /** f64, 2T: residuals of the loaded unit. */
  residuals: usize;
  /** f64, padded(L): moments g_i of the loaded unit, or one row of F'Z_i. */
  row: usize;
  /** f64, L x (K + 1), column-major: Z'X and Z'y. */
  moments: usize;
  /** f64, (K + 1) x (K + 1): X'X, X'y, y'y over both equations. */
  crossProduct: usize;
}

/** Opens a model in the arena: lays out the instruments and counts the sample. */
export function openModel(design: DpdDesign): Model {
  const model = changetype<Model>(allocZeroed(offsetof<Model>()));
  if (exhausted()) return model;
  model.design = design;
  model.plan = changetype<InstrumentPlan>(allocZeroed(offsetof<InstrumentPlan>()));
  model.unit = changetype<Unit>(allocZeroed(offsetof<Unit>()));
  model.k = parameterCount(design);
  if (exhausted() || !layOutInstruments(design, model.plan)) return model;
  if (!allocUnit(design, model.unit, model.plan.maxEntries)) return model;
  countSample(model);
  numberInstruments(model.plan);
  model.n = model.plan.ninstruments;
  const width = rowWidth(design);
  model.residuals = alloc(doubles(2 * design.nperiods));
  model.row = allocZeroed(doubles(padded(model.n)));
  model.moments = allocZeroed(doubles(model.n * width));
  model.crossProduct = allocZeroed(doubles(width * width));
  return model;
}

/** Loads unit i with its instruments under their final numbers; false when it has no row. */
export function enter(model: Model, i: i32): bool {
  const unit = model.unit;
  loadUnit(model.design, model.plan, unit, i);
  return unit.ndiff > 0 || (model.design.system != 0 && unit.nlevel > 0);
}

/** Rows of the loaded unit in the reported equation: level rows of a system, else transformed rows. */
// @ts-ignore: decorator
@inline
export function reportedRows(model: Model): i32 {
  return model.design.system ? model.unit.nlevel : model.unit.ndiff;
}

/**
 * Position of the first regressor that depends on earlier ones (the constant counts first), or -1.
 * A column depends when less than 1e-12 of its sum of squares is left.
 */
export function dependentRegressor(model: Model): i32 {
  const k = model.k;
  const width = k + 1;
  const triangle = allocZeroed(doubles(triangleSize(k)));
  const work = alloc(doubles(padded(k)));
  if (exhausted()) return -1;
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i <= j; ++i) {
      const a = regressorAt(model, i);
      const b = regressorAt(model, j);
      store<f64>(triangleEntry(triangle, i, j), load<f64>(entry(model.crossProduct, width, a, b)));
    }
    if (load<f64>(triangleEntry(triangle, j, j)) == 0) return regressorAt(model, j);
  }
  const info = dpotrf(k, k, 1e-12, triangle, work, 0, 0);
  return info == 0 ? -1 : regressorAt(model, info - 1);
}

/** Regressors in the order in which they are kept: the constant, then as written. */
function regressorAt(model: Model, place: i32): i32 {
  if (!model.design.constant) return place;
  return place == 0 ? model.k - 1 : place - 1;
}

/** Status of the sample before anything is estimated. */
export function sampleStatus(model: Model): Status {
  if (model.ngroups == 0) return Status.EmptySample;
  if (model.ngroups == 1) return Status.TooFewClusters;
  if (model.n < model.k) return Status.UnderIdentified;
  return Status.Ok;
}

function countSample(model: Model): void {
  const design = model.design;
  model.minRows = i32.MAX_VALUE;
  for (let i = 0; i < design.nunits; ++i) {
    loadUnit(design, model.plan, model.unit, i);
    model.nlevel += model.unit.nlevel;
    model.ndiff += model.unit.ndiff;
    countInstruments(design, model.plan, model.unit);
    const rows = reportedRows(model);
    if (rows == 0) continue;
    ++model.ngroups;
    model.minRows = min(model.minRows, rows);
    model.maxRows = max(model.maxRows, rows);
  }
}

/** Weighted sum of a stacked row of the data with parameters: the fitted value. */
export function fitted(k: i32, row: usize, params: usize): f64 {
  let sum: f64 = 0;
  for (let j = 0; j < k; ++j) sum += get(row, j) * get(params, j);
  return sum;
}

/** Fills a vector with zeros. */
export function clear(n: i32, x: usize): void {
  for (let i = 0; i < n; ++i) set(x, i, 0);
}
