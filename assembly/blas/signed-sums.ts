/**
 * Products with matrices of signs, by tables (the method of the four Russians: Arlazarov, Dinic, Kronrod and Faradzhev,
 * 1970). Of every CODE rows of B all signed sums are formed once, so that a column of signs takes one addition for CODE of
 * its rows:
 *
 *   T(s_1 .. s_i) = T(s_1 .. s_(i-1)) + s_i b_i,     c_r = sum over groups g of T_g(signs of column r in g)
 *
 * T(-s) = -T(s) to the bit, and so are the products of opposite signs.
 *
 * 1000 rows of 234 columns, 512 columns of signs: 6.8 us a column of signs with codes of 6, 7.5 with 4 and 8.9 with 8, against
 * 20.8 by `dgemmPanels` (Node 20).
 */
import { doubles, integers, setInt } from '../memory/layout';
import { panelCount, rectanglePanel } from './panels';

/** Rows of a table. Part of the numeric contract. */
const CODE: i32 = 6;
/** Tables at a time: 128 kB, for the second level of cache. */
const GROUPS: i32 = 32;
/** Bytes of a sum of 8 columns as a power of 2, and of a table. */
const SUM: i32 = 6;
const TABLE: i32 = 1 << (CODE + SUM);

/** Bytes of scratch; a pair of signs is read at a time, so that up to CODE - 1 doubles after the last are read too. */
export function signedSumsWork(m: i32, k: i32): usize {
  return usize(GROUPS * TABLE) + usize(m) * integers(codeCount(k));
}

function codeCount(k: i32): i32 {
  return (k + CODE - 1) / CODE;
}

/**
 * C := S'B, S k x m of -1 and 1, column-major, and B k x n in panels of k rows. Row r of C lies at c + r * ldc, with room
 * for whole panels.
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
  const groups = codeCount(k);
  const rest = k - (groups - 1) * CODE;
  const codes = work + GROUPS * TABLE;
  for (let r = 0; r < m; ++r) encode(groups, rest, s + doubles(r * k), codes + integers(r * groups));
  memory.fill(c, 0, doubles(m * ldc));
  const last = panelCount(n) - 1;
  for (let q = 0; q <= last; q += 2) {
    // The last of an odd number of panels is paired with itself.
    const other = min(q + 1, last);
    for (let start = 0; start < groups; start += GROUPS) {
      const count = min(GROUPS, groups - start);
      for (let g = 0; g < count; ++g) {
        const row = (start + g) * CODE;
        const rows = min(CODE, k - row);
        const table = work + g * TABLE;
        tabulate(rows, rectanglePanel(b, k, q) + (usize(row) << 5), table);
        tabulate(rows, rectanglePanel(b, k, other) + (usize(row) << 5), table + 32);
      }
      for (let r = 0; r < m; ++r) {
        const to = c + doubles(r * ldc);
        const own = codes + integers(r * groups + start);
        lookUp(count, own, work, to + (usize(q) << 5), to + (usize(other) << 5));
      }
    }
  }
}

/** codes := places of the sums in GROUPS tables, the last one of `rest` rows. */
function encode(groups: i32, rest: i32, s: usize, codes: usize): void {
  for (let g = 0; g < groups; ++g) {
    let code = 0;
    for (let i = 0; i < CODE; i += 2) {
      code |= i64x2.bitmask(v128.load(s)) << i;
      s += 16;
    }
    if (g == groups - 1) code &= (1 << rest) - 1;
    setInt(codes, g, (g % GROUPS) * TABLE + (code << SUM));
  }
}

/** Half of each sum of a table := the signed sums of `rows` rows of a panel, bit i set where row i is subtracted. */
function tabulate(rows: i32, panel: usize, table: usize): void {
  v128.store(table, f64x2.splat(0));
  v128.store(table, f64x2.splat(0), 16);
  for (let i = 0; i < rows; ++i) {
    const x0 = v128.load(panel);
    const x1 = v128.load(panel, 16);
    const half = usize(1) << (i + SUM);
    for (let plus = table; plus < table + half; plus += 1 << SUM) {
      const minus = plus + half;
      const t0 = v128.load(plus);
      const t1 = v128.load(plus, 16);
      v128.store(minus, f64x2.sub(t0, x0));
      v128.store(minus, f64x2.sub(t1, x1), 16);
      v128.store(plus, f64x2.add(t0, x0));
      v128.store(plus, f64x2.add(t1, x1), 16);
    }
    panel += 32;
  }
}

/** Adds one sum of each of `count` tables to 4 numbers at `left` and to 4 at `right`. */
function lookUp(count: i32, codes: usize, tables: usize, left: usize, right: usize): void {
  let s0 = v128.load(left);
  let s1 = v128.load(left, 16);
  let s2 = v128.load(right);
  let s3 = v128.load(right, 16);
  for (const end = codes + integers(count); codes < end; codes += 4) {
    const sum = tables + load<u32>(codes);
    s0 = f64x2.add(s0, v128.load(sum));
    s1 = f64x2.add(s1, v128.load(sum, 16));
    s2 = f64x2.add(s2, v128.load(sum, 32));
    s3 = f64x2.add(s3, v128.load(sum, 48));
  }
  v128.store(left, s0);
  v128.store(left, s1, 16);
  v128.store(right, s2);
  v128.store(right, s3, 16);
}
