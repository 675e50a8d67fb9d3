/**
 * Workspace of the tests of serial correlation. If variances use sigma2 H, it maps lagged residuals back to levels and
 * on to the rows of an equation by its transformation. With weights the error of a row has variance sigma2 / w, so a
 * weighted product keeps a factor sqrt(w).
 */
import { Transform } from '../../../codes';
import { addressOf, doubles, get, getInt, set, clear } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { deviationWeight, transformOf } from '../stack/transforms';
import { LEVELS, OTHER, PRIMARY, stackRows } from '../stack/unit';
import { Model } from '../model/model';


@unmanaged
export class ArWorkspace {
  /** i32 and f64, T: 1 if a differenced row exists, and its residual. */
  exists: usize;
  w: usize;
  /** i32 and f64, T: the period at which the difference starts, and its weight. */
  from: usize;
  weight: usize;
  /** f64, T x K row by row: differenced regressors. */
  dx: usize;
  /** f64, T: w(-m), 0 if there is no pair, and its product with w; f64, the rows of the stack. */
  lagged: usize;
  product: f64;
  weights: usize;
  /** f64, panels of the entering units x orders: r_i times the number of draws of the unit. */
  products: usize;
  /** f64, padded(L): moments of a unit. */
  g: usize;
  /** f64, orders x K and orders x padded(L): q and sum Z_i'(...). */
  q: usize;
  h: usize;
  /** f64, K. */
  work: usize;
  /** i32, orders x 2. */
  periods: usize;
}

/** weights := M D'w(-m) over the transformed rows, or D'w(-m) over levels only; returns |D'w(-m)|^2. */
export function weighLag(model: Model, workspace: ArWorkspace): f64 {
  const design = model.design;
  const periods = design.nperiods;
  clear(stackRows(design), workspace.weights);
  if (design.weights != 0) halveWeights(model, workspace);
  const levels = design.transform == Transform.LevelsOnly;
  if (design.h == 1 && !levels) {
    memory.copy(workspace.weights, workspace.lagged, doubles(periods));
    if (design.weights != 0) applyRowWeights(model, workspace);
    return ddot(periods, workspace.lagged, workspace.lagged);
  }
  // Overwrites w(-m) by D'w(-m), from the first period on, because a difference only reaches back.
  for (let t = 0; t < periods; ++t) {
    if (!getInt(workspace.exists, t)) continue;
    const from = getInt(workspace.from, t);
    set(workspace.lagged, from, get(workspace.lagged, from) - get(workspace.lagged, t));
  }
  const squares = ddot(periods, workspace.lagged, workspace.lagged);
  if (levels)
    memory.copy(addressOf(workspace.weights, LEVELS * periods), workspace.lagged, doubles(periods));
  else transformLag(model, workspace, PRIMARY);
  if (design.weights != 0) applyRowWeights(model, workspace);
  return squares;
}

/** With errors of variance sigma2 / w, a weighted pair keeps the square root of its weight. */
function halveWeights(model: Model, workspace: ArWorkspace): void {
  for (let t = 0; t < model.design.nperiods; ++t) {
    const lag = get(workspace.lagged, t);
    if (lag != 0) set(workspace.lagged, t, lag / sqrt<f64>(get(workspace.weight, t)));
  }
}

/** Multiplies by the square roots of the row weights, as the instruments in S1. */
function applyRowWeights(model: Model, workspace: ArWorkspace): void {
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    set(workspace.weights, r, sqrt<f64>(get(model.unit.weight, r)) * get(workspace.weights, r));
  }
}

/** Applies the transformation of a block; rows that the unit does not have are left out. */
function transformLag(model: Model, workspace: ArWorkspace, block: i32): void {
  const out = addressOf(workspace.weights, block * model.design.nperiods);
  if (transformOf(model.design, block) == Transform.ForwardDeviations)
    deviate(model, workspace, out);
  else differenceAgain(model, workspace, out);
}

/** Takes differences at the same starting periods as the unit's rows. */
function differenceAgain(model: Model, workspace: ArWorkspace, out: usize): void {
  for (let t = 1; t < model.design.nperiods; ++t) {
    const from = getInt(model.unit.previous, t);
    if (from >= 0) set(out, t, get(workspace.lagged, t) - get(workspace.lagged, from));
  }
}

function deviate(model: Model, workspace: ArWorkspace, out: usize): void {
  const periods = model.design.nperiods;
  for (let r = 1; r < periods; ++r) {
    let sum: f64 = 0;
    for (let s = r - 1; s < periods; ++s) {
      sum += deviationWeight(periods, r, s) * get(workspace.lagged, s);
    }
    set(out, r, sum);
  }
}

/**
 * The same for level residuals, whose H is the identity: weights := w(-m) over the level rows and, with h = 3, M w(-m)
 * over the transformed rows.
 */
export function weighLevelLag(model: Model, workspace: ArWorkspace): f64 {
  const design = model.design;
  const periods = design.nperiods;
  clear(stackRows(design), workspace.weights);
  if (design.weights != 0) halveWeights(model, workspace);
  memory.copy(addressOf(workspace.weights, LEVELS * periods), workspace.lagged, doubles(periods));
  if (design.h == 3) {
    if (design.transform != Transform.LevelsOnly) transformLag(model, workspace, PRIMARY);
    if (design.mixed) transformLag(model, workspace, OTHER);
  }
  if (design.weights != 0) applyRowWeights(model, workspace);
  return ddot(periods, workspace.lagged, workspace.lagged);
}

/** Doubles of the sums of one order: numerator, pairs, units, first variance term. */
export const SUMS: i32 = 4;
