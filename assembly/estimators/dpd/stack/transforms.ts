/**
 * Transformations that remove the unit effect, on the calendar grid. A row is used only if outcome, regressors and the
 * ordinary instruments of the equation are all present ("complete"), the same for every column.
 *
 *   first differences:   x*(t)   = x(t) - x(t-1), both rows complete; a gap costs two rows
 *     across gaps:       x*(t)   = x(t) - x(s), s the last complete row before t (gretl's choice)
 *   forward deviations:  x*(t+1) = sqrt(m / (m+1)) (x(t) - mean of the m later complete rows)
 *
 * Forward deviations are stored one period late, so that the same lags are valid as for differences (Arellano and
 * Bover, 1995; Roodman, 2009, section 4).
 */
import { Transform } from '../../../codes';
import { doubles, get, getInt, integers, setInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { LEVELS, OTHER, Unit, loadGrid } from './unit';

/** Returns the transformation of block PRIMARY or OTHER. */
export function transformOf(design: DpdDesign, block: i32): i32 {
  return block == OTHER ? 1 - design.transform : design.transform;
}

/** Marks the transformed rows that exist, given the complete rows. */
export function markTransformed(design: DpdDesign, unit: Unit): void {
  linkPrevious(design, unit);
  unit.ndiff = markBlock(design, unit, design.transform, unit.used);
  if (!design.mixed) return;
  const other = unit.used + integers(OTHER * design.nperiods);
  unit.nother = markBlock(design, unit, transformOf(design, OTHER), other);
}

/** Sets the period at which each difference starts. */
function linkPrevious(design: DpdDesign, unit: Unit): void {
  const periods = design.nperiods;
  const bridge = design.bridge;
  const wholes = unit.whole;
  const previous = unit.previous;
  let last = -1;
  for (let t = 0; t < periods; ++t) {
    const whole = getInt(wholes, t);
    const linked = whole & (bridge | i32(last == t - 1));
    setInt(previous, t, linked ? last : -1);
    last = whole ? t : last;
  }
}

/** Marks the rows of one block; returns their number. */
function markBlock(design: DpdDesign, unit: Unit, transform: i32, used: usize): i32 {
  const periods = design.nperiods;
  let rows = 0;
  if (transform == Transform.FirstDifferences) {
    const previous = unit.previous;
    for (let t = 0; t < periods; ++t) {
      const there = i32(getInt(previous, t) >= 0);
      setInt(used, t, there);
      rows += there;
    }
  } else if (transform == Transform.ForwardDeviations) {
    let later = false;
    for (let t = periods - 1; t >= 0; --t) {
      if (!getInt(unit.whole, t)) continue;
      if (later) {
        setInt(used, t + 1, 1);
        ++rows;
      }
      later = true;
    }
  }
  return rows;
}

/** Loads a column in every block of the stack, rows `stride` doubles apart; only rows of the sample are written. */
export function loadColumn(
  design: DpdDesign,
  unit: Unit,
  column: i32,
  out: usize,
  stride: i32,
): void {
  const periods = design.nperiods;
  loadGrid(design, unit, column, unit.grid);
  transformColumn(design, unit, design.transform, out, stride);
  if (design.mixed) {
    const rows = out + doubles(OTHER * periods * stride);
    transformColumn(design, unit, transformOf(design, OTHER), rows, stride);
  }
  if (design.system) copyColumn(design, unit, LEVELS, out, stride);
}

/** Loads a column without transformation, in the blocks of the transformed equations and in levels. */
export function loadUntransformed(design: DpdDesign, unit: Unit, column: i32, out: usize): void {
  loadGrid(design, unit, column, unit.grid);
  copyColumn(design, unit, 0, out, 1);
  if (design.system) copyColumn(design, unit, LEVELS, out, 1);
  if (design.mixed) copyColumn(design, unit, OTHER, out, 1);
}

function copyColumn(design: DpdDesign, unit: Unit, block: i32, out: usize, stride: i32): void {
  const first = block * design.nperiods;
  for (let t = 0; t < design.nperiods; ++t) {
    if (!getInt(unit.used, first + t)) continue;
    store<f64>(out + doubles((first + t) * stride), get(unit.grid, t));
  }
}

/** Writes the transformed values of the column in `unit.grid`. */
function transformColumn(
  design: DpdDesign,
  unit: Unit,
  transform: i32,
  out: usize,
  stride: i32,
): void {
  if (transform == Transform.ForwardDeviations) {
    forwardDeviations(design.nperiods, unit, out, stride);
  } else if (transform == Transform.FirstDifferences) {
    firstDifferences(design.nperiods, unit, out, stride);
  }
}

function firstDifferences(periods: i32, unit: Unit, out: usize, stride: i32): void {
  for (let t = 1; t < periods; ++t) {
    const from = getInt(unit.previous, t);
    if (from < 0) continue;
    store<f64>(out + doubles(t * stride), get(unit.grid, t) - get(unit.grid, from));
  }
}

function forwardDeviations(periods: i32, unit: Unit, out: usize, stride: i32): void {
  let later = 0;
  let sum: f64 = 0;
  for (let t = periods - 1; t >= 0; --t) {
    if (!getInt(unit.whole, t)) continue;
    const value = get(unit.grid, t);
    if (later > 0) {
      const m = f64(later);
      store<f64>(out + doubles((t + 1) * stride), sqrt<f64>(m / (m + 1)) * (value - sum / m));
    }
    sum += value;
    ++later;
  }
}

/**
 * Returns element (row, period) of the T x T matrix M of forward deviations of a complete unit, x* = M x. As in
 * xtabond2, gaps do not change M.
 */
export function deviationWeight(periods: i32, row: i32, period: i32): f64 {
  if (row == 0 || period < row - 1) return 0;
  const later = f64(periods - row);
  const scale = sqrt<f64>(later / (later + 1));
  return period == row - 1 ? scale : -scale / later;
}
