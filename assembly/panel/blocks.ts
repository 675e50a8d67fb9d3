/** Fills a `Unit` from the compact rows of the design: grid, sample, stacked rows, instruments. */
import { doubles, getInt, integers, set, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/records';
import { DIFF, InstrumentPlan, LEVEL, writeInstruments } from './instruments';
import { loadColumn, markTransformed } from './transforms';
import { Unit, rowStride, rowWidth, stackRow } from './unit';

/** Fills `unit` with unit `i` of the design: grid, sample, stacked rows and instruments. */
export function loadUnit(design: DpdDesign, plan: InstrumentPlan, unit: Unit, i: i32): void {
  loadInstruments(design, plan, unit, i);
  const stride = rowStride(design);
  memory.fill(unit.data, 0, doubles(2 * design.nperiods * stride));
  for (let j = 1; j <= design.nregressors; ++j) {
    loadColumn(design, unit, j, unit.data + doubles(j - 1), stride);
  }
  loadColumn(design, unit, 0, unit.data + doubles(rowWidth(design) - 1), stride);
  if (design.constant) {
    for (let t = design.nperiods; t < 2 * design.nperiods; ++t) {
      if (getInt(unit.used, t)) set(stackRow(design, unit, t), design.nregressors, 1);
    }
  }
}

/** The part of `loadUnit` that tells which rows and instruments there are: all but the stacked rows. */
export function loadInstruments(design: DpdDesign, plan: InstrumentPlan, unit: Unit, i: i32): void {
  placeRows(design, unit, i);
  markTransformed(design, unit);
  writeInstruments(design, plan, unit);
}

/** Grid positions of the unit's rows, and which are complete in each equation. */
function placeRows(design: DpdDesign, unit: Unit, i: i32): void {
  const periods = design.nperiods;
  for (let t = 0; t < periods; ++t) setInt(unit.row, t, -1);
  memory.fill(unit.whole, 0, integers(periods));
  memory.fill(unit.used, 0, integers(2 * periods));
  unit.nlevel = 0;
  const end = getInt(design.unitStart, i + 1);
  for (let row = getInt(design.unitStart, i); row < end; ++row) {
    const t = getInt(design.period, row);
    setInt(unit.row, t, row);
    const complete = i32(load<u8>(design.complete + usize(row)));
    setInt(unit.whole, t, complete & DIFF ? 1 : 0);
    if (complete & LEVEL) {
      setInt(unit.used, periods + t, 1);
      ++unit.nlevel;
    }
  }
}
