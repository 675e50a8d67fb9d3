/**
 * One unit spread over the calendar grid: up to three blocks of T rows, with its instruments as sparse
 * rows. A single `Unit` is filled again and again, unit after unit, so the instrument matrix of the
 * whole sample never exists.
 *
 *   rows 0 .. T-1    transformed equation (differences at t, deviations of t stored at t+1)
 *   rows T .. 2T-1   level equation (empty unless `system`)
 *   rows 2T .. 3T-1  the other transformation (only where `mixed`)
 *
 * Rows outside the sample are zero in X, y and Z. With weights, X and y are rows times their weight
 * and Z is not.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set } from '../memory/layout';
import { DpdDesign } from '../memory/dpd-records';
import { padded } from '../blas/panels';

/** Blocks of the stack; as bits of an equation, 1 << block. */
export const PRIMARY: i32 = 0;
export const LEVELS: i32 = 1;
export const OTHER: i32 = 2;


@unmanaged
export class Unit {
  /** i32, T: row of the design at each period, -1 where there is none. */
  row: usize;
  /** i32, T: 1 where the row is complete for the transformed equation. */
  whole: usize;
  /** i32, T: complete period that the first difference of a period is taken from, -1 where none is. */
  previous: usize;
  /** i32, 3T: 1 where the row of the stack is in the sample. */
  used: usize;
  /** f64, 3T x stride, row by row: regressors, constant, outcome. */
  data: usize;
  /** f64, 3T: weight of each row of the stack; ones without weights. */
  weight: usize;
  /** Factor that brings the weights to their sum. */
  scale: f64;
  /** i32, 3T + 1: first instrument entry of each row; zeros where a design has no instruments. */
  start: usize;
  /** i32 and f64: column and value of each instrument entry. */
  column: usize;
  value: usize;
  /** f64, T: scratch for one column on the grid. */
  grid: usize;
  /** Rows of the transformed equation, of the other transformation's and of the level equation. */
  ndiff: i32;
  nother: i32;
  nlevel: i32;
}

/** Parameters: regressors and the constant. */
// @ts-ignore: decorator
@inline
export function parameterCount(design: DpdDesign): i32 {
  return design.nregressors + design.constant;
}

/** Doubles of one stacked row: regressors, constant, outcome. */
// @ts-ignore: decorator
@inline
export function rowWidth(design: DpdDesign): i32 {
  return design.nregressors + design.constant + 1;
}

/** Rows of the stack of one unit. */
// @ts-ignore: decorator
@inline
export function stackRows(design: DpdDesign): i32 {
  return blockCount(design) * design.nperiods;
}

// @ts-ignore: decorator
@inline
function blockCount(design: DpdDesign): i32 {
  return design.mixed ? 3 : design.system ? 2 : 1;
}

/** Doubles from one stacked row to the next: whole panels, with zeros past the width. */
// @ts-ignore: decorator
@inline
export function rowStride(design: DpdDesign): i32 {
  return padded(rowWidth(design));
}

/** Address of stacked row r. */
// @ts-ignore: decorator
@inline
export function stackRow(design: DpdDesign, unit: Unit, r: i32): usize {
  return unit.data + doubles(r * rowStride(design));
}

/** Memory for one unit; false when it does not fit. `maxEntries` bounds the entries of a row. */
export function allocUnit(design: DpdDesign, unit: Unit, maxEntries: i32): bool {
  const rows = stackRows(design);
  unit.row = alloc(integers(design.nperiods));
  unit.whole = alloc(integers(design.nperiods));
  unit.previous = alloc(integers(design.nperiods));
  // Level rows are marked also where no level equation is estimated: they are counted.
  unit.used = alloc(integers(max(rows, 2 * design.nperiods)));
  unit.data = allocMatrix(rows, rowStride(design));
  unit.weight = alloc(doubles(rows));
  if (!exhausted()) for (let r = 0; r < rows; ++r) set(unit.weight, r, 1);
  unit.scale = 1;
  unit.start = allocZeroed(integers(rows + 1));
  unit.grid = alloc(doubles(design.nperiods));
  return allocEntries(design, unit, maxEntries);
}

/** Memory for the instrument entries of one unit; false when it does not fit. */
export function allocEntries(design: DpdDesign, unit: Unit, maxEntries: i32): bool {
  const rows = stackRows(design);
  unit.value = allocMatrix(rows, maxEntries);
  // Half of what has just been found to fit into the address space.
  if (!exhausted()) unit.column = alloc(integers(rows) * usize(maxEntries));
  return !exhausted();
}

/** A column of the design on the grid of the loaded unit, T values; NaN where there is no row. */
export function loadGrid(design: DpdDesign, unit: Unit, column: i32, out: usize): void {
  const values = entry(design.vars, design.nrows, 0, column);
  for (let t = 0; t < design.nperiods; ++t) {
    const row = getInt(unit.row, t);
    set(out, t, row < 0 ? NaN : get(values, row));
  }
}
