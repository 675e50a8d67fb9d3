/**
 * Estimates of one equation with as many instruments as parameters, to stand beside those of GMM: least squares in
 * levels or in deviations, and first differences with y(t-2) the instrument of one regressor (Anderson and Hsiao, 1981).
 *
 *   b = (Z'X)^-1 Z'y,    V = (Z'X)^-1 (sum g_i g_i') (X'Z)^-1,    g_i = Z_i'(y_i - X_i b)
 *
 * The rows of Z are those of X but for that one column z. Of the rows [X y z] there is one triangle R, and Z'X, Z'y and
 * Z'Z are inner products of its columns; the rows themselves are kept for the g_i while they fit into CACHE_BYTES. The three of
 * the employment model take 195 us together; 310 us with Z_i'X_i and Z_i'y_i of each unit added up row by row.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../memory/arena';
import { at, doubles, entry, get, getInt, integers, set, setInt } from '../../memory/layout';
import { DpdDesign, DpdFit } from '../../memory/dpd-records';
import { Status } from '../../status';
import { daxpy, ddot, dscal } from '../../blas/level1';
import { padded, triangleEntry, triangleSize } from '../../blas/panels';
import { Gram, addRow, foldRows, openGram } from '../../moments/gram';
import {
  RowTriangle,
  addToTriangle,
  foldTriangle,
  openRowTriangle,
  residualSquares,
} from '../../moments/row-triangle';
import { sandwich } from '../../moments/sandwich';
import { Step, openStep, solveStep } from '../../moments/step';
import { Whitener, factorize, openWhitener } from '../../moments/whitener';
import { loadGrid, stackRow, stackRows } from '../../panel/unit';
import { describeSample } from './fit';
import { dependentRegressor } from './dependence';
import { Model, enter, openModel, sampleStatus } from './model';
import { findSigma } from './sigma';

/** Ten million rows of up to 12 numbers. */
const CACHE_BYTES: u64 = 1 << 30;


@unmanaged
class Baseline {
  model: Model;
  /** Regressor whose instrument is y(t-2), -1 where there is none. */
  instrumented: i32;
  /** Columns of [X y z]: K + 1, and one more where there is z. */
  width: i32;
  /** f64, rows of padded(width): those of every unit, or of one where they are not kept. */
  rows: usize;
  kept: bool;
  /** i32, units that enter: rows of each. */
  counts: usize;
  triangle: RowTriangle;
  /** f64, padded(width): g_i; and the sum of its squares. */
  g: usize;
  squares: Gram;
  whitener: Whitener;
  step: Step;
}

/** Estimates by a design without specs and in one equation. Fills the fit as far as the parameters, vcov and bread. */
export function dpd_baseline(designAt: usize, instrumented: i32, fitAt: usize): Status {
  const design = changetype<DpdDesign>(designAt);
  const fit = changetype<DpdFit>(fitAt);
  if (fit.size != i32(offsetof<DpdFit>())) return Status.BadRecord;
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  const model = openModel(design, 0);
  if (exhausted()) return Status.OutOfMemory;
  describeSample(model, fit);
  model.n = model.k;
  const status = sampleStatus(model);
  if (status != Status.Ok) return status;
  const baseline = openBaseline(model, instrumented);
  if (exhausted()) return Status.OutOfMemory;
  return solve(baseline, fit);
}

function openBaseline(model: Model, instrumented: i32): Baseline {
  const baseline = changetype<Baseline>(alloc(offsetof<Baseline>()));
  if (exhausted()) return baseline;
  const k = model.k;
  const width = k + 1 + i32(instrumented >= 0);
  const rows = model.design.system ? model.nlevel : model.ndiff;
  baseline.model = model;
  baseline.instrumented = instrumented;
  baseline.width = width;
  baseline.kept = u64(doubles(padded(width))) * u64(rows) <= CACHE_BYTES;
  baseline.rows = allocMatrix(padded(width), baseline.kept ? rows : stackRows(model.design));
  baseline.g = allocZeroed(doubles(padded(width)));
  baseline.counts = alloc(integers(model.nentering));
  baseline.triangle = changetype<RowTriangle>(alloc(offsetof<RowTriangle>()));
  baseline.squares = changetype<Gram>(alloc(offsetof<Gram>()));
  baseline.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  baseline.step = changetype<Step>(alloc(offsetof<Step>()));
  if (exhausted()) return baseline;
  openRowTriangle(baseline.triangle, width);
  openGram(baseline.squares, k);
  openWhitener(baseline.whitener, k, k + 1);
  openStep(baseline.step, k, k);
  return baseline;
}

function solve(baseline: Baseline, fit: DpdFit): Status {
  const model = baseline.model;
  const k = model.k;
  const step = baseline.step;
  const gram = allocZeroed(doubles(triangleSize(k)));
  const moments = alloc(doubles(k * (k + 1)));
  fit.vcov = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  gatherRows(baseline);
  // The triangle on top of itself has the dependences of its own columns.
  fit.detail = dependentRegressor(model.design, baseline.triangle, baseline.triangle);
  if (exhausted()) return Status.OutOfMemory;
  if (fit.detail >= 0) return Status.RankDeficient;
  findMoments(baseline, gram, moments);
  fit.ninstruments = k;
  let status = factorize(baseline.whitener, gram);
  if (status != Status.Ok) return status;
  fit.rank = baseline.whitener.rank;
  if (fit.rank < k) return Status.UnderIdentified;
  status = solveStep(step, baseline.whitener, k, moments);
  fit.detail = k + step.detail;
  if (status != Status.Ok) return status;
  findSigma(model, residualSquares(baseline.triangle, k, step.params), fit);
  fit.params = step.params;
  fit.bread = step.bread;
  sumSquares(baseline);
  return sandwich(k, k, step.map, baseline.squares.sum, fit.vcov);
}

/** The triangle of the rows, and the rows where they are kept. */
function gatherRows(baseline: Baseline): void {
  const bytes = doubles(padded(baseline.width));
  let rows = baseline.rows;
  for (let u = 0; u < baseline.model.nentering; ++u) {
    const count = loadRows(baseline, u, rows);
    setInt(baseline.counts, u, count);
    const end = rows + bytes * usize(count);
    for (let row = rows; row < end; row += bytes) addToTriangle(baseline.triangle, row);
    if (baseline.kept) rows = end;
  }
  foldTriangle(baseline.triangle);
}

/** Writes the rows [X y z] of the u-th entering unit, times the roots of their weights; returns how many there are. */
function loadRows(baseline: Baseline, u: i32, to: usize): i32 {
  const model = baseline.model;
  const stride = padded(baseline.width);
  let count = 0;
  enter(model, getInt(model.entering, u));
  if (baseline.instrumented >= 0) loadGrid(model.design, model.unit, 0, model.unit.grid);
  for (let r = 0; r < stackRows(model.design); ++r) {
    if (!getInt(model.unit.used, r)) continue;
    const from = stackRow(model.design, model.unit, r);
    const row = at(to, stride * count++);
    for (let j = 0; j <= model.k; ++j) set(row, j, get(from, j));
    if (baseline.instrumented >= 0) set(row, model.k + 1, outside(model, r));
    if (model.design.weights != 0) dscal(stride, 1 / sqrt<f64>(get(model.unit.weight, r)), row);
  }
  return count;
}

/** y of the period before the difference in stacked row r, weighted as X is; 0 where there is none. */
function outside(model: Model, r: i32): f64 {
  const before = getInt(model.unit.previous, r) - 1;
  const level = before < 0 ? NaN : get(model.unit.grid, before);
  return level == level ? level * get(model.unit.weight, r) : 0;
}

/** Z'Z, a triangle in panels, and Z'X and Z'y (K x (K + 1)). */
function findMoments(baseline: Baseline, gram: usize, moments: usize): void {
  const k = baseline.model.k;
  for (let i = 0; i < k; ++i) {
    const z = instrumentOf(baseline, i);
    for (let j = 0; j <= k; ++j) {
      store<f64>(entry(moments, k, i, j), innerProduct(baseline, z, j));
    }
    for (let j = i; j < k; ++j) {
      store<f64>(triangleEntry(gram, i, j), innerProduct(baseline, z, instrumentOf(baseline, j)));
    }
  }
}

/** Column of [X y z] that is instrument i. */
function instrumentOf(baseline: Baseline, i: i32): i32 {
  return i == baseline.instrumented ? baseline.model.k + 1 : i;
}

/** Inner product of columns i and j of the rows: that of their columns in R. */
function innerProduct(baseline: Baseline, i: i32, j: i32): f64 {
  const r = baseline.triangle.triangle;
  let sum: f64 = 0;
  for (let l = 0; l <= min(i, j); ++l) {
    sum += load<f64>(triangleEntry(r, l, i)) * load<f64>(triangleEntry(r, l, j));
  }
  return sum;
}

/** The sum of g_i g_i' at the estimate. */
function sumSquares(baseline: Baseline): void {
  const k = baseline.model.k;
  const width = baseline.width;
  const bytes = doubles(padded(width));
  const params = baseline.step.params;
  const g = baseline.g;
  let rows = baseline.rows;
  for (let u = 0; u < baseline.model.nentering; ++u) {
    if (!baseline.kept) loadRows(baseline, u, rows);
    const end = rows + bytes * usize(getInt(baseline.counts, u));
    for (let row = rows; row < end; row += bytes) {
      daxpy(width, get(row, k) - ddot(k, row, params), row, g);
    }
    if (baseline.instrumented >= 0) set(g, baseline.instrumented, get(g, k + 1));
    for (let j = k; j < width; ++j) set(g, j, 0);
    addRow(baseline.squares, g);
    for (let j = 0; j < k; ++j) set(g, j, 0);
    if (baseline.kept) rows = end;
  }
  foldRows(baseline.squares);
}
