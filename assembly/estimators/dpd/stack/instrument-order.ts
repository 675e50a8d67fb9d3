/**
 * Orders instruments by the rows in which they have values. GMM-style instruments are zero for units without their
 * periods. In this order neighbours are zero for nearly the same units, so a sum over units can skip these units for a
 * whole panel of four.
 */
import { RowWidth } from '../../../codes';
import { get, getInt, integers, set, setInt } from '../../../memory/layout';
import { InstrumentPlan } from './instrument-plan';

/** Numbers the columns again: those with values in few rows first; ties keep their order. */
export function orderInstruments(plan: InstrumentPlan): void {
  for (let id = 0; id < plan.npotential; ++id) {
    if (getInt(plan.number, id) >= 0) setInt(descriptionOf(plan, id), 5, placeOf(plan, id));
  }
  for (let id = 0; id < plan.npotential; ++id) {
    setInt(plan.number, id, getInt(descriptionOf(plan, id), 5));
  }
}

/** to (L, by column) := values in the order of the potential columns. */
export function toColumns(plan: InstrumentPlan, values: usize, to: usize): void {
  let next = 0;
  for (let id = 0; id < plan.npotential; ++id) {
    const column = getInt(plan.number, id);
    if (column >= 0) set(to, column, get(values, next++));
  }
}

function placeOf(plan: InstrumentPlan, id: i32): i32 {
  const rows = getInt(descriptionOf(plan, id), 4);
  let place = 0;
  for (let other = 0; other < plan.npotential; ++other) {
    const others = getInt(descriptionOf(plan, other), 4);
    place += i32(others > 0 && (others < rows || (others == rows && other < id)));
  }
  return place;
}

function descriptionOf(plan: InstrumentPlan, id: i32): usize {
  return plan.description + integers(RowWidth.InstrumentColumn * id);
}
