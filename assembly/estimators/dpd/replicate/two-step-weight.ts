/**
 * S2 = sum w_i (g_i - c)(g_i - c)' of the replicates of a batch. g_i = b_i - A_i b1 at the one-step estimate of the
 * replicate, and c is the centre of the b_i. The g_i have zeros, which g_i - c would not have. So c is added
 * afterwards: with the moments s = sum w_i g_i - n c,
 *
 *   S2 = sum w_i g_i g_i' - c s' - (s + n c) c'
 *
 * Decision: one chunk of units at a time for all replicates, so that the moment blocks of a chunk stay in cache. With
 * 5,000 units and 47 instruments, one replicate at a time: 3.0 ms per replicate before, 1.3 ms after. Chunks are part
 * of the numeric contract: the sum over units goes chunk by chunk, each in order.
 */
import { multiplyAdd } from '../../../arithmetic/multiply-add';
import { ReplicateStatus } from '../../../codes';
import { addressOf, doubles, get, getInt, integers, set, setFour } from '../../../memory/layout';
import { Status } from '../../../status';
import { ADD, tile } from '../../../blas/micro';
import {
  padded,
  panelCount,
  rectanglePanel,
  rectangleSize,
  trianglePanel,
  triangleSize,
} from '../../../blas/panels';
import { ReplicateState, CHUNK, setFactors } from './state';
import {
  blockMoments,
  findSpans,
  listDrawn,
  singleMoments,
  weightedResiduals,
} from './moment-rows';

/** Computes S2 of `count` replicates; `draws` holds nunits counts for each. */
export function sumSecondMoments(state: ReplicateState, count: i32, draws: usize): void {
  const units = state.nunits;
  const triangle = doubles(triangleSize(state.n));
  for (let b = 0; b < count; ++b) startSum(state, b, state.sums + usize(b) * triangle);
  const rows = state.rows;
  for (let start = 0; start < units; start += state.chunk) {
    const end = min(units, start + state.chunk);
    for (let b = 0; b < count; ++b) {
      if ((getInt(state.statuses, b) & ~ReplicateStatus.Singular) != Status.Ok) continue;
      const counts = draws + integers(b * units);
      const params = state.firsts + doubles(b * (state.k + 1));
      formMoments(state, start, end, counts, params, rows);
      addSquares(state, rows, state.sums + usize(b) * triangle);
    }
  }
}

/** Sets S2 of replicate b to the terms of the centre, before any unit is added. */
function startSum(state: ReplicateState, b: i32, sum: usize): void {
  memory.fill(sum, 0, doubles(triangleSize(state.n)));
  if (state.shift == 0) return;
  const k = state.k;
  const raw = addressOf(state.raws, b * rectangleSize(padded(state.n), k + 1));
  momentsOf(state, raw, addressOf(state.firsts, b * (k + 1)), state.moment, 8);
  for (let q = 0; q < panelCount(state.n); ++q) {
    const c = addressOf(state.centre, 4 * q);
    const s = addressOf(state.moment, 4 * q);
    const end = trianglePanel(sum, q + 1);
    let row: usize = 0;
    for (let to = trianglePanel(sum, q); to < end; to += 32) {
      const left = v128.load_splat<f64>(state.centre + row);
      const uncentred = v128.load_splat<f64>(state.shift + row);
      const right = f64x2.add(v128.load_splat<f64>(state.moment + row), uncentred);
      setFour(
        to,
        f64x2.neg(twoProducts(left, v128.load(s), right, v128.load(c))),
        f64x2.neg(twoProducts(left, v128.load(s, 16), right, v128.load(c, 16))),
      );
      row += 8;
    }
  }
}

/** out := q - Q b, with [Q q] in panels of padded(L) rows; elements of out are `step` bytes apart. */
export function momentsOf(
  state: ReplicateState,
  panels: usize,
  b: usize,
  out: usize,
  step: usize,
): void {
  const rows = padded(state.n);
  setFactors(state, b);
  const end = state.factors + doubles(padded(state.k + 1));
  for (let l = 0; l < rows; ++l) {
    let sum = f64x2.splat(0);
    let from = panels;
    for (let factor = state.factors; factor < end; factor += 32) {
      const high = f64x2.mul(v128.load(from, 16), v128.load(factor, 16));
      sum = f64x2.add(sum, f64x2.add(f64x2.mul(v128.load(from), v128.load(factor)), high));
      from += usize(rows) << 5;
    }
    store<f64>(out, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
    panels += 32;
    out += step;
  }
}

/** Returns a x + b y. */
// @ts-ignore: decorator
@inline
function twoProducts(a: v128, x: v128, b: v128, y: v128): v128 {
  return multiplyAdd(b, y, f64x2.mul(a, x));
}

/** sum += G'G, G the rows of a chunk; each tile uses only the rows in the spans of both its panels. */
function addSquares(state: ReplicateState, rows: usize, sum: usize): void {
  for (let q = 0; q < panelCount(state.n); ++q) {
    const right = rectanglePanel(rows, CHUNK, q);
    let to = trianglePanel(sum, q);
    for (let p = 0; p <= q; ++p) {
      const first = max(getInt(state.spans, 2 * p), getInt(state.spans, 2 * q));
      const past = min(getInt(state.spans, 2 * p + 1), getInt(state.spans, 2 * q + 1));
      const offset = usize(first) << 5;
      const left = rectanglePanel(rows, CHUNK, p) + offset;
      if (past > first) tile(ADD, past - first, left, right + offset, to, 4);
      to += 128;
    }
  }
}

/**
 * Writes the rows sqrt(w_i) g_i of the units start .. end - 1 that were drawn, in panels of CHUNK rows, and their
 * spans.
 */
function formMoments(
  state: ReplicateState,
  start: i32,
  end: i32,
  counts: usize,
  params: usize,
  rows: usize,
): void {
  const singles = state.singles;
  const drawn = listDrawn(start, end, counts);
  findSpans(state, start, end);
  if (singles.nrows > 0) weightedResiduals(state, drawn, params);
  let first = 0;
  for (let run = 0; run < singles.nruns; ++run) {
    const next = getInt(singles.ends, run);
    if (run & 1) singleMoments(state, first, next, rows);
    else blockMoments(state, first, next, params, rows);
    first = next;
  }
}
