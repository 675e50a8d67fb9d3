/**
 * Transformations that remove the unit effect, on the calendar grid. A row takes part when outcome,
 * regressors and the ordinary instruments of the equation are all present ("complete"), the same for
 * every column.
 *
 *   first differences:   x*(t)   = x(t) - x(t-1), both rows complete; a gap costs two rows
 *   forward deviations:  x*(t+1) = sqrt(m / (m+1)) (x(t) - mean of the m later complete rows)
 *
 * Forward deviations are stored one period late, so that the same lag numbers are valid as for
 * differences (Arellano and Bover, 1995; Roodman, 2009, section 4).
 */
import { doubles, get, getInt, set, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/records';
import { Unit, loadGrid } from './unit';

export const FIRST_DIFFERENCES: i32 = 0;
export const FORWARD_DEVIATIONS: i32 = 1;

/** Marks the transformed rows that exist, given the complete rows. */
export function markTransformed(design: DpdDesign, unit: Unit): void {
  const periods = design.nperiods;
  unit.ndiff = 0;
  let later = 0;
  for (let t = periods - 1; t >= 0; --t) {
    if (!getInt(unit.whole, t)) continue;
    if (design.transform == FORWARD_DEVIATIONS) {
      if (later > 0) {
        setInt(unit.used, t + 1, 1);
        ++unit.ndiff;
      }
      ++later;
    } else if (t > 0 && getInt(unit.whole, t - 1)) {
      setInt(unit.used, t, 1);
      ++unit.ndiff;
    }
  }
}

/** A column in both equations: transformed rows first, levels below, `stride` doubles apart. */
export function loadColumn(
  design: DpdDesign,
  unit: Unit,
  column: i32,
  out: usize,
  stride: i32,
): void {
  const periods = design.nperiods;
  loadGrid(design, unit, column, unit.grid);
  transformColumn(design, unit, unit.grid, out, stride);
  if (!design.system) return;
  for (let t = 0; t < periods; ++t) {
    if (getInt(unit.used, periods + t)) {
      store<f64>(out + doubles((periods + t) * stride), get(unit.grid, t));
    }
  }
}

/** Transformed values of a grid column into rows 0 .. T-1 of `out`, `stride` doubles apart. */
export function transformColumn(
  design: DpdDesign,
  unit: Unit,
  grid: usize,
  out: usize,
  stride: i32,
): void {
  if (design.transform == FORWARD_DEVIATIONS) forwardDeviations(design, unit, grid, out, stride);
  else firstDifferences(design.nperiods, unit.used, grid, out, stride);
}

/** First differences of a grid column where `used` says that both rows are complete. */
export function firstDifferences(
  periods: i32,
  used: usize,
  grid: usize,
  out: usize,
  stride: i32,
): void {
  for (let t = 1; t < periods; ++t) {
    if (getInt(used, t)) store<f64>(out + doubles(t * stride), get(grid, t) - get(grid, t - 1));
  }
}

function forwardDeviations(
  design: DpdDesign,
  unit: Unit,
  grid: usize,
  out: usize,
  stride: i32,
): void {
  const periods = design.nperiods;
  let later = 0;
  let sum: f64 = 0;
  for (let t = periods - 1; t >= 0; --t) {
    if (!getInt(unit.whole, t)) continue;
    const value = get(grid, t);
    if (later > 0) {
      const m = f64(later);
      store<f64>(out + doubles((t + 1) * stride), sqrt<f64>(m / (m + 1)) * (value - sum / m));
    }
    sum += value;
    ++later;
  }
}

/**
 * Element (row, period) of the T x T matrix M that transforms a complete unit: x* = M x. It is
 * nominal, as in xtabond2: it does not adapt to gaps.
 */
export function transformWeight(design: DpdDesign, row: i32, period: i32): f64 {
  if (design.transform == FIRST_DIFFERENCES) {
    if (row == 0) return 0;
    return period == row ? 1 : period == row - 1 ? -1 : 0;
  }
  if (row == 0 || period < row - 1) return 0;
  const later = f64(design.nperiods - row);
  const scale = sqrt<f64>(later / (later + 1));
  return period == row - 1 ? scale : -scale / later;
}
