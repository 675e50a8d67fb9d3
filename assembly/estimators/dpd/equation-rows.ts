/**
 * The rows [X y z] of one equation, unit by unit and by period, straight from the compact rows of a design: the values of
 * `panel/transforms.ts` without the calendar grid, whose rows made the three baselines of the employment model take
 * 216 us in place of 85. With weights they are multiplied by the roots of their weights. z is y(t-2) where the difference
 * of t starts at t-1, 0 where there is none.
 */
import { alloc, exhausted } from '../../memory/arena';
import { at, doubles, entry, get, getInt, integers, set, setInt } from '../../memory/layout';
import { DpdDesign } from '../../memory/dpd-records';
import { dscal } from '../../blas/level1';
import { padded } from '../../blas/panels';
import { DIFF, LEVEL } from '../../panel/instrument-plan';
import { FIRST_DIFFERENCES, LEVELS_ONLY } from '../../panel/transforms';
import { parameterCount } from '../../panel/unit';


@unmanaged
export class EquationRows {
  design: DpdDesign;
  /** Parameters K. */
  k: i32;
  /** Columns: K + 1, and one more where there is z. */
  width: i32;
  /** i32, nrows: the row of the design behind each row, which gives it its weight. */
  sources: usize;
  /** i32, nunits: rows of each unit. */
  counts: usize;
  /** f64, T and padded(width): sqrt(m / (m + 1)) by m; sums of the later rows of a unit. */
  scales: usize;
  later: usize;
  /** Weights of the rows written so far; their number without weights. */
  weight: f64;
}

/** Rows of a design with z where asked for; check `exhausted()` afterwards. */
export function openRows(design: DpdDesign, withZ: bool): EquationRows {
  const rows = changetype<EquationRows>(alloc(offsetof<EquationRows>()));
  if (exhausted()) return rows;
  rows.design = design;
  rows.k = parameterCount(design);
  rows.width = rows.k + 1 + i32(withZ);
  rows.sources = alloc(integers(design.nrows));
  rows.counts = alloc(integers(design.nunits));
  rows.scales = alloc(doubles(design.nperiods));
  rows.later = alloc(doubles(strideOf(rows)));
  rows.weight = 0;
  if (exhausted()) return rows;
  for (let m = 0; m < design.nperiods; ++m) set(rows.scales, m, sqrt<f64>(f64(m) / f64(m + 1)));
  return rows;
}

/** Doubles from one row to the next: whole panels, zeros past the width. */
// @ts-ignore: decorator
@inline
export function strideOf(rows: EquationRows): i32 {
  return padded(rows.width);
}

/**
 * Writes the rows of units first .. last - 1, over memory for as many as they have in the design, and their counts;
 * returns how many there are. Columns are gathered over all of them and transformed unit by unit.
 */
export function writeRows(rows: EquationRows, first: i32, last: i32, to: usize): i32 {
  const transform = rows.design.transform;
  const complete = listComplete(rows, first, last, transform == LEVELS_ONLY ? LEVEL : DIFF);
  const stride = strideOf(rows);
  gatherRows(rows, complete, to);
  let count = 0;
  let from = 0;
  for (let i = first; i < last && transform != LEVELS_ONLY; ++i) {
    const own = at(to, from * stride);
    const sources = rows.sources + integers(from);
    const before = getInt(rows.counts, i);
    const differences = transform == FIRST_DIFFERENCES;
    const kept = differences
      ? differentiate(rows, i, sources, own)
      : deviate(rows, i, sources, own);
    memory.copy(at(to, count * stride), own, doubles(kept * stride));
    if (rows.design.weights != 0) {
      memory.copy(rows.sources + integers(count), sources, integers(kept));
    }
    setInt(rows.counts, i, kept);
    from += before;
    count += kept;
  }
  if (transform == LEVELS_ONLY) count = complete;
  weigh(rows, count, to);
  return count;
}

/** Lists the complete rows of units and counts those of each; returns how many there are. */
function listComplete(rows: EquationRows, first: i32, last: i32, equation: i32): i32 {
  const design = rows.design;
  let count = 0;
  let row = getInt(design.unitStart, first);
  for (let i = first; i < last; ++i) {
    const before = count;
    for (const end = getInt(design.unitStart, i + 1); row < end; ++row) {
      if (i32(load<u8>(design.complete + usize(row))) & equation) {
        setInt(rows.sources, count++, row);
      }
    }
    setInt(rows.counts, i, count - before);
  }
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
 * Rows of unit i in place of those before them, less these where differences are taken from them. Each carries the
 * weight of the later one.
 */
function differentiate(rows: EquationRows, i: i32, sources: usize, own: usize): i32 {
  const design = rows.design;
  const stride = strideOf(rows);
  const complete = getInt(rows.counts, i);
  let count = 0;
  for (let r = 1; r < complete; ++r) {
    const from = getInt(sources, r - 1);
    const row = getInt(sources, r);
    if (!design.bridge && getInt(design.period, from) != getInt(design.period, row) - 1) continue;
    const earlier = at(own, (r - 1) * stride);
    const out = at(own, count * stride);
    for (let j = 0; j < stride; j += 2) {
      const later = v128.load(at(earlier, stride + j));
      v128.store(at(out, j), f64x2.sub(later, v128.load(at(earlier, j))));
    }
    if (rows.width > rows.k + 1) set(out, rows.k + 1, outcomeBefore(design, i, from));
    setInt(sources, count++, row);
  }
  return count;
}

/** The outcome of the period before a row of unit i, complete or not; 0 where there is none. */
function outcomeBefore(design: DpdDesign, i: i32, row: i32): f64 {
  if (row == getInt(design.unitStart, i)) return 0;
  if (getInt(design.period, row - 1) != getInt(design.period, row) - 1) return 0;
  const level = get(design.vars, row - 1);
  return level == level ? level : 0;
}

/**
 * Deviations of the rows of unit i from the mean of the later ones, in place; the last row has none. A deviation stands
 * a period late and carries the weight of that period where the unit has one.
 */
function deviate(rows: EquationRows, i: i32, sources: usize, own: usize): i32 {
  const design = rows.design;
  const stride = strideOf(rows);
  const last = getInt(rows.counts, i) - 1;
  const end = getInt(design.unitStart, i + 1);
  memory.fill(rows.later, 0, doubles(stride));
  for (let r = last; r >= 0; --r) {
    const m = last - r;
    const number = f64x2.splat(f64(m));
    const scale = f64x2.splat(get(rows.scales, m));
    for (let j = 0; j < rows.width; j += 2) {
      const place = at(own, r * stride + j);
      const value = v128.load(place);
      const sum = v128.load(at(rows.later, j));
      v128.store(at(rows.later, j), f64x2.add(sum, value));
      v128.store(place, f64x2.mul(scale, f64x2.sub(value, f64x2.div(sum, number))));
    }
    if (design.weights == 0) continue;
    const next = getInt(sources, r) + 1;
    const follows =
      next < end && getInt(design.period, next) == getInt(design.period, next - 1) + 1;
    if (follows && get(design.weights, next) > 0) setInt(sources, r, next);
  }
  return max(last, 0);
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
