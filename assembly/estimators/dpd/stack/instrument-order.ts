/**
 * Instruments in the order of the rows that have a value of them. Those of GMM style are zero for the units that do not
 * have the periods; next to each other are then those that are zero for much the same units, and a sum over the units of
 * four instruments side by side can leave these units out.
 */
import { RowWidth } from '../../../codes';
import { get, getInt, integers, set, setInt } from '../../../memory/layout';
import { InstrumentPlan } from './instrument-plan';

/** Numbers the columns anew, those of few rows first; of as many rows, in the order they have. */
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
