/** The pass over the units that loads each of them; what comes after it reads their moment blocks. */
import { alloc, exhausted } from '../../memory/arena';
import { get, getInt } from '../../memory/layout';
import { DpdDesign } from '../../memory/dpd-records';
import { dscal } from '../../blas/level1';
import { addBlock } from '../../moments/moment-block';
import {
  RowTriangle,
  addToTriangle,
  foldTriangle,
  openRowTriangle,
} from '../../moments/row-triangle';
import { LEVELS_ONLY } from '../../panel/transforms';
import { LEVELS, PRIMARY, rowWidth, stackRow, stackRows } from '../../panel/unit';
import { Model, clear, enter } from './model';
import { Clusters, addToClusters } from './clusters';
import { OneStep, addOneStepRows, addScaledRow, foldOneStep } from './one-step';
import { fillUnit } from './unit-moments';


@unmanaged
export class RowSums {
  /** The triangle of the rows that sigma2 rests on, and that of the others. */
  residual: RowTriangle;
  others: RowTriangle;
}

export function openRowSums(design: DpdDesign): RowSums {
  const sums = changetype<RowSums>(alloc(offsetof<RowSums>()));
  if (exhausted()) return sums;
  sums.residual = changetype<RowTriangle>(alloc(offsetof<RowTriangle>()));
  sums.others = changetype<RowTriangle>(alloc(offsetof<RowTriangle>()));
  if (exhausted()) return sums;
  openRowTriangle(sums.residual, rowWidth(design));
  openRowTriangle(sums.others, rowWidth(design));
  return sums;
}

/** The blocks of units and clusters, Z'X and Z'y, the sums over rows, and S1 = sum Z_i'H Z_i (a triangle in panels). */
export function momentsPass(clusters: Clusters, sums: RowSums, oneStep: OneStep, s1: usize): void {
  const units = clusters.units;
  const model = units.model;
  for (let u = 0; u < model.nentering; ++u) {
    enter(model, getInt(model.entering, u));
    addBlock(model.k, model.n, fillUnit(units, u), model.moments);
    addToClusters(clusters);
    addRows(model, sums);
    addOneStepRows(oneStep, model.unit, s1);
  }
  foldTriangle(sums.residual);
  foldTriangle(sums.others);
  foldOneStep(oneStep, s1);
}

/** Adds the rows of the loaded unit; with weights it leaves them weighted by their roots. */
function addRows(model: Model, sums: RowSums): void {
  const design = model.design;
  const level = levelVariance(design);
  for (let r = 0; r < stackRows(design); ++r) {
    if (!getInt(model.unit.used, r)) continue;
    const row = stackRow(design, model.unit, r);
    const block = r / design.nperiods;
    if (block == (level ? LEVELS : PRIMARY)) addResidualRow(model, sums, r, row);
    else addToTriangle(sums.others, row);
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
  clear(model.n, g);
  for (let r = 0; r < stackRows(model.design); ++r) {
    const factor = get(e, r);
    if (factor != 0) addScaledRow(model.unit, r, factor, g);
  }
}

/** xtabond2 takes sigma2 from the level rows of a system with h = 1, else from the transformed rows. */
export function levelVariance(design: DpdDesign): bool {
  return design.system != 0 && (design.h == 1 || design.transform == LEVELS_ONLY);
}
