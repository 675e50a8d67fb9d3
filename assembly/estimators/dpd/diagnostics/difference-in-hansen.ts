/**
 * Difference-in-Hansen: J of the full model minus J without a set of instruments. Both use the full model's moment
 * covariance S; the second uses its sub-block (Eichenbaum, Hansen and Singleton, 1988; Newey, 1985). S is S2; after an
 * unadjusted one-step fit it is sigma2 S1 and the test is a difference in Sargan statistics. J without the set is a
 * minimum, found in steps from the full model's estimate. Degrees of freedom are differences of the ranks of S1. With a
 * singular S the statistic can be negative; it is reported as it is.
 */
import { EquationBit, ReplicateStatus, RowWidth } from '../../../codes';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
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
import { DpdFit, DpdOptions } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { ddot } from '../../../blas/level1';
import {
  padded,
  panelCount,
  rectangleEntry,
  rectangleSize,
  triangleEntry,
  triangleSize,
} from '../../../blas/panels';
import { PanelStep, openPanelStep, solvePanels } from '../../../gmm/panel-step';
import { Whitener, factorize, shareFactor, whiten } from '../../../gmm/whitener';
import { TRANSFORMED } from '../stack/instrument-plan';
import { multiplyVector } from '../slices/moments';
import { Model } from '../model/model';

/** What the tests need from the full model. */
@unmanaged
export class FullModel {
  model: Model;
  /**
   * f64, L: summed moments at the estimate; those of the outcome if S is singular, because its root would magnify
   * rounding errors in small moments.
   */
  total: usize;
  /** S1 and S, triangles in panels, and the root of S; J is `scale` times the objective under S. */
  oneStep: usize;
  weight: usize;
  whitener: Whitener;
  scale: f64;
  /**
   * J. At the full model's estimate it uses the same moments as J without a set, so rounding errors cancel in the
   * difference. Otherwise it is J of another estimate under the same weight.
   */
  j: f64;
  usesEstimate: bool;
  /** Rank of S1. */
  rank: i32;
  /** Rank of S; no sub-block has a higher one. */
  weightRank: i32;
}

/** Runs every test of `options` and that of the nonlinear conditions; fills `fit.diffHansen`. */
export function differenceTests(full: FullModel, options: DpdOptions, fit: DpdFit): Status {
  const model = full.model;
  const out = fit.diffHansen;
  if (full.usesEstimate) {
    const whitened = alloc(doubles(model.n));
    if (exhausted()) return Status.OutOfMemory;
    whiten(full.whitener, 1, full.total, whitened);
    full.j = full.scale * ddot(full.whitener.rows, whitened, whitened);
  }
  const status = nonlinearTest(full, fit.nonlinearHansen);
  if (status == Status.OutOfMemory) return status;
  for (let test = 0; test < options.ntests; ++test) {
    const scope = mark();
    const row = addressOf(out, 4 * test);
    for (let i = 0; i < 4; ++i) set(row, i, NaN);
    const keep = alloc(integers(model.n));
    if (exhausted()) return Status.OutOfMemory;
    const mask = options.tests + usize(test * model.design.nspecs * 2);
    const kept = keepColumns(model, mask, keep);
    const status = differenceTest(full, keep, kept, row);
    release(scope);
    if (status == Status.OutOfMemory) return status;
  }
  return Status.Ok;
}

/**
 * Lists the instruments that a test keeps, in increasing order. A test that leaves out either part of a column of both
 * equations leaves out the column.
 */
export function keepColumns(model: Model, mask: usize, keep: usize): i32 {
  const linear = model.plan.ninstruments;
  for (let j = 0; j < model.n; ++j) setInt(keep, j, i32(j >= linear));
  for (let id = 0; id < model.plan.npotential; ++id) {
    const description = model.plan.description + integers(RowWidth.InstrumentColumn * id);
    const column = getInt(description, 5);
    if (column < 0) continue;
    const spec = getInt(description, 0);
    const equation = getInt(description, 1);
    const withoutDiff = load<u8>(mask + usize(2 * spec)) != 0 && (equation & TRANSFORMED) != 0;
    const withoutLevel =
      load<u8>(mask + usize(2 * spec + 1)) != 0 && (equation & EquationBit.Level) != 0;
    if (!withoutDiff && !withoutLevel) setInt(keep, column, 1);
  }
  let kept = 0;
  for (let j = 0; j < model.n; ++j) if (getInt(keep, j)) setInt(keep, kept++, j);
  return kept;
}

/** Tests the nonlinear conditions by leaving them out; NaN if there are none. */
function nonlinearTest(full: FullModel, out: usize): Status {
  for (let i = 0; i < 4; ++i) set(out, i, NaN);
  if (full.model.nonlinear == 0 || full.scale != 1) return Status.Ok;
  const scope = mark();
  const linear = full.model.plan.ninstruments;
  const keep = alloc(integers(linear));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < linear; ++j) setInt(keep, j, j);
  const status = differenceTest(full, keep, linear, out);
  release(scope);
  return status;
}

function differenceTest(full: FullModel, keep: usize, kept: i32, out: usize): Status {
  const model = full.model;
  const k = model.k;
  if (kept < k) return untested(out, kept, model.n - kept);
  const sub = allocZeroed(doubles(triangleSize(kept)));
  const moments = allocZeroed(doubles(rectangleSize(padded(kept), k + 1)));
  const solution = alloc(doubles(k + 1));
  const step = openPanelStep(k, kept);
  if (exhausted()) return Status.OutOfMemory;
  const whitener = step.whitener;
  whitener.checksPivots = false;
  let linear = kept;
  while (linear > 0 && getInt(keep, linear - 1) >= model.plan.ninstruments) --linear;
  let baseRank = linear;
  // A principal block of a matrix of full rank has full rank: its pivots are no smaller.
  if (full.rank < model.plan.ninstruments) {
    subTriangle(kept, keep, full.oneStep, sub);
    const status = factorize(whitener, sub);
    if (status != Status.Ok) return status;
    baseRank = whitener.rank;
  }
  // S1 leaves out nonlinear conditions; each adds one to the rank.
  const subRank = baseRank + kept - linear;
  const rank = full.rank + model.n - model.plan.ninstruments;
  if (baseRank < k || subRank == rank) return untested(out, subRank, rank - subRank);
  subTriangle(kept, keep, full.weight, sub);
  shareLeading(full.whitener, keep, kept, whitener);
  whitener.maxRank = min(kept, full.weightRank);
  for (let j = 0; j <= k; ++j) {
    const from = j < k ? entry(model.moments, model.n, 0, j) : full.total;
    for (let i = 0; i < kept; ++i) {
      store<f64>(rectangleEntry(moments, padded(kept), i, j), get(from, getInt(keep, i)));
    }
  }
  const status = solvePanels(step, sub, moments, solution) & ~ReplicateStatus.Singular;
  if (status != Status.Ok) return status;
  const j = full.scale * (step.careful ? get(solution, k) : residualSquares(step, solution));
  if (exhausted()) return Status.OutOfMemory;
  set(out, 0, j);
  set(out, 1, f64(subRank - k));
  set(out, 2, full.j - j);
  set(out, 3, f64(rank - subRank));
  return Status.Ok;
}

/**
 * Returns |v - V d|^2 at the solution d. Rounding errors of d enter squared, so J keeps all its digits. The last pivot
 * of the factor of V'V would have a relative error of 1e-16 cond(V)^2.
 */
function residualSquares(step: PanelStep, solution: usize): f64 {
  const rows = padded(step.n);
  const width = panelCount(step.k + 1);
  const scope = mark();
  const contrast = allocZeroed(doubles(4 * width));
  const residuals = alloc(doubles(rows));
  if (exhausted()) return NaN;
  for (let j = 0; j < step.k; ++j) set(contrast, j, -get(solution, j));
  set(contrast, step.k, 1);
  multiplyVector(rows, width, step.whitened, contrast, residuals);
  const squares = ddot(rows, residuals, residuals);
  release(scope);
  return squares;
}

/** If the first columns are kept, copies the leading panels of the full model's factor to a whitener. */
function shareLeading(full: Whitener, keep: usize, kept: i32, whitener: Whitener): void {
  let leading = 0;
  while (leading < kept && getInt(keep, leading) == leading) ++leading;
  if (!full.singular) shareFactor(whitener, full, leading >> 2);
}

/** Records that the test does not exist: the two ranks say why, and J and the difference are NaN. */
function untested(out: usize, left: i32, leftOut: i32): Status {
  set(out, 1, f64(left));
  set(out, 3, f64(leftOut));
  return Status.UnderIdentified;
}

/** out := the rows and columns `keep` (increasing) of a triangle in panels. */
export function subTriangle(n: i32, keep: usize, s: usize, out: usize): void {
  for (let j = 0; j < n; ++j) {
    const from = triangleEntry(s, 0, getInt(keep, j));
    let to = triangleEntry(out, 0, j);
    for (let i = 0; i <= j; ++i) {
      store<f64>(to, load<f64>(from + (usize(getInt(keep, i)) << 5)));
      to += 32;
    }
  }
}
