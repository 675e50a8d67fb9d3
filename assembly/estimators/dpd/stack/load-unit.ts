/** Fills a `Unit` from the compact rows of the design: grid, sample, stacked rows, instruments. */
import { EquationBit } from '../../../codes';
import { doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { dscal } from '../../../blas/level1';
import { projectInstruments } from './components';
import { InstrumentPlan } from './instrument-plan';
import { writeInstruments } from './instrument-rows';
import { recallUnit } from './kept-units';
import { loadColumn, markTransformed } from './transforms';
import { LEVELS, Unit, markedRows, rowStride, rowWidth, stackRow, stackRows } from './unit';

/** Loads unit `i` of the design into `unit`: grid, sample, stacked rows and instruments. */
export function loadUnit(design: DpdDesign, plan: InstrumentPlan, unit: Unit, i: i32): void {
  if (!recallUnit(design, plan, unit, i)) {
    loadRows(design, unit, i);
    writeInstruments(design, plan, unit);
    loadData(design, unit);
  }
  if (plan.components != 0) projectInstruments(design, plan, unit);
}

/** Loads which rows unit `i` has in the stack, and their weights. */
export function loadRows(design: DpdDesign, unit: Unit, i: i32): void {
  placeRows(design, unit, i);
  markTransformed(design, unit);
  if (design.weights != 0) loadWeights(design, unit);
}

/** Loads regressors and outcome in the rows of the stack. */
export function loadData(design: DpdDesign, unit: Unit): void {
  const stride = rowStride(design);
  memory.fill(unit.data, 0, doubles(stackRows(design) * stride));
  for (let j = 1; j <= design.nregressors; ++j) {
    loadColumn(design, unit, j, unit.data + doubles(j - 1), stride);
  }
  loadColumn(design, unit, 0, unit.data + doubles(rowWidth(design) - 1), stride);
  if (design.constant) {
    const first = LEVELS * design.nperiods;
    for (let r = first; r < first + design.nperiods; ++r) {
      if (getInt(unit.used, r)) set(stackRow(design, unit, r), design.nregressors, 1);
    }
  }
  if (design.weights != 0) weighRows(design, unit);
}

/** Sets the grid positions of the unit's rows, and which are complete in each equation. */
function placeRows(design: DpdDesign, unit: Unit, i: i32): void {
  const rows = unit.row;
  const whole = unit.whole;
  const levels = unit.used + integers(design.nperiods);
  // With every bit set an i32 is -1; the marks of rows come after `whole` (`placeUnit`).
  memory.fill(rows, 0xff, whole - rows);
  memory.fill(whole, 0, unit.used - whole + integers(markedRows(design)));
  let nlevel = 0;
  const end = getInt(design.unitStart, i + 1);
  for (let row = getInt(design.unitStart, i); row < end; ++row) {
    const t = getInt(design.period, row);
    const complete = i32(load<u8>(design.complete + usize(row)));
    setInt(rows, t, row);
    setInt(whole, t, i32((complete & EquationBit.Transformed) != 0));
    setInt(levels, t, i32((complete & EquationBit.Level) != 0));
    nlevel += i32((complete & EquationBit.Level) != 0);
  }
  unit.nlevel = nlevel;
}

/**
 * Gives every row of the stack the weight of its period. A deviation has the weight of the period in which it is
 * stored, or of the latest earlier period with a weight.
 */
function loadWeights(design: DpdDesign, unit: Unit): void {
  const nrows = stackRows(design);
  for (let r = 0; r < nrows; ++r) {
    const used = getInt(unit.used, r) != 0;
    set(unit.weight, r, used ? rowWeight(design, unit, r % design.nperiods) : 1);
  }
}

function rowWeight(design: DpdDesign, unit: Unit, t: i32): f64 {
  for (let s = t; s >= 0; --s) {
    const row = getInt(unit.row, s);
    const weight = row < 0 ? NaN : get(design.weights, row);
    if (weight > 0) return unit.scale * weight;
  }
  return 0;
}

function weighRows(design: DpdDesign, unit: Unit): void {
  const nrows = stackRows(design);
  for (let r = 0; r < nrows; ++r) {
    if (getInt(unit.used, r)) {
      dscal(rowWidth(design), get(unit.weight, r), stackRow(design, unit, r));
    }
  }
}
