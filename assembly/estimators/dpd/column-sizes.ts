/** Sizes of outcome and regressors: those too extreme for moments, and residuals that are their rounding errors. */
import { get } from '../../memory/layout';
import { DpdDesign } from '../../memory/dpd-records';

/**
 * Largest root mean square of residuals that counts as rounding, relative to that of the terms. Coefficients come from
 * cross products and lose some digits, so it is larger than that of least squares (`covariance/rounding.ts`).
 */
const ROUNDING: f64 = 64 * f64.EPSILON;

/** Moments have fourth powers of a column, which are in range for sizes from 2^-200 to 2^200. */
const LARGEST: f64 = 1.6069380442589903e60;

/** Returns the first column of outcome and regressors without moments in the range of a double, or -1. */
export function extremeColumn(design: DpdDesign): i32 {
  for (let j = 0; j <= design.nregressors; ++j) {
    const column = design.vars + ((usize(j) * design.nrows) << 3);
    let largest: f64 = 0;
    for (let row = 0; row < design.nrows; ++row) {
      if (load<u8>(design.complete + row) != 0) largest = max<f64>(largest, abs(get(column, row)));
    }
    if (largest > LARGEST || (largest > 0 && largest < 1 / LARGEST)) return j;
  }
  return -1;
}

/** True if the mean square of the residuals is rounding of the outcome and the regressors times `params`. */
export function isPerfect(design: DpdDesign, params: usize, meanSquare: f64): bool {
  let size = columnSize(design, 0);
  for (let j = 1; j <= design.nregressors; ++j) {
    size += abs(get(params, j - 1)) * columnSize(design, j);
  }
  if (design.constant != 0) size += abs(get(params, design.nregressors));
  return sqrt<f64>(meanSquare) <= ROUNDING * size;
}

/** Root mean square of a column in the rows that enter an equation. */
function columnSize(design: DpdDesign, j: i32): f64 {
  const column = design.vars + ((usize(j) * design.nrows) << 3);
  let rows = 0;
  let squares: f64 = 0;
  for (let row = 0; row < design.nrows; ++row) {
    if (load<u8>(design.complete + row) == 0) continue;
    squares += get(column, row) * get(column, row);
    ++rows;
  }
  return rows > 0 ? sqrt<f64>(squares / f64(rows)) : 0;
}
