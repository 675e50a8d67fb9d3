/**
 * Sums of the rows that replicates drew: the product of `dgemmPanels` where a third of the left matrix is 0.
 *
 *   C := C + W'B, W k x m of counts, B k x n ranged
 *
 * The rows that a replicate drew are listed with their counts, and 16 columns of them are summed at a time: 28
 * instructions a row where the 4x4 kernel takes 25 for each of four replicates, but for 63 rows of 100. 64 replicates of
 * 140 units take 12.2 us for 16 columns and not 16.8, and whole replicates with 42 to 113 instruments 3 to 5 % less.
 *
 * A row that is left out would add 0, and the others are added in the order of `dgemmPanels` and in its blocks: the bits
 * are the same.
 */
import { alloc, exhausted } from '../memory/arena';
import { doubles, getInt, integers } from '../memory/layout';
import { KC } from './panel-product';
import { addFours, copyFours, panelCount } from './panels';
import { rangeBefore, rangeEnd, rangeFirst } from './ranged-panels';

/** Columns of one pass, and the bytes of a row of them. */
const WIDE: i32 = 16;
const ROW: usize = 128;

/** Rows of B, side by side, that stay in the first cache. */
const STRIP: i32 = 192;

/**
 * Bytes of a row in a list: its count as a double, and where it is in a block. The last four of the i-th say how many bytes
 * are listed before row i.
 */
const LISTED: i32 = 16;
const PLACE: usize = 12;


@unmanaged
export class DrawnSums {
  /** Replicates, and rows of a block. */
  m: i32;
  rows: i32;
  /** B and the ranges of its panels. */
  b: usize;
  ranges: usize;
  /** Of each replicate: the rows of a block that it drew. */
  lists: usize;
  /** f64: 16 columns of some rows, and the sums of each replicate. */
  strip: usize;
  sums: usize;
}

/** Room for m replicates of k rows of B; check `exhausted()` afterwards. */
export function openDrawnSums(m: i32, k: i32, b: usize, ranges: usize): DrawnSums {
  const own = changetype<DrawnSums>(alloc(offsetof<DrawnSums>()));
  if (exhausted()) return own;
  own.b = b;
  own.ranges = ranges;
  own.rows = min(k, KC);
  own.lists = alloc(usize(m * LISTED) * usize(own.rows + 1));
  own.strip = alloc(usize(STRIP) * ROW);
  own.sums = alloc(usize(m) * ROW);
  return own;
}

/** n columns of C, of whose rows m need no whole tile; `counts` holds k integers for each of the m replicates. */
export function drawnSums(
  own: DrawnSums,
  m: i32,
  n: i32,
  k: i32,
  counts: usize,
  c: usize,
  ldc: i32,
): void {
  own.m = m;
  for (let start = 0; start < k; start += KC) {
    const rows = min(KC, k - start);
    for (let r = 0; r < m; ++r) listRows(own, r, rows, counts + integers(r * k + start));
    for (let j = 0; j < n; j += WIDE) {
      const count = min(4, panelCount(n - j));
      memory.fill(own.sums, 0, usize(m) * ROW);
      sumPanels(own, start, rows, j >> 2, count);
      for (let r = 0; r < m; ++r) {
        addFours(count, own.sums + usize(r) * ROW, c + doubles(r * ldc + j));
      }
    }
  }
}

/** The rows of a block that replicate r drew. */
function listRows(own: DrawnSums, r: i32, rows: i32, counts: usize): void {
  const list = listOf(own, r);
  let place = list;
  let listed: i32 = 0;
  for (let i = 0; i < rows; ++i) {
    const count = getInt(counts, i);
    store<f64>(list + usize(listed), f64(count));
    store<i32>(list + usize(listed), i << 7, 8);
    store<i32>(place, listed, PLACE);
    listed += count > 0 ? LISTED : 0;
    place += LISTED;
  }
  store<i32>(place, listed, PLACE);
}

// @ts-ignore: decorator
@inline
function listOf(own: DrawnSums, r: i32): usize {
  return own.lists + usize(LISTED * r) * usize(own.rows + 1);
}

/** Where the rows of a list from row i of the block on begin. */
function placeIn(list: usize, i: i32): usize {
  return list + usize(load<i32>(list + usize(LISTED * i), PLACE));
}

/** sums += the rows of a block in panels q to q + count - 1, a strip at a time. */
function sumPanels(own: DrawnSums, start: i32, rows: i32, q: i32, count: i32): void {
  let first = start + rows;
  let end = start;
  for (let p = q; p < q + count; ++p) {
    first = min(first, rangeFirst(own.ranges, p));
    end = max(end, rangeEnd(own.ranges, p));
  }
  first = max(first, start);
  end = min(end, start + rows);
  for (let from = first; from < end; from += STRIP) {
    const to = min(from + STRIP, end);
    const zero = own.strip - usize(from - start) * ROW;
    memory.fill(own.strip, 0, usize(to - from) * ROW);
    for (let p = 0; p < count; ++p) copyRows(own, q + p, from, to, own.strip + (usize(p) << 5));
    for (let r = 0; r < own.m; ++r) {
      const list = listOf(own, r);
      const sums = own.sums + usize(r) * ROW;
      addRows(placeIn(list, from - start), placeIn(list, to - start), zero, sums);
    }
  }
}

/** Those of the rows from .. to - 1 that a panel stores. */
function copyRows(own: DrawnSums, q: i32, from: i32, to: i32, out: usize): void {
  const ranges = own.ranges;
  const stored = rangeFirst(ranges, q);
  const first = max(from, stored);
  const count = min(to, rangeEnd(ranges, q)) - first;
  const panel = own.b + (usize(rangeBefore(ranges, q) + first - stored) << 5);
  copyFours(count, panel, 32, out + usize(first - from) * ROW, ROW);
}

/** sums += count times row, of the listed rows. The branch is never taken: it keeps the loads apart, as in `micro.ts`. */
function addRows(list: usize, end: usize, rows: usize, sums: usize): void {
  let c0 = v128.load(sums);
  let c1 = v128.load(sums, 16);
  let c2 = v128.load(sums, 32);
  let c3 = v128.load(sums, 48);
  let c4 = v128.load(sums, 64);
  let c5 = v128.load(sums, 80);
  let c6 = v128.load(sums, 96);
  let c7 = v128.load(sums, 112);
  list -= LISTED;
  end -= LISTED;
  while (list < end) {
    list += LISTED;
    const row = rows + usize(load<i32>(list, 8));
    const count = v128.load_splat<f64>(list);
    c0 = f64x2.add(c0, f64x2.mul(count, v128.load(row)));
    c1 = f64x2.add(c1, f64x2.mul(count, v128.load(row, 16)));
    c2 = f64x2.add(c2, f64x2.mul(count, v128.load(row, 32)));
    c3 = f64x2.add(c3, f64x2.mul(count, v128.load(row, 48)));
    if (row == 0) break;
    c4 = f64x2.add(c4, f64x2.mul(count, v128.load(row, 64)));
    c5 = f64x2.add(c5, f64x2.mul(count, v128.load(row, 80)));
    c6 = f64x2.add(c6, f64x2.mul(count, v128.load(row, 96)));
    c7 = f64x2.add(c7, f64x2.mul(count, v128.load(row, 112)));
  }
  v128.store(sums, c0);
  v128.store(sums, c1, 16);
  v128.store(sums, c2, 32);
  v128.store(sums, c3, 48);
  v128.store(sums, c4, 64);
  v128.store(sums, c5, 80);
  v128.store(sums, c6, 96);
  v128.store(sums, c7, 112);
}
