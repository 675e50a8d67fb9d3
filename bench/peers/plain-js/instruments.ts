/**
 * The instrument columns of system GMM as rules: each column gives its value in a row. GMM-style groups have one column
 * per (period, lag) in the differenced rows, and one per period in the level rows, the change dated t - (from - 1).
 * Collapsed groups have one per lag, and a single one in the level rows. Arellano and Bond (1991), Blundell and Bond
 * (1998), Roodman (2009).
 */
import type { GmmGroup, Spec } from '../../spec.js';
import { rowValue, valueAt, type GridUnit } from './stack.js';

/** Value of one instrument in the row of period t; 0 where the instrument does not apply. */
export type InstrumentColumn = (unit: GridUnit, t: number, differenced: boolean) => number;

/** All candidate columns on a grid of `periods`; some may be zero for every unit. */
export function instrumentColumns(spec: Spec, periods: number): InstrumentColumn[] {
  const ordinary = spec.iv.map((variable): InstrumentColumn => {
    const term = { variable, lag: 0 };
    return (unit, t, differenced) => rowValue(unit, term, t, differenced);
  });
  const constant: InstrumentColumn = (_unit, _t, differenced) => (differenced ? 0 : 1);
  return [...spec.gmm.flatMap((group) => gmmColumns(group, periods)), ...ordinary, constant];
}

function gmmColumns(group: GmmGroup, periods: number): InstrumentColumn[] {
  const { variable, from, collapse } = group;
  const deepest = Math.min(group.to ?? periods - 1, periods - 1);
  // -1 means "in every period": the single column of a collapsed group
  const places = collapse ? [-1] : Array.from({ length: periods }, (_, t) => t);
  const columns: InstrumentColumn[] = [];
  for (const place of places) {
    for (let lag = from; lag <= deepest; lag++) {
      const term = { variable, lag };
      columns.push((unit, t, differenced) =>
        differenced && (place < 0 || t === place) ? presentOrZero(valueAt(unit, term, t)) : 0,
      );
    }
  }
  const change = { variable, lag: from - 1 };
  for (const place of places) {
    columns.push((unit, t, differenced) =>
      !differenced && (place < 0 || t === place)
        ? presentOrZero(rowValue(unit, change, t, true))
        : 0,
    );
  }
  return columns;
}

function presentOrZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
