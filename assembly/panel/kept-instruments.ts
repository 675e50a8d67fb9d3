/**
 * Instrument entries of the units, kept from the pass that counts them for the passes that use them. They are in
 * potential columns, which are numbered on the way back. The first units are kept, up to KEPT_BYTES of them; the
 * others are written anew, to the same bits.
 *
 *   usize, nunits       address of each unit's entries, 0 where they are not kept
 *   of a unit           rows + 1 starts (i32), entries columns (i32), entries values (f64)
 */
import { alloc, allocZeroed } from '../memory/arena';
import { doubles, getInt, integers, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/dpd-records';
import { InstrumentPlan } from './instrument-plan';
import { Unit, stackRows } from './unit';

const KEPT_BYTES: usize = 1 << 25;

/** Room for the addresses; check `exhausted()` afterwards. */
export function openKept(design: DpdDesign, plan: InstrumentPlan): void {
  plan.kept = allocZeroed(usize(design.nunits) * sizeof<usize>());
  plan.keptBytes = 0;
}

/** Keeps the entries of the loaded unit i, whose columns are not yet numbered, while there is room. */
export function keepInstruments(design: DpdDesign, plan: InstrumentPlan, unit: Unit, i: i32): void {
  const starts = integers(stackRows(design) + 1);
  const entries = getInt(unit.start, stackRows(design));
  const bytes = starts + (integers(1) + doubles(1)) * usize(entries);
  if (plan.keptBytes + bytes > KEPT_BYTES) return;
  plan.keptBytes += bytes;
  const to = alloc(bytes);
  if (to == 0) return;
  store<usize>(addressOf(plan, i), to);
  memory.copy(to, unit.start, starts);
  memory.copy(to + starts, unit.column, integers(entries));
  memory.copy(to + starts + integers(entries), unit.value, doubles(entries));
}

/** Writes the kept entries of unit i into the loaded unit; false when they are not kept. */
export function recallInstruments(
  design: DpdDesign,
  plan: InstrumentPlan,
  unit: Unit,
  i: i32,
): bool {
  const from = load<usize>(addressOf(plan, i));
  if (from == 0) return false;
  const starts = integers(stackRows(design) + 1);
  const entries = getInt(from, stackRows(design));
  memory.copy(unit.start, from, starts);
  memory.copy(unit.value, from + starts + integers(entries), doubles(entries));
  for (let e = 0; e < entries; ++e) {
    setInt(unit.column, e, getInt(plan.number, getInt(from + starts, e)));
  }
  return true;
}

// @ts-ignore: decorator
@inline
function addressOf(plan: InstrumentPlan, i: i32): usize {
  return plan.kept + usize(i) * sizeof<usize>();
}
