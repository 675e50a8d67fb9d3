/**
 * One unit on the calendar grid: up to three blocks of T rows, with its instruments as sparse rows. There is one `Unit`
 * object; it is pointed at the arrays of one unit after another. Kept units (`kept-units.ts`) have their own arrays;
 * the others share the same memory.
 *
 *   rows 0 .. T-1    transformed equation (differences at t, deviations of t stored at t+1)
 *   rows T .. 2T-1   level equation (empty unless `system`)
 *   rows 2T .. 3T-1  the other transformation (only if `mixed`)
 *
 * Rows outside the sample are zero in X, y and Z. With weights, X and y are rows times their weight and Z is not. An
 * instrument entry is 16 bytes: its value (f64) and its column (i32).
 */
import { alloc, exhausted } from '../../../memory/arena';
import { doubles, entry, get, getInt, integers, set } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { padded } from '../../../blas/panels';

/** Blocks of the stack; as bits of an equation, 1 << block. */
export const PRIMARY: i32 = 0;
export const LEVELS: i32 = 1;
export const OTHER: i32 = 2;


@unmanaged
export class Unit {
  /** Memory for units that are not kept. */
  scratch: usize;
  /** Bytes of the arrays before the entries. */
  bytes: usize;
  /** f64, 3T: ones, the weights of every unit if the design has none; else 0. */
  ones: usize;
  /** i32, T: row of the design at each period, -1 if there is none. */
  row: usize;
  /** i32, T: 1 where the row is complete for the transformed equation. */
  whole: usize;
  /** i32, T: complete period at which the first difference of a period starts, -1 if there is none. */
  previous: usize;
  /** i32, 3T: 1 where the row of the stack is in the sample. */
  used: usize;
  /** f64, 3T x stride, row by row: regressors, constant, outcome. */
  data: usize;
  /** f64, 3T: weight of each row of the stack; ones without weights. */
  weight: usize;
  /** Factor that scales the weights to their sum. */
  scale: f64;
  /** usize, 3T + 1: addresses of the first instrument entry of each row; equal if a design has none. */
  start: usize;
  entries: usize;
  /** f64, T: scratch for one column on the grid. */
  grid: usize;
  /** Rows of the transformed equation, of the other transformation's and of the level equation. */
  ndiff: i32;
  nother: i32;
  nlevel: i32;
}

/** Parameters: regressors and the constant. */
export function parameterCount(design: DpdDesign): i32 {
  return design.nregressors + design.constant;
}

/** Doubles of one stacked row: regressors, constant, outcome. */
export function rowWidth(design: DpdDesign): i32 {
  return design.nregressors + design.constant + 1;
}

/** Rows of the stack of one unit. */
export function stackRows(design: DpdDesign): i32 {
  return blockCount(design) * design.nperiods;
}

function blockCount(design: DpdDesign): i32 {
  return design.mixed ? 3 : design.system ? 2 : 1;
}

/** Doubles from one stacked row to the next: whole panels, with zeros past the width. */
export function rowStride(design: DpdDesign): i32 {
  return padded(rowWidth(design));
}

/** Address of stacked row r. */
export function stackRow(design: DpdDesign, unit: Unit, r: i32): usize {
  return unit.data + doubles(r * rowStride(design));
}

/** Address of the first instrument entry of stacked row r, also the end of those of row r - 1. */
// @ts-ignore: decorator
@inline
export function firstEntry(unit: Unit, r: i32): usize {
  return load<usize>(unit.start + usize(r) * sizeof<usize>());
}

// @ts-ignore: decorator
@inline
export function setFirstEntry(unit: Unit, r: i32, e: usize): void {
  store<usize>(unit.start + usize(r) * sizeof<usize>(), e);
}

// @ts-ignore: decorator
@inline
export function entryColumn(e: usize): i32 {
  return load<i32>(e, 8);
}

/** Allocates memory for one unit; returns false when memory ends. `maxEntries` bounds the entries of a row. */
export function allocUnit(design: DpdDesign, unit: Unit, maxEntries: i32): bool {
  const rows = stackRows(design);
  const numbers = doubles(rows * (rowStride(design) + (design.weights == 0 ? 0 : 1)));
  const bytes = numbers + integers(3 * design.nperiods + markedRows(design) + rows + 1);
  unit.bytes = (bytes + 15) & ~(<usize>15);
  unit.scratch = allocWorkspace(design, unit, maxEntries);
  unit.ones = design.weights == 0 ? alloc(doubles(rows)) : 0;
  unit.scale = 1;
  unit.grid = alloc(doubles(design.nperiods));
  if (exhausted()) return false;
  if (unit.ones != 0) for (let r = 0; r < rows; ++r) set(unit.ones, r, 1);
  placeUnit(design, unit, unit.scratch);
  return true;
}

/** Allocates the arrays of a unit, with at most `maxEntries` entries per row; returns 0 when memory ends. */
export function allocWorkspace(design: DpdDesign, unit: Unit, maxEntries: i32): usize {
  const base = alloc(unit.bytes);
  // Two consecutive allocations are contiguous.
  return allocEntries(design, maxEntries) == 0 ? 0 : base;
}

/** Allocates entries only. */
export function allocEntries(design: DpdDesign, maxEntries: i32): usize {
  const bytes = u64(stackRows(design)) * u64(maxEntries) * u64(ENTRY);
  return alloc(bytes > u64(usize.MAX_VALUE) ? usize.MAX_VALUE : usize(bytes));
}

/** Bytes of an instrument entry. */
export const ENTRY: usize = 16;

/** Returns the number of marked rows. Level rows are marked also without a level equation, because they are counted. */
// @ts-ignore: decorator
@inline
export function markedRows(design: DpdDesign): i32 {
  return max(stackRows(design), 2 * design.nperiods);
}

/** Points a unit at arrays that start at `base`. */
export function placeUnit(design: DpdDesign, unit: Unit, base: usize): void {
  const rows = stackRows(design);
  const periods = integers(design.nperiods);
  unit.data = base;
  const weight = base + doubles(rows * rowStride(design));
  unit.weight = unit.ones != 0 ? unit.ones : weight;
  unit.row = weight + (unit.ones != 0 ? 0 : doubles(rows));
  unit.whole = unit.row + periods;
  unit.previous = unit.whole + periods;
  unit.used = unit.previous + periods;
  unit.start = unit.used + integers(markedRows(design));
  unit.entries = base + unit.bytes;
}

/** Loads a column of the design on the grid of the loaded unit, T values; NaN if there is no row. */
export function loadGrid(design: DpdDesign, unit: Unit, column: i32, out: usize): void {
  const values = entry(design.vars, design.nrows, 0, column);
  for (let t = 0; t < design.nperiods; ++t) {
    const row = getInt(unit.row, t);
    set(out, t, row < 0 ? NaN : get(values, row));
  }
}
