/**
 * Moments of the units that a replicate has drawn, times the square roots of their weights, as rows of panels of CHUNK
 * rows. Those of instruments with values in one row come from residuals, the others from the moment blocks. Only rows
 * in the span of a panel are written; outside it they are zero.
 */
import { subtractProduct } from '../../../arithmetic/multiply-add';
import { addressOf, doubles, getInt, integers, set, setInt, setFour } from '../../../memory/layout';
import { padded, panelCount } from '../../../blas/panels';
import { ReplicateState, CHUNK } from './state';

/** Bytes of a panel. */
const PANEL: usize = usize(CHUNK) << 5;

/**
 * i32 and f64, CHUNK + 1: the listed units, the square roots of their weights, and the number listed before each unit.
 */
// @ts-ignore: decorator
@lazy
const DRAWN: usize = memory.data(161 * 4, 16);
// @ts-ignore: decorator
@lazy
const ROOTS: usize = memory.data(161 * 8, 16);
// @ts-ignore: decorator
@lazy
const BEFORE: usize = memory.data(161 * 4, 16);

/** Lists the units start .. end - 1 that were drawn, without a branch, which the processor would mispredict. */
export function listDrawn(start: i32, end: i32, counts: usize): i32 {
  let drawn = 0;
  for (let i = start; i < end; ++i) {
    const count = getInt(counts, i);
    setInt(DRAWN, drawn, i);
    set(ROOTS, drawn, sqrt<f64>(f64(count)));
    setInt(BEFORE, i - start, drawn);
    drawn += i32(count > 0);
  }
  setInt(BEFORE, end - start, drawn);
  return drawn;
}

/** spans := the first and last listed unit, among start .. end - 1, with moments in each panel. */
export function findSpans(state: ReplicateState, start: i32, end: i32): void {
  for (let i = 0; i < 2 * panelCount(state.n); ++i) {
    const unit = max(start, min(end, getInt(state.ranges, i)));
    setInt(state.spans, i, getInt(BEFORE, unit - start));
  }
}

/** Writes panels first .. end - 1 of the moments sqrt(w_i) (b_i - A_i b) of the listed units. */
export function blockMoments(
  state: ReplicateState,
  first: i32,
  end: i32,
  params: usize,
  rows: usize,
): void {
  const k = state.k;
  const stride = padded(state.n);
  for (let p = first; p < end; p += 3) {
    const count = min(3, end - p);
    const moments = addressOf(state.moments, 4 * p);
    const to = rows + usize(p) * PANEL;
    let from = i32.MAX_VALUE;
    let past = 0;
    for (let q = p; q < p + count; ++q) {
      from = min(from, getInt(state.spans, 2 * q));
      past = max(past, getInt(state.spans, 2 * q + 1));
    }
    for (let r = from; r < past; ++r) {
      const unit = addressOf(moments, getInt(DRAWN, r) * (k + 1) * stride);
      const scale = v128.load_splat<f64>(addressOf(ROOTS, r));
      const rowOut = to + doubles(4 * r);
      subtractProducts(unit, 4 * count, k * stride, stride, params, scale, rowOut, PANEL);
    }
  }
}

/** state.residuals := sqrt(w_i) (y - X b) in the rows of the single-row instruments. */
export function weightedResiduals(state: ReplicateState, drawn: i32, params: usize): void {
  const k = state.k;
  const stride = padded(state.singles.nrows);
  for (let r = 0; r < drawn; ++r) {
    const data = addressOf(state.singles.data, getInt(DRAWN, r) * (k + 1) * stride);
    const root = v128.load_splat<f64>(addressOf(ROOTS, r));
    const to = addressOf(state.residuals, r * stride);
    subtractProducts(data, stride, k * stride, stride, params, root, to, 32);
  }
}

/** Writes the moments z_i e_i of instruments with values in one row, from the residuals. */
export function singleMoments(state: ReplicateState, first: i32, end: i32, rows: usize): void {
  const singles = state.singles;
  const stride = padded(state.n);
  const step = doubles(padded(singles.nrows));
  for (let p = first; p < end; ++p) {
    const from = getInt(state.spans, 2 * p);
    const past = getInt(state.spans, 2 * p + 1);
    const values = addressOf(singles.values, 4 * p);
    const place = singles.places + integers(4 * p);
    const residuals = state.residuals + usize(from) * step;
    let e0 = residuals + usize(getInt(place, 0));
    let e1 = residuals + usize(getInt(place, 1));
    let e2 = residuals + usize(getInt(place, 2));
    let e3 = residuals + usize(getInt(place, 3));
    let to = rows + usize(p) * PANEL + doubles(4 * from);
    for (let r = from; r < past; ++r) {
      const z = addressOf(values, getInt(DRAWN, r) * stride);
      const left = v128.load64_lane(e1, v128.load64_zero(e0), 1);
      const right = v128.load64_lane(e3, v128.load64_zero(e2), 1);
      setFour(to, f64x2.mul(left, v128.load(z)), f64x2.mul(right, v128.load(z, 16)));
      e0 += step;
      e1 += step;
      e2 += step;
      e3 += step;
      to += 32;
    }
  }
}

/**
 * to := scale (y - X b) for `rows` rows; the K columns are `stride` doubles apart and y is `columns` doubles after the
 * first. Twelve rows at a time share a parameter, then four. Each four rows go to the next panel, `step` bytes on.
 */
// @ts-ignore: decorator
@inline
function subtractProducts(
  x: usize,
  rows: i32,
  columns: i32,
  stride: i32,
  b: usize,
  scale: v128,
  to: usize,
  step: usize,
): void {
  const end = x + doubles(rows);
  const outcome = doubles(columns);
  const next = doubles(stride);
  for (; x + 96 <= end; x += 96) {
    twelveRows(x, x + outcome, next, b, scale, to, step);
    to += 3 * step;
  }
  for (; x < end; x += 32) {
    fourRows(x, x + outcome, next, b, scale, to);
    to += step;
  }
}

/** Computes four rows, from the first column to the outcome. */
// @ts-ignore: decorator
@inline
function fourRows(
  column: usize,
  outcome: usize,
  stride: usize,
  b: usize,
  scale: v128,
  to: usize,
): void {
  let low = v128.load(outcome);
  let high = v128.load(outcome, 16);
  for (; column < outcome; column += stride) {
    const factor = v128.load_splat<f64>(b);
    low = subtractProduct(factor, v128.load(column), low);
    high = subtractProduct(factor, v128.load(column, 16), high);
    b += 8;
  }
  setFour(to, f64x2.mul(scale, low), f64x2.mul(scale, high));
}

/** Computes twelve rows; this takes three quarters of the time of three times four. */
// @ts-ignore: decorator
@inline
function twelveRows(
  column: usize,
  outcome: usize,
  stride: usize,
  b: usize,
  scale: v128,
  to: usize,
  step: usize,
): void {
  let g0 = v128.load(outcome);
  let g1 = v128.load(outcome, 16);
  let g2 = v128.load(outcome, 32);
  let g3 = v128.load(outcome, 48);
  let g4 = v128.load(outcome, 64);
  let g5 = v128.load(outcome, 80);
  for (; column < outcome; column += stride) {
    const factor = v128.load_splat<f64>(b);
    g0 = subtractProduct(factor, v128.load(column), g0);
    g1 = subtractProduct(factor, v128.load(column, 16), g1);
    g2 = subtractProduct(factor, v128.load(column, 32), g2);
    g3 = subtractProduct(factor, v128.load(column, 48), g3);
    g4 = subtractProduct(factor, v128.load(column, 64), g4);
    g5 = subtractProduct(factor, v128.load(column, 80), g5);
    b += 8;
  }
  setFour(to, f64x2.mul(scale, g0), f64x2.mul(scale, g1));
  setFour(to + step, f64x2.mul(scale, g2), f64x2.mul(scale, g3));
  setFour(to + 2 * step, f64x2.mul(scale, g4), f64x2.mul(scale, g5));
}
