/**
 * What the derivative of S2 a by the one-step estimate takes of each unit drawn, w_i times, into a replicate:
 *
 *   c_i = Q_i'a (K numbers),    s_i = g_i'a = q_i'a - c_i'b1
 *
 * (`replicate-derivative.ts`). Decision: one matrix product for all units and all replicates of a batch, though a third of
 * the units is not drawn into a replicate. Products of the units drawn alone take as long, for one replicate or for two at a
 * time; from the rows of a unit and what is not zero of its instruments they take twice as long.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../memory/arena';
import { at, doubles, get, getInt, integers, set } from '../../memory/layout';
import { BATCH } from '../../memory/records';
import { ddot } from '../../blas/level1';
import { RANGE, dgemmPanels, setRange } from '../../blas/panel-product';
import { pack, padded, panelCount, rectangleEntry, rectangleSize } from '../../blas/panels';
import { blockSize } from '../../moments/moment-block';
import { Blocks } from './blocks';

/**
 * Units of one product: their blocks, those packed, and what comes of them stay in cache. Not more than CHUNK of
 * `blocks.ts`. Part of the numeric contract.
 */
export const GROUP: i32 = 80;


@unmanaged
export class Projections {
  /** f64, panels of padded(L) rows, a column for each replicate of a batch: a. */
  a: usize;
  /** f64, ranged, padded(L) rows x GROUP (K + 1): the blocks of some units without the instruments that none has. */
  packed: usize;
  ranges: usize;
  /** f64, of each replicate: c_i and q_i'a of these units. */
  products: usize;
  /** f64, panels of GROUP rows x K: sqrt(w_i) c_i of those of these units that were drawn into one replicate. */
  rows: usize;
  /** f64, panels of nunits rows, a column for each replicate: w_i s_i, 0 for units that were not drawn. */
  factors: usize;
}

/** Check `exhausted()` afterwards. */
export function openProjections(blocks: Blocks): Projections {
  const own = changetype<Projections>(alloc(offsetof<Projections>()));
  if (exhausted()) return own;
  const rows = padded(blocks.n);
  own.a = allocMatrix(rows, BATCH);
  own.packed = alloc(doubles(rectangleSize(rows, GROUP * (blocks.k + 1))));
  own.ranges = alloc(integers(RANGE * panelCount(GROUP * (blocks.k + 1))));
  own.products = allocMatrix(BATCH, stride(blocks.k));
  own.rows = allocZeroed(doubles(rectangleSize(GROUP, blocks.k)));
  own.factors = allocMatrix(blocks.nunits, BATCH);
  return own;
}

/** Doubles from the products of one replicate to those of the next. */
function stride(k: i32): i32 {
  return padded(GROUP * (k + 1));
}

/** Products of the blocks of the units from .. to - 1, a group, with the a of `count` replicates. */
export function projectGroup(
  own: Projections,
  blocks: Blocks,
  count: i32,
  from: i32,
  to: i32,
): void {
  const rows = padded(blocks.n);
  const columns = (to - from) * (blocks.k + 1);
  const zeros = 4 * panelsWithout(blocks, from, to);
  const height = rows - zeros;
  const first = blocks.moments + usize(from) * doubles(blockSize(blocks.k, blocks.n));
  pack(height, columns, at(first, zeros), 1, rows, height, own.packed);
  for (let q = 0; q < panelCount(columns); ++q) setRange(own.ranges, q, zeros, rows, q * height);
  dgemmPanels(count, columns, rows, own.a, own.packed, own.ranges, own.products, stride(blocks.k));
}

/** Panels of instruments, of few rows first, that are zero for the units from .. to - 1. */
function panelsWithout(blocks: Blocks, from: i32, to: i32): i32 {
  let p = 0;
  while (p < panelCount(blocks.n) - 1) {
    if (getInt(blocks.ranges, 2 * p) < to && getInt(blocks.ranges, 2 * p + 1) > from) break;
    ++p;
  }
  return p;
}

/** The rows and the factors of those of the same units that were drawn into replicate b. */
export function keepDrawn(
  own: Projections,
  blocks: Blocks,
  b: i32,
  draws: usize,
  from: i32,
  to: i32,
): void {
  const k = blocks.k;
  const counts = draws + integers(b * blocks.nunits);
  const params = blocks.firsts + doubles(b * (k + 1));
  let c = own.products + doubles(b * stride(k));
  let row = own.rows;
  let factor = rectangleEntry(own.factors, blocks.nunits, from, b);
  for (let i = from; i < to; ++i) {
    const weight = f64(getInt(counts, i));
    if (weight > 0) {
      store<f64>(factor, weight * (get(c, k) - ddot(k, c, params)));
      keepRow(k, sqrt<f64>(weight), c, row);
      row += 32;
    }
    c += doubles(k + 1);
    factor += 32;
  }
}

/** A row of panels := scale c, K numbers. */
// @ts-ignore: decorator
@inline
function keepRow(k: i32, scale: f64, c: usize, row: usize): void {
  const factor = f64x2.splat(scale);
  let j = 0;
  for (; j + 4 <= k; j += 4) {
    v128.store(row, f64x2.mul(factor, v128.load(c)));
    v128.store(row, f64x2.mul(factor, v128.load(c, 16)), 16);
    c += 32;
    row += doubles(4 * GROUP);
  }
  for (let r = 0; r < k - j; ++r) set(row, r, scale * get(c, r));
}
