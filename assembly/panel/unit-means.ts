/** Means of a regression's columns by unit. */
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set, setInt } from '../memory/layout';
import { LinearDesign } from '../memory/records';


@unmanaged
export class UnitMeans {
  nunits: i32;
  /** i32, nunits: rows of each unit. */
  rows: usize;
  /** f64, nunits x k, and nunits. */
  x: usize;
  y: usize;
}

/** Fills the means; every unit of the design has at least one row. Returns false without memory. */
export function openUnitMeans(means: UnitMeans, design: LinearDesign): bool {
  const nunits = design.nunits;
  means.nunits = nunits;
  means.rows = allocZeroed(integers(nunits));
  means.x = alloc(doubles(nunits * design.nregressors));
  means.y = alloc(doubles(nunits));
  if (exhausted()) return false;
  for (let row = 0; row < design.nrows; ++row) {
    const unit = getInt(design.unit, row);
    setInt(means.rows, unit, getInt(means.rows, unit) + 1);
  }
  for (let j = 0; j < design.nregressors; ++j) {
    meansByUnit(design, means.rows, entry(design.x, design.nrows, 0, j), columnOf(means, j));
  }
  meansByUnit(design, means.rows, design.y, means.y);
  return true;
}

/** Means of regressor j (nunits). */
export function columnOf(means: UnitMeans, j: i32): usize {
  return entry(means.x, means.nunits, 0, j);
}

/** out (nunits) := means of a column (nrows) by unit, `rows` the number of rows of each. */
function meansByUnit(design: LinearDesign, rows: usize, column: usize, out: usize): void {
  memory.fill(out, 0, doubles(design.nunits));
  for (let row = 0; row < design.nrows; ++row) {
    const unit = getInt(design.unit, row);
    set(out, unit, get(out, unit) + get(column, row));
  }
  for (let unit = 0; unit < design.nunits; ++unit) {
    set(out, unit, get(out, unit) / f64(getInt(rows, unit)));
  }
}

/** out := column - theta * unit mean, row by row; `theta` (nunits), or 0 for the whole mean. */
export function lessMeans(
  design: LinearDesign,
  column: usize,
  means: usize,
  theta: usize,
  out: usize,
): void {
  for (let row = 0; row < design.nrows; ++row) {
    const unit = getInt(design.unit, row);
    const share = theta == 0 ? 1 : get(theta, unit);
    set(out, row, get(column, row) - share * get(means, unit));
  }
}
