/**
 * Estimates of one equation with as many instruments as parameters, to stand beside those of GMM: least squares in
 * levels or in deviations, and first differences with y(t-2) the instrument of one regressor (Anderson and Hsiao, 1981).
 *
 *   b = (Z'X)^-1 Z'y,    V = (Z'X)^-1 (sum g_i g_i') (X'Z)^-1,    g_i = Z_i'(y_i - X_i b)
 *
 * The rows of Z are those of X but for that one column, and dense: there is no instrument plan, second weight or test.
 * The three of the employment model take 331 us together, as runs of `dpd_fit` they took 458 us.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, get, getInt, set } from '../../memory/layout';
import { DpdDesign, DpdFit } from '../../memory/dpd-records';
import { Status } from '../../status';
import { daxpy, dscal } from '../../blas/level1';
import { padded } from '../../blas/panels';
import { Gram, addRow, clearGram, foldRows, openGram } from '../../moments/gram';
import { addBlock, blockSize, momentsAt } from '../../moments/moment-block';
import { foldTriangle } from '../../moments/row-triangle';
import { sandwich } from '../../moments/sandwich';
import { Step, openStep, solveStep } from '../../moments/step';
import { Whitener, factorize, openWhitener } from '../../moments/whitener';
import { stackRow, stackRows } from '../../panel/unit';
import { describeSample } from './fit';
import { dependentRegressor } from './dependence';
import { Model, enter, openModel, sampleStatus } from './model';
import { RowSums, addRows, openRowSums } from './passes';
import { findSigma } from './sigma';
import { UnitMoments, openUnitMoments } from './unit-moments';


@unmanaged
class Baseline {
  model: Model;
  /** Regressor whose instrument is y(t-2), -1 where there is none. */
  instrumented: i32;
  units: UnitMoments;
  sums: RowSums;
  /** f64, padded(K): one row of Z, zero past K. */
  row: usize;
  /** Z'Z, then the sum of g_i g_i'. */
  gram: Gram;
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
  model.moments = allocZeroed(doubles(k * (k + 1)));
  baseline.model = model;
  baseline.instrumented = instrumented;
  baseline.units = openUnitMoments(model);
  baseline.sums = openRowSums(model.design);
  baseline.row = allocZeroed(doubles(padded(k)));
  baseline.gram = changetype<Gram>(alloc(offsetof<Gram>()));
  baseline.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  baseline.step = changetype<Step>(alloc(offsetof<Step>()));
  if (exhausted()) return baseline;
  openGram(baseline.gram, k);
  openWhitener(baseline.whitener, k, k + 1);
  openStep(baseline.step, k, k);
  return baseline;
}

function solve(baseline: Baseline, fit: DpdFit): Status {
  const model = baseline.model;
  const k = model.k;
  const step = baseline.step;
  sumMoments(baseline);
  fit.detail = dependentRegressor(model.design, baseline.sums.residual, baseline.sums.others);
  if (exhausted()) return Status.OutOfMemory;
  if (fit.detail >= 0) return Status.RankDeficient;
  fit.ninstruments = k;
  let status = factorize(baseline.whitener, baseline.gram.sum);
  if (status != Status.Ok) return status;
  fit.rank = baseline.whitener.rank;
  if (fit.rank < k) return Status.UnderIdentified;
  status = solveStep(step, baseline.whitener, k, model.moments);
  fit.detail = k + step.detail;
  if (status != Status.Ok) return status;
  findSigma(model, baseline.sums.residual, step.params, fit);
  fit.params = step.params;
  fit.bread = step.bread;
  fit.vcov = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  sumSquares(baseline);
  return sandwich(k, k, step.map, baseline.gram.sum, fit.vcov);
}

/** The blocks of the units, Z'X and Z'y, Z'Z and the sums over rows. */
function sumMoments(baseline: Baseline): void {
  const model = baseline.model;
  for (let u = 0; u < model.nentering; ++u) {
    enter(model, getInt(model.entering, u));
    addBlock(model.k, model.k, fillBlock(baseline, u), model.moments);
    for (let r = 0; r < stackRows(model.design); ++r) {
      if (!getInt(model.unit.used, r)) continue;
      loadInstruments(baseline, r);
      dscal(model.k, 1 / sqrt<f64>(get(model.unit.weight, r)), baseline.row);
      addRow(baseline.gram, baseline.row);
    }
    addRows(model, baseline.sums);
  }
  foldRows(baseline.gram);
  foldTriangle(baseline.sums.residual);
  foldTriangle(baseline.sums.others);
}

/** The gram := sum of g_i g_i' at the estimate. */
function sumSquares(baseline: Baseline): void {
  const model = baseline.model;
  const units = baseline.units;
  clearGram(baseline.gram);
  for (let u = 0; u < model.nentering; ++u) {
    let block = units.blocks + usize(u) * units.stride;
    if (units.stride == 0) {
      enter(model, getInt(model.entering, u));
      block = fillBlock(baseline, u);
    }
    momentsAt(model.k, model.k, block, baseline.step.params, baseline.row);
    addRow(baseline.gram, baseline.row);
  }
  foldRows(baseline.gram);
}

/** Z_i'X_i and Z_i'y_i of the loaded unit, the u-th entering one, in its block. */
function fillBlock(baseline: Baseline, u: i32): usize {
  const model = baseline.model;
  const k = model.k;
  const block = baseline.units.blocks + usize(u) * baseline.units.stride;
  memory.fill(block, 0, doubles(blockSize(k, k)));
  for (let r = 0; r < stackRows(model.design); ++r) {
    if (!getInt(model.unit.used, r)) continue;
    loadInstruments(baseline, r);
    const row = stackRow(model.design, model.unit, r);
    const weight = get(model.unit.weight, r);
    for (let j = 0; j <= k; ++j) {
      daxpy(k, get(row, j) / weight, baseline.row, block + doubles(j * padded(k)));
    }
  }
  return block;
}

/** The row of Z of stacked row r, weighted: that of X, but in one place y of the period before the difference. */
function loadInstruments(baseline: Baseline, r: i32): void {
  const unit = baseline.model.unit;
  const row = stackRow(baseline.model.design, unit, r);
  memory.copy(baseline.row, row, doubles(baseline.model.k));
  if (baseline.instrumented < 0) return;
  const before = getInt(unit.previous, r) - 1;
  // The grid holds the outcome, the column that is loaded last.
  const level = before < 0 ? NaN : get(unit.grid, before);
  set(baseline.row, baseline.instrumented, level == level ? level * get(unit.weight, r) : 0);
}
