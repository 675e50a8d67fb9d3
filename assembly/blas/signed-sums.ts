/**
 * Products with matrices of signs by tables (`table-rows.ts`). All signed sums of every CODE rows of B are formed once,
 * with one addition each; a column of signs then needs one addition per CODE rows:
 *
 *   T(s_1, .., s_i) = T(s_1, .., s_(i-1)) + s_i b_i,     c_r = sum over groups of rows of T(their signs in column r)
 *
 * The sums of all columns are contiguous, and so are their places in the tables of a block. Encoding the signs block by
 * block, as the tables are formed, would read them across their columns and take 2 us more per column (1000 rows of 234
 * columns, 512 columns of signs, busy machine, Node 20).
 *
 * T(-s) = -T(s) to the bit, so opposite signs have opposite sums. 1000 rows of 234 columns, with 512 and 64 columns of
 * signs, time per column: 9.4 and 13.8 us with tables of 5 rows, 11.6 and 36 us with 6 rows, 30 us by `dgemmPanels`
 * (Intel Xeon, Node 20).
 */
import { doubles, setFour } from '../memory/layout';
import { addFours, panelCount, rectanglePanel } from './panels';
import { PANELS, ROW, addRows, wholeRows } from './table-rows';

/** Rows of a table. Part of the numeric contract. */
const CODE: i32 = 5;
/** Rows whose tables fit into the first-level cache. It does not change the sums. */
const BLOCK: i32 = 8 * CODE;
/** Bytes of one table, and of all tables of a block. */
const TABLE: i32 = ROW << CODE;
const TABLES: i32 = (BLOCK / CODE) * TABLE;

/** Bytes of scratch. */
export function signedSumsWork(m: i32, k: i32): usize {
  return usize(ROW + TABLES) + usize(m) * usize(ROW + 4 * ((k + CODE - 1) / CODE));
}

/**
 * C := C + S'B, S k x m of -1 and 1, column-major, and B k x n in panels of k rows. Row r of C is at c + r * ldc, with
 * room for whole panels.
 */
export function signedSums(
  m: i32,
  n: i32,
  k: i32,
  s: usize,
  b: usize,
  c: usize,
  ldc: i32,
  work: usize,
): void {
  const tables = wholeRows(work);
  const sums = tables + TABLES;
  for (let r = 0; r < m; ++r) encode(m, k, r, s + doubles(r * k), sums + usize(m * ROW));
  for (let q = 0; q < panelCount(n); q += PANELS) {
    let places = sums + usize(m * ROW);
    memory.fill(sums, 0, m * ROW);
    for (let start = 0; start < k; start += BLOCK) {
      const rows = min(BLOCK, k - start);
      for (let p = 0; p < PANELS; ++p) {
        const panel = rectanglePanel(b, k, min(q + p, panelCount(n) - 1));
        tabulate(rows, panel + (usize(start) << 5), tables + (p << 5));
      }
      for (let r = 0; r < m; ++r) {
        const end = places + (usize((rows + CODE - 1) / CODE) << 2);
        addRows(places, end, end, end, tables, sums + r * ROW);
        places = end;
      }
    }
    const panels = min(PANELS, panelCount(n) - q);
    for (let r = 0; r < m; ++r) {
      addFours(panels, sums + r * ROW, c + (usize(q) << 5) + doubles(r * ldc));
    }
  }
}

/** places (u32) := the places of the sums of column r's signs, one per table; those of all columns block by block. */
function encode(m: i32, k: i32, r: i32, s: usize, places: usize): void {
  const end = s + doubles(k);
  while (s < end) {
    const blockEnd = min(s + doubles(BLOCK), end);
    const count = (i32((blockEnd - s) >> 3) + CODE - 1) / CODE;
    let to = places + (usize(r * count) << 2);
    places += usize(m * count) << 2;
    for (let table = 0; s < blockEnd; table += TABLE) {
      let place = table;
      const last = min(s + doubles(CODE), blockEnd);
      for (let row = ROW; s < last; row <<= 1) {
        place += row & (load<i32>(s, 4) >> 31);
        s += 8;
      }
      store<u32>(to, place);
      to += 4;
    }
  }
}

/**
 * Fills one panel of the tables with the signed sums of rows of a panel; each row doubles the table and is subtracted
 * in the second half.
 */
function tabulate(rows: i32, panel: usize, table: usize): void {
  for (const end = panel + (usize(rows) << 5); panel < end; table += TABLE) {
    setFour(table, f64x2.splat(0), f64x2.splat(0));
    const last = min(panel + 32 * CODE, end);
    for (let half = ROW; panel < last; half <<= 1) {
      const x0 = v128.load(panel);
      const x1 = v128.load(panel, 16);
      for (let plus = table; plus < table + half; plus += ROW) {
        const minus = plus + half;
        const t0 = v128.load(plus);
        const t1 = v128.load(plus, 16);
        setFour(minus, f64x2.sub(t0, x0), f64x2.sub(t1, x1));
        setFour(plus, f64x2.add(t0, x0), f64x2.add(t1, x1));
      }
      panel += 32;
    }
  }
}
