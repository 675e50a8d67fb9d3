/**
 * Sums of the rows that replicates drew, by tables (`table-rows.ts`).
 *
 *   C := C + W'B, W k x m of counts, B k x n ranged
 *
 * The sums of all subsets of four rows are tabulated. For every four rows a replicate adds the table entry of the rows
 * with an odd count, and twice the entries of the rows with counts of at least 2, 4, and so on:
 *
 *   c_r = sum over fours of T(w odd) + 2 (T(w >= 2) + T(w >= 4) + ..)
 *
 * With 100 rows, of which 63 are drawn, a replicate adds 41 table rows and multiplies none. Per replicate, for 64
 * replicates on Node 20: 140 rows of 664 columns, 8.4 us row by row, 6.5 us by tables; 1000 rows of 881 columns, 82 and
 * 64 us. Tables of five rows cost more to form than they save.
 */
import { alloc, exhausted } from '../memory/arena';
import { doubles, integers, setFour } from '../memory/layout';
import { addFours, panelCount } from './panels';
import { rangeBefore, rangeEnd, rangeFirst } from './ranged-panels';
import { PANELS, ROW, addRows, wholeRows } from './table-rows';

/**
 * Rows of a table; rows of a block, whose tables fit into the first-level cache; rows that are listed at a time. Part
 * of the numeric contract.
 */
const CODE: i32 = 4;
const BLOCK: i32 = 16 * CODE;
const LISTED: i32 = 16 * BLOCK;

/** Bytes of one table, and of all tables of a block. */
const TABLE: i32 = ROW << CODE;
const TABLES: i32 = (BLOCK / CODE) * TABLE;

/** Zeros for four columns of a row that a panel does not store. */
// @ts-ignore: decorator
@lazy
const ZEROS: usize = memory.data(32, 16);


@unmanaged
export class DrawnSums {
  /** Replicates. */
  m: i32;
  /**
   * Bytes of the lists of a replicate: where the lists of each table start (u32, twice), and the places of ones and of
   * twos.
   */
  size: usize;
  lists: usize;
  /** B and the ranges of its panels. */
  b: usize;
  ranges: usize;
  /** f64: the tables of 16 columns of a block, and the sums of each replicate. */
  tables: usize;
  sums: usize;
}

/** Allocates m replicates of k rows of B, each with at most `draws` draws; check `exhausted()` afterwards. */
export function openDrawnSums(m: i32, k: i32, draws: i32, b: usize, ranges: usize): DrawnSums {
  const workspace = changetype<DrawnSums>(alloc(offsetof<DrawnSums>()));
  if (exhausted()) return workspace;
  workspace.b = b;
  workspace.ranges = ranges;
  const tables = min(k, LISTED) / CODE + 2;
  workspace.size = integers(3 * tables + draws / 2);
  workspace.lists = alloc(usize(m) * workspace.size);
  workspace.tables = wholeRows(alloc(usize(TABLES + ROW)));
  workspace.sums = alloc(usize(m * ROW));
  return workspace;
}

/**
 * Adds to n columns of C, whose rows m need not fill whole tiles; `counts` holds k integers for each of the m
 * replicates.
 */
export function drawnSums(
  workspace: DrawnSums,
  m: i32,
  n: i32,
  k: i32,
  counts: usize,
  c: usize,
  ldc: i32,
): void {
  workspace.m = m;
  for (let start = 0; start < k; start += LISTED) {
    const rows = min(LISTED, k - start);
    for (let r = 0; r < m; ++r) {
      listRows(rows, counts + integers(r * k + start), workspace.lists + usize(r) * workspace.size);
    }
    for (let q = 0; q < panelCount(n); q += PANELS) {
      const count = min(PANELS, panelCount(n) - q);
      memory.fill(workspace.sums, 0, m * ROW);
      sumPanels(workspace, start, start + rows, q, count);
      for (let r = 0; r < m; ++r) {
        addFours(count, workspace.sums + usize(r * ROW), c + doubles(r * ldc + 4 * q));
      }
    }
  }
}

/** Lists what a replicate adds from the tables of `rows` rows. */
function listRows(rows: i32, counts: usize, list: usize): void {
  const tables = (rows + CODE - 1) / CODE;
  let ones = list + integers(2 * (tables + 1));
  let twos = ones + integers(tables);
  let table = 0;
  for (; rows > 0; rows -= CODE) {
    store<u32>(list, u32(ones));
    store<u32>(list, u32(twos), 4);
    list += 8;
    // Counts past the last row belong to other rows.
    const kept = v128.and(v128.load(counts), i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(rows)));
    const odd = i32x4.bitmask(i32x4.shl(kept, 31));
    store<u32>(ones, table + odd * ROW);
    ones += odd > 0 ? 4 : 0;
    let pairs = i32x4.shr_s(kept, 1);
    do {
      const some = i32x4.gt_s(pairs, i32x4.splat(0));
      const which = i32x4.bitmask(some);
      store<u32>(twos, table + which * ROW);
      twos += which > 0 ? 4 : 0;
      pairs = i32x4.add(pairs, some);
    } while (v128.any_true(pairs));
    counts += 4 * CODE;
    table = (table + TABLE) & (TABLES - 1);
  }
  store<u32>(list, u32(ones));
  store<u32>(list, u32(twos), 4);
}

/** sums := the sums over the rows start .. end - 1 of panels q to q + count - 1, a block at a time. */
function sumPanels(workspace: DrawnSums, start: i32, end: i32, q: i32, count: i32): void {
  let first = end;
  let last = start;
  for (let p = q; p < q + count; ++p) {
    first = min(first, rangeFirst(workspace.ranges, p));
    last = max(last, rangeEnd(workspace.ranges, p));
  }
  first = (max(first, start) - start) & -CODE;
  last = min(last, end) - start;
  while (first < last) {
    const block = first & -BLOCK;
    const past = min(block + BLOCK, last);
    const table = workspace.tables + usize(((first - block) / CODE) * TABLE);
    for (let p = 0; p < count; ++p) {
      tabulate(workspace, q + p, start + first, start + past, table + (usize(p) << 5));
    }
    for (let r = 0; r < workspace.m; ++r) {
      const list = workspace.lists + usize(r) * workspace.size;
      const blockStart = list + integers(2 * (first / CODE));
      const stop = list + integers(2 * ((past + CODE - 1) / CODE));
      addRows(
        load<u32>(blockStart),
        load<u32>(stop),
        load<u32>(blockStart, 4),
        load<u32>(stop, 4),
        workspace.tables,
        workspace.sums + usize(r * ROW),
      );
    }
    first = past;
  }
}

/**
 * Fills the tables of one panel with the sums of all subsets of each CODE rows from `row` to `end` - 1: first those
 * without a row, then those with it.
 */
function tabulate(workspace: DrawnSums, q: i32, row: i32, end: i32, table: usize): void {
  const first = rangeFirst(workspace.ranges, q);
  const past = rangeEnd(workspace.ranges, q);
  const panel = workspace.b + (usize(rangeBefore(workspace.ranges, q) - first) << 5);
  for (; row < end; table += TABLE) {
    setFour(table, f64x2.splat(0), f64x2.splat(0));
    for (let half = ROW; half < TABLE; half <<= 1) {
      const from = row >= first && row < past ? panel + (usize(row) << 5) : ZEROS;
      const x0 = v128.load(from);
      const x1 = v128.load(from, 16);
      for (let without = table; without < table + half; without += ROW) {
        setFour(
          without + half,
          f64x2.add(v128.load(without), x0),
          f64x2.add(v128.load(without, 16), x1),
        );
      }
      ++row;
    }
  }
}
