/** Writes the instruments of the loaded unit, row by row and sparse, in the columns of the plan. */
import { doubles, get, getInt, set, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/dpd-records';
import { GMM_STYLE, InstrumentPlan, ORDINARY, partOf, specField } from './instrument-plan';
import { FIRST_DIFFERENCES, loadColumn, loadUntransformed, transformOf } from './transforms';
import { LEVELS, Unit, loadGrid, stackRows } from './unit';

/**
 * Writes the instrument rows of the loaded unit; what is zero or missing has no entry. Entries of a row
 * are in the order of the specs.
 */
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
      const part = partOf(plan, spec, block == LEVELS ? 1 : 0);
      const values = plan.values + doubles(rows * spec);
      if (specField(design, spec, 0) == GMM_STYLE) {
        entries = writeGmmStyle(design, plan, unit, spec, part, t, entries);
      } else entries = writeEntry(plan, unit, entries, getInt(part, 0), get(values, r));
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
  part: usize,
  t: i32,
  entries: i32,
): i32 {
  const grid = plan.values + doubles(stackRows(design) * spec);
  const lags = getInt(part, 2);
  const latest = t - getInt(part, 1);
  const run = getInt(part, 0) + (specField(design, spec, 4) ? 0 : t * lags);
  // A level row takes a difference, which needs one period more.
  const difference = part == partOf(plan, spec, 1) && specField(design, spec, 6) == 0;
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
