/**
 * The rows [X y z] of one equation, unit by unit and by period, straight from the compact rows of a design: what
 * `panel/transforms.ts` has for the stack, without the calendar grid and the instruments. With weights they are
 * multiplied by the roots of their weights. z is y(t-2) where the difference of t starts at t-1, 0 where there is none.
 */
import { at, doubles, entry, get, getInt, set, setInt } from '../../memory/layout';
import { DpdDesign } from '../../memory/dpd-records';
import { dscal } from '../../blas/level1';
import { padded } from '../../blas/panels';
import { DIFF, LEVEL } from '../../panel/instrument-plan';
import { FIRST_DIFFERENCES, FORWARD_DEVIATIONS, LEVELS_ONLY } from '../../panel/transforms';


@unmanaged
export class EquationRows {
  design: DpdDesign;
  /** Parameters K. */
  k: i32;
  /** Columns: K + 1, and one more where there is z. */
  width: i32;
  /** i32, T: the row of the design behind each row of the unit, which gives it its weight. */
  sources: usize;
  /** f64, padded(width): sums of the later rows of a unit. */
  later: usize;
  /** Weights of the rows written so far; their number without weights. */
  weight: f64;
}

/** Doubles from one row to the next: whole panels, zeros past the width. */
// @ts-ignore: decorator
@inline
export function strideOf(rows: EquationRows): i32 {
  return padded(rows.width);
}

/** Writes the rows of unit i, over memory for as many as it has in the design; returns how many there are. */
export function writeRows(rows: EquationRows, i: i32, to: usize): i32 {
  const design = rows.design;
  const start = getInt(design.unitStart, i);
  const end = getInt(design.unitStart, i + 1);
  const equation = design.transform == LEVELS_ONLY ? LEVEL : DIFF;
  let count = 0;
  for (let row = start; row < end; ++row) {
    const complete = i32(load<u8>(design.complete + usize(row)));
    if (complete & equation) setInt(rows.sources, count++, row);
  }
  gatherRows(rows, count, to);
  if (design.transform == FORWARD_DEVIATIONS) count = deviate(rows, count, end, to);
  if (design.transform == FIRST_DIFFERENCES) count = differentiate(rows, count, start, to);
  weigh(rows, count, to);
  return count;
}

/** Complete rows in levels. */
function gatherRows(rows: EquationRows, count: i32, to: usize): void {
  const regressors = rows.design.nregressors;
  const stride = strideOf(rows);
  memory.fill(to, 0, doubles(stride * count));
  for (let j = 0; j < regressors; ++j) gatherColumn(rows, count, j + 1, at(to, j));
  for (let r = 0; r < count && rows.design.constant != 0; ++r) set(to, r * stride + regressors, 1);
  gatherColumn(rows, count, 0, at(to, rows.k));
}

function gatherColumn(rows: EquationRows, count: i32, column: i32, to: usize): void {
  const values = entry(rows.design.vars, rows.design.nrows, 0, column);
  const stride = doubles(strideOf(rows));
  for (let r = 0; r < count; ++r) {
    store<f64>(to, get(values, getInt(rows.sources, r)));
    to += stride;
  }
}

/**
 * Rows in place of those before them, less these where differences are taken from them. Each carries the weight of the
 * later one.
 */
function differentiate(rows: EquationRows, complete: i32, start: i32, to: usize): i32 {
  const design = rows.design;
  const stride = strideOf(rows);
  let count = 0;
  for (let r = 1; r < complete; ++r) {
    const from = getInt(rows.sources, r - 1);
    const row = getInt(rows.sources, r);
    if (!design.bridge && getInt(design.period, from) != getInt(design.period, row) - 1) continue;
    const earlier = at(to, (r - 1) * stride);
    const out = at(to, count * stride);
    for (let j = 0; j < stride; j += 2) {
      const later = v128.load(at(earlier, stride + j));
      v128.store(at(out, j), f64x2.sub(later, v128.load(at(earlier, j))));
    }
    if (rows.width > rows.k + 1) set(out, rows.k + 1, outcomeBefore(design, from, start));
    setInt(rows.sources, count++, row);
  }
  return count;
}

/** The outcome of the period before a row, complete or not; 0 where there is none. */
function outcomeBefore(design: DpdDesign, row: i32, start: i32): f64 {
  if (row == start || getInt(design.period, row - 1) != getInt(design.period, row) - 1) return 0;
  const level = get(design.vars, row - 1);
  return level == level ? level : 0;
}

/**
 * Deviations from the mean of the later rows, in place; the last row has none. A deviation stands a period late and
 * carries the weight of that period where the unit has one.
 */
function deviate(rows: EquationRows, complete: i32, end: i32, to: usize): i32 {
  const design = rows.design;
  const stride = strideOf(rows);
  memory.fill(rows.later, 0, doubles(stride));
  for (let r = complete - 1; r >= 0; --r) {
    const m = f64(complete - 1 - r);
    const number = f64x2.splat(m);
    const scale = f64x2.splat(sqrt<f64>(m / (m + 1)));
    for (let j = 0; j < stride; j += 2) {
      const place = at(to, r * stride + j);
      const value = v128.load(place);
      const sum = v128.load(at(rows.later, j));
      v128.store(at(rows.later, j), f64x2.add(sum, value));
      v128.store(place, f64x2.mul(scale, f64x2.sub(value, f64x2.div(sum, number))));
    }
    if (design.weights == 0) continue;
    const row = getInt(rows.sources, r);
    const next = row + 1;
    const follows = next < end && getInt(design.period, next) == getInt(design.period, row) + 1;
    if (follows && get(design.weights, next) > 0) setInt(rows.sources, r, next);
  }
  return max(complete - 1, 0);
}

function weigh(rows: EquationRows, count: i32, to: usize): void {
  const weights = rows.design.weights;
  if (weights == 0) rows.weight += f64(count);
  for (let r = 0; r < count && weights != 0; ++r) {
    const weight = get(weights, getInt(rows.sources, r));
    dscal(rows.width, sqrt<f64>(weight), at(to, r * strideOf(rows)));
    rows.weight += weight;
  }
}
