/**
 * The passes over the units that a fit makes. The first loads each unit and fills its moment block; the
 * others read the blocks.
 */
import { alloc, exhausted } from '../../memory/arena';
import { doubles, get, getInt } from '../../memory/layout';
import { DpdDesign } from '../../memory/records';
import { dscal } from '../../blas/level1';
import { Gram, addRow, foldRows, openGram } from '../../moments/gram';
import { addBlock, addDerivative, momentsAt } from '../../moments/moment-block';
import {
  RowTriangle,
  addToTriangle,
  foldTriangle,
  openRowTriangle,
} from '../../moments/row-triangle';
import { LEVELS_ONLY } from '../../panel/transforms';
import { LEVELS, PRIMARY, rowWidth, stackRow, stackRows } from '../../panel/unit';
import { Model, clear, enter } from './model';
import { OneStep, addOneStepRows, foldOneStep } from './one-step';
import { UnitMoments, fillUnit, unitMoments } from './unit-moments';


@unmanaged
export class RowSums {
  /** X'X, X'y, y'y over both equations. */
  crossProduct: Gram;
  /** The triangle of the rows that sigma2 rests on. */
  residual: RowTriangle;
}

export function openRowSums(design: DpdDesign): RowSums {
  const sums = changetype<RowSums>(alloc(offsetof<RowSums>()));
  if (exhausted()) return sums;
  sums.crossProduct = changetype<Gram>(alloc(offsetof<Gram>()));
  sums.residual = changetype<RowTriangle>(alloc(offsetof<RowTriangle>()));
  if (exhausted()) return sums;
  openGram(sums.crossProduct, rowWidth(design));
  openRowTriangle(sums.residual, rowWidth(design));
  return sums;
}

/** Pass 1: the blocks, Z'X and Z'y, the sums over rows, and S1 = sum Z_i'H Z_i (a triangle in panels). */
export function momentsPass(units: UnitMoments, sums: RowSums, oneStep: OneStep, s1: usize): void {
  const model = units.model;
  for (let u = 0; u < model.nentering; ++u) {
    enter(model, getInt(model.entering, u));
    addBlock(model.k, model.n, fillUnit(units, u), model.moments);
    addRows(model, sums);
    addOneStepRows(oneStep, model.unit, s1);
  }
  foldRows(sums.crossProduct);
  foldTriangle(sums.residual);
  foldOneStep(oneStep, s1);
}

/** The two-step matrix S2 = sum g_i g_i' at `params`. */
export function covariancePass(units: UnitMoments, params: usize, twoStep: Gram): void {
  const model = units.model;
  for (let u = 0; u < model.nentering; ++u) {
    momentsAt(model.k, model.n, unitMoments(units, u), params, model.row);
    addRow(twoStep, model.row);
  }
  foldRows(twoStep);
}

/** Windmeijer's B = sum_i (s_i Q_i + g_i a'Q_i), K columns of padded(L), at one-step `params`. */
export function derivativePass(
  units: UnitMoments,
  params: usize,
  weighted: usize,
  derivative: usize,
): void {
  const k = units.model.k;
  const n = units.model.n;
  const g = units.model.row;
  for (let u = 0; u < units.model.nentering; ++u) {
    const block = unitMoments(units, u);
    momentsAt(k, n, block, params, g);
    addDerivative(k, n, block, 1, weighted, g, derivative);
  }
}

function addRows(model: Model, sums: RowSums): void {
  const design = model.design;
  const level = levelVariance(design);
  for (let r = 0; r < stackRows(design); ++r) {
    if (!getInt(model.unit.used, r)) continue;
    const row = stackRow(design, model.unit, r);
    addRow(sums.crossProduct, row);
    const block = r / design.nperiods;
    if (block == (level ? LEVELS : PRIMARY)) addResidualRow(model, sums, r, row);
  }
}

/** sigma2 rests on e^2 / w, e the weighted residual. */
function addResidualRow(model: Model, sums: RowSums, r: i32, row: usize): void {
  if (model.design.weights != 0)
    dscal(rowWidth(model.design), 1 / sqrt<f64>(get(model.unit.weight, r)), row);
  addToTriangle(sums.residual, row);
}

/** g := Z_i'e for a vector over the stacked rows of the loaded unit. */
export function projectRows(model: Model, e: usize, g: usize): void {
  const unit = model.unit;
  clear(model.n, g);
  for (let r = 0; r < stackRows(model.design); ++r) {
    const factor = load<f64>(e + doubles(r));
    if (factor == 0) continue;
    const end = getInt(unit.start, r + 1);
    for (let at = getInt(unit.start, r); at < end; ++at) {
      const to = g + doubles(getInt(unit.column, at));
      store<f64>(to, load<f64>(to) + factor * load<f64>(unit.value + doubles(at)));
    }
  }
}

/** xtabond2 takes sigma2 from the level rows of a system with h = 1, else from the transformed rows. */
export function levelVariance(design: DpdDesign): bool {
  return design.system != 0 && (design.h == 1 || design.transform == LEVELS_ONLY);
}
