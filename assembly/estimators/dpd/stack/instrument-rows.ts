/** Writes the instruments of the loaded unit, row by row and sparse, in the columns of the plan. */
import { InstrumentKind, Transform } from '../../../codes';
import { addressOf, doubles, get, getInt, integers, set } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import {
  GRID_DIFFERENCES,
  InstrumentPart,
  InstrumentPlan,
  STACKED,
  partOf,
  specField,
} from './instrument-plan';
import { loadColumn, loadUntransformed, transformOf } from './transforms';
import { ENTRY, LEVELS, Unit, loadGrid, setFirstEntry, stackRows } from './unit';

/**
 * Writes the instrument rows of the loaded unit, without entries for zero or missing values. Entries of a row are in
 * the order of the specs.
 */
export function writeInstruments(design: DpdDesign, plan: InstrumentPlan, unit: Unit): void {
  const rows = stackRows(design);
  loadValues(design, plan, unit);
  let to = unit.entries;
  for (let block = 0, r = 0; r < rows; ++block) {
    const equation = 1 << block;
    for (let t = 0; t < design.nperiods; ++t, ++r) {
      setFirstEntry(unit, r, to);
      if (!getInt(unit.used, r)) continue;
      const dated = dating(design, unit, block, t);
      for (let spec = 0; spec < design.nspecs; ++spec) {
        const part = partOf(plan, spec, i32(block == LEVELS));
        if (!(part.equation & equation)) continue;
        if (part.source == STACKED) {
          to = writeEntry(plan.number + integers(part.first), get(part.values, r), to);
        } else to = writeGmmStyle(plan, part, design.nperiods, dated, to);
      }
    }
  }
  setFirstEntry(unit, rows, to);
}

/**
 * Returns the period from which a row's lags count: its own. A difference across a gap counts from the period after the
 * subtracted row; otherwise a lag could be as late as that row (gretl's choice).
 */
function dating(design: DpdDesign, unit: Unit, block: i32, t: i32): i32 {
  if (block == LEVELS || transformOf(design, block) != Transform.FirstDifferences) return t;
  return getInt(unit.previous, t) + 1;
}

/** Writes the entries of one GMM-style spec in one row, from `to` on; returns their end. */
// @ts-ignore: decorator
@inline
function writeGmmStyle(
  plan: InstrumentPlan,
  part: InstrumentPart,
  periods: i32,
  t: i32,
  to: usize,
): usize {
  const latest = t - part.lag;
  const first = max(0, latest - periods + 1);
  // A difference needs one more period.
  const differenced = part.source == GRID_DIFFERENCES;
  const last = min(part.lags - 1, differenced ? latest - 1 : latest);
  let from = addressOf(part.values, latest - first);
  let number = plan.number + integers(part.first + t * part.stride + first);
  for (let l = first; l <= last; ++l) {
    const value = differenced ? load<f64>(from) - load<f64>(from - 8) : load<f64>(from);
    to = writeEntry(number, value, to);
    from -= 8;
    number += 4;
  }
  return to;
}

/** Writes an entry in the column at `number`, unless its value is zero or missing. */
// @ts-ignore: decorator
@inline
function writeEntry(number: usize, value: f64, to: usize): usize {
  if (!(abs(value) > 0)) return to;
  store<f64>(to, value);
  store<i32>(to, load<i32>(number), 8);
  return to + ENTRY;
}

/** Loads the variables of GMM-style specs on the grid, and every ordinary instrument in both equations. */
function loadValues(design: DpdDesign, plan: InstrumentPlan, unit: Unit): void {
  const rows = stackRows(design);
  for (let spec = 0; spec < design.nspecs; ++spec) {
    const out = plan.values + doubles(rows * spec);
    const kind = specField(design, spec, 0);
    const column = specField(design, spec, 1);
    if (kind == InstrumentKind.Gmm) loadGrid(design, unit, column, out);
    else if (kind != InstrumentKind.Ordinary) for (let r = 0; r < rows; ++r) set(out, r, 1);
    else if (specField(design, spec, 6)) loadUntransformed(design, unit, column, out);
    else loadColumn(design, unit, column, out, 1);
  }
}
