/**
 * The passes over the units that a fit makes. Each loads the units one by one and adds to sums; none
 * keeps anything per unit, so memory does not grow with their number.
 */
import { doubles, entry, get, getInt, set } from '../../memory/layout';
import { DpdDesign } from '../../memory/records';
import { Gram, addRow, foldRows } from '../../moments/gram';
import { padded } from '../../blas/panels';
import { FIRST_DIFFERENCES, transformWeight } from '../../panel/transforms';
import { stackRow, stackRows } from '../../panel/unit';
import { Model, clear, enter, fitted } from './model';

/** Pass 1: Z'X, Z'y, X'X and the rows of the one-step matrix S1 = sum Z_i'H Z_i. */
export function momentsPass(model: Model, oneStep: Gram): void {
  for (let i = 0; i < model.design.nunits; ++i) {
    if (!enter(model, i)) continue;
    addCrossProducts(model);
    addOneStepRows(model, oneStep);
  }
  foldRows(oneStep);
}

/**
 * Pass 2: residuals at `params`, the moments g_i = Z_i'e_i into the two-step matrix, and the sum of
 * squares that sigma2 rests on, which is returned. `total` (L doubles) receives sum g_i. The
 * final pass, at the reported estimate, needs no matrix.
 */
export function residualsPass(
  model: Model,
  params: usize,
  twoStep: Gram | null,
  total: usize,
): f64 {
  let squares: f64 = 0;
  clear(model.n, total);
  for (let i = 0; i < model.design.nunits; ++i) {
    if (!enter(model, i)) continue;
    squares += computeResiduals(model, params);
    computeMoments(model, model.residuals, model.row);
    for (let j = 0; j < model.n; ++j) set(total, j, get(total, j) + get(model.row, j));
    if (twoStep) addRow(twoStep, model.row);
  }
  if (twoStep) foldRows(twoStep);
  clear(model.n, model.row);
  return squares;
}

/** Pass 3: Windmeijer's B = sum_i (s_i Q_i + g_i a'Q_i), L x K, from one-step residuals and a. */
export function derivativePass(
  model: Model,
  params: usize,
  weighted: usize,
  projected: usize,
  derivative: usize,
): void {
  const k = model.k;
  const unit = model.unit;
  const rows = stackRows(model.design);
  clear(model.n * k, derivative);
  for (let i = 0; i < model.design.nunits; ++i) {
    if (!enter(model, i)) continue;
    computeResiduals(model, params);
    let s: f64 = 0; // g_i'a
    clear(k, projected); // a'Q_i
    for (let r = 0; r < rows; ++r) {
      const za = instrumentDot(model, r, weighted);
      s += get(model.residuals, r) * za;
      const data = stackRow(model.design, unit, r);
      for (let j = 0; j < k; ++j) set(projected, j, get(projected, j) + za * get(data, j));
    }
    for (let r = 0; r < rows; ++r) {
      const data = stackRow(model.design, unit, r);
      const e = get(model.residuals, r);
      const end = getInt(unit.start, r + 1);
      for (let at = getInt(unit.start, r); at < end; ++at) {
        const column = getInt(unit.column, at);
        const value = get(unit.value, at);
        for (let j = 0; j < k; ++j) {
          const to = entry(derivative, model.n, column, j);
          const term = value * (s * get(data, j) + e * get(projected, j));
          store<f64>(to, load<f64>(to) + term);
        }
      }
    }
  }
}

/** Residuals of the loaded unit; returns the sum of squares of those that sigma2 rests on. */
export function computeResiduals(model: Model, params: usize): f64 {
  const k = model.k;
  let squares: f64 = 0;
  for (let r = 0; r < stackRows(model.design); ++r) {
    const data = stackRow(model.design, model.unit, r);
    const e = get(data, k) - fitted(k, data, params);
    set(model.residuals, r, e);
    if (r < model.design.nperiods != levelVariance(model.design)) squares += e * e;
  }
  return squares;
}

/** g := Z_i'e for a vector over the stacked rows. */
export function computeMoments(model: Model, e: usize, g: usize): void {
  clear(padded(model.n), g);
  for (let r = 0; r < stackRows(model.design); ++r) {
    if (get(e, r) != 0) addInstrumentRow(model, r, get(e, r), g);
  }
}

/** out += factor * (instrument row r). */
export function addInstrumentRow(model: Model, r: i32, factor: f64, out: usize): void {
  const unit = model.unit;
  const end = getInt(unit.start, r + 1);
  for (let at = getInt(unit.start, r); at < end; ++at) {
    const to = out + doubles(getInt(unit.column, at));
    store<f64>(to, load<f64>(to) + factor * get(unit.value, at));
  }
}

/** xtabond2 takes sigma2 from the level rows of a system with h = 1, else from the transformed rows. */
export function levelVariance(design: DpdDesign): bool {
  return design.system != 0 && design.h == 1;
}

function instrumentDot(model: Model, r: i32, x: usize): f64 {
  const unit = model.unit;
  const end = getInt(unit.start, r + 1);
  let sum: f64 = 0;
  for (let at = getInt(unit.start, r); at < end; ++at) {
    sum += get(unit.value, at) * get(x, getInt(unit.column, at));
  }
  return sum;
}

function addCrossProducts(model: Model): void {
  const unit = model.unit;
  const width = model.k + 1;
  for (let r = 0; r < stackRows(model.design); ++r) {
    if (!getInt(unit.used, r)) continue;
    const data = stackRow(model.design, unit, r);
    for (let j = 0; j < width; ++j) {
      addInstrumentRow(model, r, get(data, j), entry(model.moments, model.n, 0, j));
      for (let i = 0; i < width; ++i) {
        const to = entry(model.crossProduct, width, i, j);
        store<f64>(to, load<f64>(to) + get(data, i) * get(data, j));
      }
    }
  }
}

/**
 * Rows of F'Z_i with H = F F', so that S1 is a sum of outer products:
 *
 *   h = 3   F = [M; I]          one row a period: M(:,s)'Z_diff + Z_level(s)
 *   h = 2   F = diag(M, I)      the two parts as rows of their own
 *   h = 1   F = I               the rows of Z_i
 *
 * Without a level equation h = 2 and h = 3 are H = M M'. For forward deviations M M' = I.
 */
export function addOneStepRows(model: Model, gram: Gram): void {
  const design = model.design;
  const periods = design.nperiods;
  for (let s = 0; s < periods; ++s) {
    const filled = addTransformed(model, s);
    const level = design.system != 0 && getInt(model.unit.used, periods + s) != 0;
    if (level && design.h == 3) {
      addInstrumentRow(model, periods + s, 1, model.row);
      flushRow(model, gram);
      continue;
    }
    if (filled) flushRow(model, gram);
    if (level) {
      addInstrumentRow(model, periods + s, 1, model.row);
      flushRow(model, gram);
    }
  }
}

/** row += M(:,s)'Z_diff, or the s-th row of Z_diff where H is the identity there. */
function addTransformed(model: Model, s: i32): bool {
  const design = model.design;
  const used = model.unit.used;
  const differences = design.transform == FIRST_DIFFERENCES;
  const identity = design.h == 1 || (!differences && !(design.system != 0 && design.h == 3));
  if (identity) {
    if (!getInt(used, s)) return false;
    addInstrumentRow(model, s, 1, model.row);
    return true;
  }
  let filled = false;
  const last = min(s + 1, design.nperiods - 1);
  for (let r = differences ? s : 1; r <= last; ++r) {
    if (!getInt(used, r)) continue;
    addInstrumentRow(model, r, transformWeight(design, r, s), model.row);
    filled = true;
  }
  return filled;
}

function flushRow(model: Model, gram: Gram): void {
  addRow(gram, model.row);
  clear(model.n, model.row);
}
