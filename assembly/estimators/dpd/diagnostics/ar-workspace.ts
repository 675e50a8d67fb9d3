/**
 * What tests of serial correlation need where variances rest on sigma2 H: the lagged residuals carried back
 * to levels, and spread over the rows of an equation by its transformation. With weights the errors of a
 * row have variance sigma2 / w; what remains of a weighted product is the square root of w.
 */
import { Transform } from '../../../codes';
import { at, doubles, get, getInt, set, clear } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { deviationWeight, transformOf } from '../stack/transforms';
import { LEVELS, OTHER, PRIMARY, stackRows } from '../stack/unit';
import { Model } from '../model/model';


@unmanaged
export class ArWorkspace {
  /** i32 and f64, T: whether a differenced row exists, and its residual. */
  exists: usize;
  w: usize;
  /** i32 and f64, T: the period it is taken from, and its weight. */
  from: usize;
  weight: usize;
  /** f64, T x K row by row: differenced regressors. */
  dx: usize;
  /** f64, T: w(-m), 0 where there is no pair, and its product with w; f64, the rows of the stack. */
  lagged: usize;
  product: f64;
  spread: usize;
  /** f64, panels of the entering units x orders: r_i, as often as the unit was drawn. */
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

/** spread := M D'w(-m) over the transformed rows, or D'w(-m) over levels alone; returns |D'w(-m)|^2. */
export function spreadLag(model: Model, space: ArWorkspace): f64 {
  const design = model.design;
  const periods = design.nperiods;
  clear(stackRows(design), space.spread);
  if (design.weights != 0) halveWeights(model, space);
  const levels = design.transform == Transform.LevelsOnly;
  if (design.h == 1 && !levels) {
    memory.copy(space.spread, space.lagged, doubles(periods));
    if (design.weights != 0) weighSpread(model, space);
    return ddot(periods, space.lagged, space.lagged);
  }
  // D'w(-m), in place of w(-m) and from the first period on, as a difference reaches back only.
  for (let t = 0; t < periods; ++t) {
    if (!getInt(space.exists, t)) continue;
    const from = getInt(space.from, t);
    set(space.lagged, from, get(space.lagged, from) - get(space.lagged, t));
  }
  const squares = ddot(periods, space.lagged, space.lagged);
  if (levels) memory.copy(at(space.spread, LEVELS * periods), space.lagged, doubles(periods));
  else transformLag(model, space, PRIMARY);
  if (design.weights != 0) weighSpread(model, space);
  return squares;
}

/** Errors of variance sigma2 / w leave a weighted pair the square root of its weight. */
function halveWeights(model: Model, space: ArWorkspace): void {
  for (let t = 0; t < model.design.nperiods; ++t) {
    const lag = get(space.lagged, t);
    if (lag != 0) set(space.lagged, t, lag / sqrt<f64>(get(space.weight, t)));
  }
}

/** The instruments of a row carry the square root of its weight, as in S1. */
function weighSpread(model: Model, space: ArWorkspace): void {
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    set(space.spread, r, sqrt<f64>(get(model.unit.weight, r)) * get(space.spread, r));
  }
}

/** The transformation of a block; rows that the unit does not have carry no instruments. */
function transformLag(model: Model, space: ArWorkspace, block: i32): void {
  const out = at(space.spread, block * model.design.nperiods);
  if (transformOf(model.design, block) == Transform.ForwardDeviations) deviate(model, space, out);
  else differenceAgain(model, space, out);
}

/** Differences as the unit takes them. */
function differenceAgain(model: Model, space: ArWorkspace, out: usize): void {
  for (let t = 1; t < model.design.nperiods; ++t) {
    const from = getInt(model.unit.previous, t);
    if (from >= 0) set(out, t, get(space.lagged, t) - get(space.lagged, from));
  }
}

function deviate(model: Model, space: ArWorkspace, out: usize): void {
  const periods = model.design.nperiods;
  for (let r = 1; r < periods; ++r) {
    let sum: f64 = 0;
    for (let s = r - 1; s < periods; ++s) {
      sum += deviationWeight(periods, r, s) * get(space.lagged, s);
    }
    set(out, r, sum);
  }
}

/**
 * The same for level residuals, whose H is the identity: spread := w(-m) over the level rows and, with
 * h = 3, M w(-m) over the transformed rows.
 */
export function spreadLevels(model: Model, space: ArWorkspace): f64 {
  const design = model.design;
  const periods = design.nperiods;
  clear(stackRows(design), space.spread);
  if (design.weights != 0) halveWeights(model, space);
  memory.copy(at(space.spread, LEVELS * periods), space.lagged, doubles(periods));
  if (design.h == 3) {
    if (design.transform != Transform.LevelsOnly) transformLag(model, space, PRIMARY);
    if (design.mixed) transformLag(model, space, OTHER);
  }
  if (design.weights != 0) weighSpread(model, space);
  return ddot(periods, space.lagged, space.lagged);
}

/** Doubles of the sums of one order: numerator, pairs, units, first variance term. */
export const SUMS: i32 = 4;
