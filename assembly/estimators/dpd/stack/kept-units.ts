/**
 * Loaded units that stay in memory after the pass that counts them, so that later passes need not load them again. The
 * first units are kept, up to a number of bytes; the others are loaded again, to the same bits. Instrument entries have
 * potential columns until the final columns are numbered.
 */
import { allocZeroed, exhausted, release } from '../../../memory/arena';
import { getInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { InstrumentPlan } from './instrument-plan';
import { ENTRY, Unit, allocWorkspace, entryColumn, firstEntry, placeUnit, stackRows } from './unit';

/** Limit of a fit: 14,000 units with 10 periods, 6 columns and 50 instrument entries. */
export const KEPT_BYTES: usize = 1 << 25;

/** Allocates the addresses (usize, nunits; 0 if a unit is not kept); check `exhausted()` afterwards. */
export function openKept(design: DpdDesign, plan: InstrumentPlan, limit: usize): void {
  plan.kept = allocZeroed(usize(design.nunits) * sizeof<usize>());
  plan.keptBytes = 0;
  plan.keptLimit = limit;
}

/** Gives the unit memory of its own, to be loaded there and then kept or dropped; returns false if none is left. */
export function reserveUnit(design: DpdDesign, plan: InstrumentPlan, unit: Unit): bool {
  if (plan.keptBytes >= plan.keptLimit || design.nspecs == 0) {
    placeUnit(design, unit, unit.scratch);
    return false;
  }
  const base = allocWorkspace(design, unit, plan.maxEntries);
  if (exhausted()) return false;
  placeUnit(design, unit, base);
  return true;
}

/** Keeps the loaded unit i and frees the memory that it does not use; a unit without rows is dropped. */
export function keepUnit(
  design: DpdDesign,
  plan: InstrumentPlan,
  unit: Unit,
  i: i32,
  entering: bool,
): void {
  const base = unit.data;
  const end = entering ? firstEntry(unit, stackRows(design)) : base;
  plan.keptBytes += end - base;
  release(end);
  store<usize>(addressOf(plan, i), entering ? base : 0);
}

/** Points the unit at the kept unit i; returns false, with scratch memory to load it, if it is not kept. */
export function recallUnit(design: DpdDesign, plan: InstrumentPlan, unit: Unit, i: i32): bool {
  const base = load<usize>(addressOf(plan, i));
  placeUnit(design, unit, base == 0 ? unit.scratch : base);
  return base != 0;
}

/** Gives the entries of the kept units their final columns. */
export function numberKept(design: DpdDesign, plan: InstrumentPlan, unit: Unit): void {
  for (let i = 0; i < design.nunits; ++i) {
    if (!recallUnit(design, plan, unit, i)) continue;
    const end = firstEntry(unit, stackRows(design));
    for (let e = unit.entries; e < end; e += ENTRY) {
      store<i32>(e, getInt(plan.number, entryColumn(e)), 8);
    }
  }
}

// @ts-ignore: decorator
@inline
function addressOf(plan: InstrumentPlan, i: i32): usize {
  return plan.kept + usize(i) * sizeof<usize>();
}
