/**
 * The derivative of S2 a by the one-step estimate, summed over the units of a replicate, w_i times drawn:
 *
 *   B = sum w_i (s_i Q_i + g_i c_i'), c_i = Q_i'a, s_i = g_i'a = q_i'a - c_i'b1
 *
 * (`moments/moment-block.ts`). Four products of L x K for each unit; four units share a pass over the sum. A chunk of
 * units is taken for all replicates of a batch, as in `second-moments.ts`, with g_i formed anew.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, get, getInt, integers, set } from '../../memory/layout';
import { BATCH } from '../../memory/records';
import { Status } from '../../status';
import { daxpy, ddot } from '../../blas/level1';
import { ADD, tile } from '../../blas/micro';
import {
  padded,
  panelCount,
  rectangleEntry,
  rectanglePanel,
  rectangleSize,
} from '../../blas/panels';
import { blockSize } from '../../moments/moment-block';
import { SINGULAR } from '../../moments/panel-step';
import { CHUNK, Blocks, select } from './blocks';
import { formMoments } from './second-moments';


@unmanaged
export class Derivative {
  /** f64, of each replicate of a batch: panels of padded(L) rows x K, B. */
  sums: usize;
  /** f64, of each: padded(L), a. */
  weighted: usize;
  /** f64, of each: K columns of padded(L), sum w_i s_i Q_i. */
  scaledSums: usize;
  /** The same of the replicate at hand. */
  sum: usize;
  a: usize;
  scaled: usize;
  /** f64, padded(K + 1): c_i and q_i'a. */
  c: usize;
  /** f64, panels of CHUNK rows x K: c_i of some units. */
  rows: usize;
  /** f64 and usize, 4 each: w_i s_i and the blocks of units whose Q_i are to be added. */
  factors: usize;
  units: usize;
}

/** Check `exhausted()` afterwards. */
export function openDerivative(k: i32, n: i32): Derivative {
  const derivative = changetype<Derivative>(alloc(offsetof<Derivative>()));
  if (exhausted()) return derivative;
  derivative.sums = allocMatrix(BATCH, rectangleSize(padded(n), k));
  derivative.weighted = allocMatrix(BATCH, padded(n));
  derivative.scaledSums = allocMatrix(BATCH, padded(n) * k);
  derivative.c = allocZeroed(doubles(padded(k + 1)));
  derivative.rows = allocZeroed(doubles(CHUNK * padded(k)));
  derivative.factors = alloc(doubles(4));
  derivative.units = alloc(4 * sizeof<usize>());
  return derivative;
}

/** Replicate b of the batch is the one at hand. */
export function selectDerivative(derivative: Derivative, blocks: Blocks, b: i32): void {
  const rows = padded(blocks.n);
  derivative.sum = derivative.sums + doubles(b * rectangleSize(rows, blocks.k));
  derivative.a = derivative.weighted + doubles(b * rows);
  derivative.scaled = derivative.scaledSums + doubles(b * rows * blocks.k);
}

/** The B of `count` replicates with a two-step estimate, into their slots; `draws` holds nunits counts each. */
export function sumDerivatives(
  derivative: Derivative,
  blocks: Blocks,
  count: i32,
  draws: usize,
): void {
  const rows = padded(blocks.n);
  memory.fill(derivative.scaledSums, 0, doubles(count * rows * blocks.k));
  memory.fill(derivative.sums, 0, doubles(count * rectangleSize(rows, blocks.k)));
  for (let start = 0; start < blocks.nunits; start += blocks.chunk) {
    const end = min(blocks.nunits, start + blocks.chunk);
    for (let b = 0; b < count; ++b) {
      if ((getInt(blocks.secondStatuses, b) & ~SINGULAR) != Status.Ok) continue;
      select(blocks, b);
      selectDerivative(derivative, blocks, b);
      addChunk(derivative, blocks, start, end, draws + integers(b * blocks.nunits));
    }
  }
  for (let b = 0; b < count; ++b) {
    selectDerivative(derivative, blocks, b);
    addScaled(derivative, blocks);
  }
}

/** Adds the units start .. end - 1 that were drawn for the replicate at hand. */
function addChunk(
  derivative: Derivative,
  blocks: Blocks,
  start: i32,
  end: i32,
  counts: usize,
): void {
  const size = padded(blocks.n) * blocks.k;
  const stride = doubles(blockSize(blocks.k, blocks.n));
  let unit = blocks.moments + usize(start) * stride;
  let drawn = 0;
  formMoments(blocks, start, end, counts, blocks.first, blocks.rows);
  for (let i = start; i < end; ++i) {
    const count = getInt(counts, i);
    if (count > 0) {
      const to = derivative.rows + doubles(4 * drawn);
      const s = projectUnit(derivative, blocks, unit, f64(count), to);
      set(derivative.factors, drawn & 3, s);
      store<usize>(derivative.units + (usize(drawn & 3) << 2), unit);
      if ((++drawn & 3) == 0) addFour(size, derivative);
    }
    unit += stride;
  }
  for (let r = 0; r < (drawn & 3); ++r) {
    const own = load<usize>(derivative.units + (usize(r) << 2));
    daxpy(size, get(derivative.factors, r), own, derivative.scaled);
  }
  foldProducts(derivative, blocks, blocks.rows, drawn);
}

/** Writes sqrt(w_i) c_i to a row of panels; returns w_i s_i. */
function projectUnit(
  derivative: Derivative,
  blocks: Blocks,
  unit: usize,
  weight: f64,
  to: usize,
): f64 {
  const k = blocks.k;
  const c = derivative.c;
  project(padded(blocks.n), k + 1, unit, derivative.a, c);
  const scale = sqrt<f64>(weight);
  for (let j = 0; j < k; ++j) {
    set(to + doubles(4 * CHUNK * (j >> 2)), j & 3, scale * get(c, j));
  }
  return weight * (get(c, k) - ddot(k, c, blocks.first));
}

/** scaled += the Q_i of the four units that wait, each times its factor, in their order. */
function addFour(size: i32, derivative: Derivative): void {
  const f0 = v128.load_splat<f64>(derivative.factors);
  const f1 = v128.load_splat<f64>(derivative.factors, 8);
  const f2 = v128.load_splat<f64>(derivative.factors, 16);
  const f3 = v128.load_splat<f64>(derivative.factors, 24);
  let q0 = load<usize>(derivative.units);
  let q1 = load<usize>(derivative.units, 4);
  let q2 = load<usize>(derivative.units, 8);
  let q3 = load<usize>(derivative.units, 12);
  for (let to = derivative.scaled, end = to + doubles(size); to < end; to += 16) {
    let sum = f64x2.add(v128.load(to), f64x2.mul(f0, v128.load(q0)));
    sum = f64x2.add(sum, f64x2.mul(f1, v128.load(q1)));
    sum = f64x2.add(sum, f64x2.mul(f2, v128.load(q2)));
    v128.store(to, f64x2.add(sum, f64x2.mul(f3, v128.load(q3))));
    q0 += 16;
    q1 += 16;
    q2 += 16;
    q3 += 16;
  }
}

/** out := A'x for `m` columns of `rows` doubles, four at a time. */
function project(rows: i32, m: i32, a: usize, x: usize, out: usize): void {
  const stride = doubles(rows);
  let j = 0;
  for (; j + 4 <= m; j += 4) {
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    let c0 = a + usize(j) * stride;
    let c1 = c0 + stride;
    let c2 = c1 + stride;
    let c3 = c2 + stride;
    for (let at = x, end = x + stride; at < end; at += 16) {
      const value = v128.load(at);
      s0 = f64x2.add(s0, f64x2.mul(value, v128.load(c0)));
      s1 = f64x2.add(s1, f64x2.mul(value, v128.load(c1)));
      s2 = f64x2.add(s2, f64x2.mul(value, v128.load(c2)));
      s3 = f64x2.add(s3, f64x2.mul(value, v128.load(c3)));
      c0 += 16;
      c1 += 16;
      c2 += 16;
      c3 += 16;
    }
    const low = f64x2.add(v128.shuffle<f64>(s0, s1, 0, 2), v128.shuffle<f64>(s0, s1, 1, 3));
    const high = f64x2.add(v128.shuffle<f64>(s2, s3, 0, 2), v128.shuffle<f64>(s2, s3, 1, 3));
    v128.store(out + doubles(j), low);
    v128.store(out + doubles(j), high, 16);
  }
  for (; j < m; ++j) set(out, j, ddot(rows, a + usize(j) * stride, x));
}

/** sum += g c' over the `count` units of a chunk. */
function foldProducts(derivative: Derivative, blocks: Blocks, chunk: usize, count: i32): void {
  const rows = padded(blocks.n);
  for (let q = 0; q < panelCount(blocks.k); ++q) {
    const right = rectanglePanel(derivative.rows, CHUNK, q);
    const to = rectanglePanel(derivative.sum, rows, q);
    for (let p = 0; p < panelCount(blocks.n); ++p) {
      const left = rectanglePanel(chunk, CHUNK, p);
      tile(ADD, count, left, right, to + (usize(p) << 7), 4);
    }
  }
}

/** sum += scaled. */
function addScaled(derivative: Derivative, blocks: Blocks): void {
  const rows = padded(blocks.n);
  for (let j = 0; j < blocks.k; ++j) {
    let to = rectangleEntry(derivative.sum, rows, 0, j);
    const from = derivative.scaled + doubles(rows * j);
    for (let l = 0; l < rows; ++l) {
      store<f64>(to, load<f64>(to) + get(from, l));
      to += 32;
    }
  }
}
