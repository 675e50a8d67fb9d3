/**
 * Estimates of one equation with as many instruments as parameters, to stand beside those of GMM: least squares in
 * levels or in deviations, and first differences with y(t-2) the instrument of one regressor (Anderson and Hsiao, 1981).
 *
 *   b = (Z'X)^-1 Z'y,    V = (Z'X)^-1 (sum g_i g_i') (X'Z)^-1,    g_i = Z_i'(y_i - X_i b)
 *
 * The rows of Z are those of X but for that one column z. Of the rows [X y z] there is one triangle R, and Z'X, Z'y and
 * Z'Z are inner products of its columns; the rows themselves are kept for the g_i while they fit into CACHE_BYTES.
 * Weights are not scaled: nothing that is reported depends on their sum.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../memory/layout';
import { DpdDesign, DpdFit } from '../../memory/dpd-records';
import { Status } from '../../status';
import { triangleEntry, triangleSize } from '../../blas/panels';
import { Gram, addRow, foldRows, openGram } from '../../moments/gram';
import {
  RowTriangle,
  addRows,
  foldTriangle,
  openRowTriangle,
  residualSquares,
} from '../../moments/row-triangle';
import { sandwich } from '../../moments/sandwich';
import { Step, openStep, solveStep } from '../../moments/step';
import { Whitener, factorize, openWhitener } from '../../moments/whitener';
import { dependentRegressor } from './dependence';
import { EquationRows, openRows, strideOf, writeRows } from './equation-rows';

/** Ten million rows of up to 12 numbers. */
const CACHE_BYTES: u64 = 1 << 30;


@unmanaged
class Baseline {
  equation: EquationRows;
  /** Regressor whose instrument is y(t-2), -1 where there is none. */
  instrumented: i32;
  /** f64, rows of padded(width): those of every unit, or of one where they are not kept. */
  rows: usize;
  kept: bool;
  triangle: RowTriangle;
  /** f64, padded(width): (b, -1), of which a row [X y] takes its residual with the sign turned. */
  contrast: usize;
  /** f64, padded(width): g_i but for its sign; and the sum of its squares. */
  g: usize;
  squares: Gram;
  whitener: Whitener;
  step: Step;
}

/**
 * Estimates by a design without specs, in one equation and with h = 1. Fills the fit as far as its rows and units, the
 * parameters, vcov, bread and sigma2.
 */
export function dpd_baseline(designAt: usize, instrumented: i32, fitAt: usize): Status {
  const design = changetype<DpdDesign>(designAt);
  const fit = changetype<DpdFit>(fitAt);
  if (fit.size != i32(offsetof<DpdFit>())) return Status.BadRecord;
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  const baseline = openBaseline(design, instrumented);
  if (exhausted()) return Status.OutOfMemory;
  fit.nparams = baseline.equation.k;
  gatherRows(baseline, fit);
  if (fit.ngroups == 0) return Status.EmptySample;
  return fit.ngroups == 1 ? Status.TooFewClusters : solve(baseline, fit);
}

function openBaseline(design: DpdDesign, instrumented: i32): Baseline {
  const baseline = changetype<Baseline>(alloc(offsetof<Baseline>()));
  if (exhausted()) return baseline;
  const equation = openRows(design, instrumented >= 0);
  if (exhausted()) return baseline;
  const k = equation.k;
  const most = u64(doubles(strideOf(equation))) * u64(design.nrows);
  baseline.equation = equation;
  baseline.instrumented = instrumented;
  baseline.kept = most <= CACHE_BYTES;
  baseline.rows = alloc(
    baseline.kept ? usize(most) : doubles(strideOf(equation) * design.nperiods),
  );
  baseline.contrast = allocZeroed(doubles(strideOf(equation)));
  baseline.g = alloc(doubles(strideOf(equation)));
  baseline.triangle = changetype<RowTriangle>(alloc(offsetof<RowTriangle>()));
  baseline.squares = changetype<Gram>(alloc(offsetof<Gram>()));
  baseline.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  baseline.step = changetype<Step>(alloc(offsetof<Step>()));
  if (exhausted()) return baseline;
  openRowTriangle(baseline.triangle, equation.width);
  openGram(baseline.squares, k);
  openWhitener(baseline.whitener, k, k + 1);
  openStep(baseline.step, k, k);
  return baseline;
}

function solve(baseline: Baseline, fit: DpdFit): Status {
  const equation = baseline.equation;
  const k = equation.k;
  const step = baseline.step;
  const gram = allocZeroed(doubles(triangleSize(k)));
  const moments = alloc(doubles(k * (k + 1)));
  fit.vcov = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  // The triangle on top of itself has the dependences of its own columns.
  fit.detail = dependentRegressor(equation.design, baseline.triangle, baseline.triangle);
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
  const rows = equation.design.frequency ? equation.weight : f64(fit.ndiff);
  fit.sigma2 = residualSquares(baseline.triangle, k, step.params) / rows;
  fit.params = step.params;
  fit.bread = step.bread;
  sumSquares(baseline);
  return sandwich(k, k, step.map, baseline.squares.sum, fit.vcov);
}

/** The triangle of the rows, and the rows where they are kept; counts them, as `ndiff`, and the units. */
function gatherRows(baseline: Baseline, fit: DpdFit): void {
  const equation = baseline.equation;
  const nunits = equation.design.nunits;
  const most = baseline.kept ? nunits : 1; // units at a time
  for (let i = 0; i < nunits; i += most) {
    const count = writeRows(equation, i, i + most, baseline.rows);
    addRows(baseline.triangle, count, baseline.rows);
    fit.ndiff += count;
  }
  foldTriangle(baseline.triangle);
  for (let i = 0; i < nunits; ++i) fit.ngroups += i32(getInt(equation.counts, i) > 0);
}

/** Z'Z, a triangle in panels, and Z'X and Z'y (K x (K + 1)). */
function findMoments(baseline: Baseline, gram: usize, moments: usize): void {
  const k = baseline.equation.k;
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
  return i == baseline.instrumented ? baseline.equation.k + 1 : i;
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
  const equation = baseline.equation;
  const k = equation.k;
  const stride = strideOf(equation);
  const g = baseline.g;
  let rows = baseline.rows;
  memory.copy(baseline.contrast, baseline.step.params, doubles(k));
  set(baseline.contrast, k, -1);
  for (let i = 0; i < equation.design.nunits; ++i) {
    const count = getInt(equation.counts, i);
    if (count == 0) continue;
    if (!baseline.kept) writeRows(equation, i, i + 1, rows);
    memory.fill(g, 0, doubles(stride));
    addMoments(stride, count, rows, baseline.contrast, g);
    if (baseline.instrumented >= 0) set(g, baseline.instrumented, get(g, k + 1));
    for (let j = k; j < equation.width; ++j) set(g, j, 0);
    addRow(baseline.squares, g);
    if (baseline.kept) rows += doubles(stride * count);
  }
  foldRows(baseline.squares);
}

/** g += sum of x x'c over `count` rows x of `stride` doubles, a multiple of 4: half the time of a ddot and a daxpy each. */
function addMoments(stride: i32, count: i32, x: usize, c: usize, g: usize): void {
  for (let r = 0; r < count; ++r) {
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    for (let j: usize = 0; j < doubles(stride); j += 32) {
      low = f64x2.add(low, f64x2.mul(v128.load(x + j), v128.load(c + j)));
      high = f64x2.add(high, f64x2.mul(v128.load(x + j, 16), v128.load(c + j, 16)));
    }
    low = f64x2.add(low, high);
    const along = f64x2.splat(f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1));
    for (let j: usize = 0; j < doubles(stride); j += 32) {
      const to = g + j;
      v128.store(to, f64x2.add(v128.load(to), f64x2.mul(along, v128.load(x + j))));
      v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(along, v128.load(x + j, 16))), 16);
    }
    x += doubles(stride);
  }
}
