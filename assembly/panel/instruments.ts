/** Writes the instruments of the loaded unit, row by row and sparse, in the columns of the plan. */
import { doubles, get, getInt, set, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/records';
import {
  GMM_STYLE,
  InstrumentPlan,
  LEVEL,
  ORDINARY,
  firstLag,
  isOrdinary,
  lagCount,
  specField,
} from './instrument-plan';
import { FIRST_DIFFERENCES, loadColumn, loadUntransformed, transformOf } from './transforms';
import { LEVELS, Unit, loadGrid, stackRows } from './unit';

/** Writes the instrument rows of the loaded unit; what is zero or missing has no entry. */
export function writeInstruments(design: DpdDesign, plan: InstrumentPlan, unit: Unit): void {
  const periods = design.nperiods;
  const rows = stackRows(design);
  loadValues(design, plan, unit);
  let entries = 0;
  for (let r = 0; r < rows; ++r) {
    setInt(unit.start, r, entries);
    const block = r / periods;
    if (!getInt(unit.used, r) || (block == LEVELS && !design.system)) continue;
    const equation = 1 << block;
    const t = dating(design, unit, block, r - block * periods);
    for (let spec = 0; spec < design.nspecs; ++spec) {
      if (!(specField(design, spec, 5) & equation)) continue;
      if (specField(design, spec, 0) != GMM_STYLE) continue;
      entries = writeGmmStyle(design, plan, unit, spec, equation, t, entries);
    }
    for (let spec = 0; spec < design.nspecs; ++spec) {
      if (!(specField(design, spec, 5) & equation) || !isOrdinary(design, spec)) continue;
      const id = getInt(plan.first, 2 * spec + (equation == LEVEL ? 1 : 0));
      entries = writeEntry(plan, unit, entries, id, get(plan.values, rows * spec + r));
    }
  }
  setInt(unit.start, rows, entries);
}

/**
 * The period that a row's lags count from: its own. A difference across a gap counts from the period
 * after the row that is subtracted, or a lag could be as late as that row (gretl's choice).
 */
function dating(design: DpdDesign, unit: Unit, block: i32, t: i32): i32 {
  if (block == LEVELS || transformOf(design, block) != FIRST_DIFFERENCES) return t;
  return getInt(unit.previous, t) + 1;
}

/** Entries of one GMM-style spec in one row. */
function writeGmmStyle(
  design: DpdDesign,
  plan: InstrumentPlan,
  unit: Unit,
  spec: i32,
  equation: i32,
  t: i32,
  entries: i32,
): i32 {
  const grid = plan.values + doubles(stackRows(design) * spec);
  const collapse = specField(design, spec, 4) != 0;
  const latest = t - firstLag(design, spec, equation);
  const lags = lagCount(design, spec, equation);
  const first = getInt(plan.first, 2 * spec + (equation == LEVEL ? 1 : 0));
  const run = first + (collapse ? 0 : t * lags);
  // A level row takes a difference, which needs one period more.
  const difference = equation == LEVEL && specField(design, spec, 6) == 0;
  const earliest = difference ? 1 : 0;
  const end = min(lags, latest - earliest + 1);
  for (let l = max(0, latest - design.nperiods + 1); l < end; ++l) {
    let value = get(grid, latest - l);
    if (difference) value -= get(grid, latest - l - 1);
    entries = writeEntry(plan, unit, entries, run + l, value);
  }
  return entries;
}

// @ts-ignore: decorator
@inline
function writeEntry(plan: InstrumentPlan, unit: Unit, entries: i32, id: i32, value: f64): i32 {
  if (!(abs(value) > 0)) return entries;
  setInt(unit.column, entries, getInt(plan.number, id));
  set(unit.value, entries, value);
  return entries + 1;
}

/** The variables of GMM-style specs on the grid, and every ordinary instrument in both equations. */
function loadValues(design: DpdDesign, plan: InstrumentPlan, unit: Unit): void {
  const rows = stackRows(design);
  for (let spec = 0; spec < design.nspecs; ++spec) {
    const out = plan.values + doubles(rows * spec);
    const kind = specField(design, spec, 0);
    const column = specField(design, spec, 1);
    if (kind == GMM_STYLE) loadGrid(design, unit, column, out);
    else if (kind != ORDINARY) for (let r = 0; r < rows; ++r) set(out, r, 1);
    else if (specField(design, spec, 6)) loadUntransformed(design, unit, column, out);
    else loadColumn(design, unit, column, out, 1);
  }
}
