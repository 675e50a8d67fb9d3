/** The rows of a dynamic panel, as the core forms its equations (`assembly/estimators/dpd/stack/transforms.ts`). */
import type { DynamicDesign } from '../design/design.js';

const TRANSFORMED_ROW = 1;
const LEVEL_ROW = 2;

/**
 * Rows (nrows, in panel order) of the unit's complete row from which a first difference starts, -1 if there is none: the
 * row of the period before, or with `bridge` the last complete row.
 */
export function previousRows(design: DynamicDesign): Int32Array {
  const { nrows, nunits, unitStart, period, complete, bridge } = design;
  const previous = new Int32Array(nrows).fill(-1);
  for (let unit = 0; unit < nunits; unit++) {
    let last = -1;
    for (let row = unitStart[unit]!; row < unitStart[unit + 1]!; row++) {
      if ((complete[row]! & TRANSFORMED_ROW) === 0) continue;
      if (last >= 0 && (bridge || period[row]! - period[last]! === 1)) previous[row] = last;
      last = row;
    }
  }
  return previous;
}

/** 1 for rows whose forward orthogonal deviation exists: a complete row with a later one in its unit. */
export function rowsWithLater({ nrows, nunits, unitStart, complete }: DynamicDesign): Uint8Array {
  const deviates = new Uint8Array(nrows);
  for (let unit = 0; unit < nunits; unit++) {
    let later = false;
    for (let row = unitStart[unit + 1]! - 1; row >= unitStart[unit]!; row--) {
      if ((complete[row]! & TRANSFORMED_ROW) === 0) continue;
      deviates[row] = Number(later);
      later = true;
    }
  }
  return deviates;
}

/** The rows that a result counts: those of the level equation, or without one the rows whose transformation exists. */
export function countedRows(design: DynamicDesign): Int32Array {
  const { system, transform, complete } = design;
  if (system || transform === 'level') return placesOf(complete.map((bits) => bits & LEVEL_ROW));
  if (transform === 'fod') return placesOf(rowsWithLater(design));
  return placesOf(previousRows(design).map((row) => Number(row >= 0)));
}

function placesOf(marks: Uint8Array | Int32Array): Int32Array {
  return Int32Array.from(Array.from(marks.keys()).filter((row) => marks[row] !== 0));
}
