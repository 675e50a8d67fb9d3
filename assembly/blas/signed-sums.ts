/**
 * Products with matrices of signs by tables, the method of the four Russians (Arlazarov, Dinic, Kronrod and Faradzhev,
 * 1970). All signed sums of every CODE rows of B are formed once, one addition each; a column of signs then takes one
 * addition for CODE rows:
 *
 *   T(s_1, .., s_i) = T(s_1, .., s_(i-1)) + s_i b_i,     c_r = sum over groups of rows of T(their signs in column r)
 *
 * T(-s) = -T(s) to the bit, so opposite signs have opposite sums. 1000 rows of 234 columns, 512 and 64 columns of signs: 7.3
 * and 14.6 us a column with tables of 5 rows, 7.4 and 18.1 with 6, 20.8 by `dgemmPanels` (busy machine, Node 20).
 */
import { doubles } from '../memory/layout';
import { panelCount, rectanglePanel } from './panels';

/** Rows of a table. Part of the numeric contract. */
const CODE: i32 = 5;
/** Tables at a time: 128 kB, for the second level of cache. Of no influence on the sums. */
const GROUPS: i32 = 64;
/** Bytes of the sums of 8 columns, as a power of 2, and of a table. */
const SUM: i32 = 6;
const TABLE: i32 = 1 << (CODE + SUM);

/** Bytes of scratch. */
export function signedSumsWork(m: i32, k: i32): usize {
  return usize(GROUPS * TABLE) + (usize(m * codeCount(k)) << 1);
}

function codeCount(k: i32): i32 {
  return (k + CODE - 1) / CODE;
}

/**
 * C := C + S'B, S k x m of -1 and 1, column-major, and B k x n in panels of k rows. Row r of C lies at c + r * ldc, with
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
  const codes = work + GROUPS * TABLE;
  const codeBytes = usize(codeCount(k)) << 1;
  for (let r = 0; r < m; ++r) encode(k, s + doubles(r * k), codes + usize(r) * codeBytes);
  for (let q = 0; q < panelCount(n); q += 2) {
    // The last of an odd number of panels is paired with itself.
    const other = min(q + 1, panelCount(n) - 1);
    const left = rectanglePanel(b, k, q);
    const right = rectanglePanel(b, k, other);
    let own = codes;
    for (let start = 0; start < k; start += GROUPS * CODE) {
      const end = min(start + GROUPS * CODE, k);
      tabulate(start, end, left, work);
      tabulate(start, end, right, work + 32);
      let to = c + (usize(q) << 5);
      for (let r = 0; r < m; ++r) {
        lookUp(
          codeCount(end - start),
          own + usize(r) * codeBytes,
          work,
          to,
          to + (usize(other - q) << 5),
        );
        to += doubles(ldc);
      }
      own += GROUPS << 1;
    }
  }
}

/** codes (u16) := places of the sums of k signs in their tables. */
function encode(k: i32, s: usize, codes: usize): void {
  for (const end = s + doubles(k); s < end; codes += 2) {
    let code = 0;
    const last = min(s + doubles(CODE), end);
    for (let bit = SUM; s < last; ++bit) {
      code |= (load<u32>(s, 4) >> 31) << bit;
      s += 8;
    }
    store<u16>(codes, code);
  }
}

/**
 * Half of each sum of the tables := the signed sums of rows start .. end - 1 of a panel; bit i of its place is set where
 * row i is subtracted.
 */
function tabulate(start: i32, end: i32, panel: usize, table: usize): void {
  for (; start < end; start += CODE) {
    v128.store(table, f64x2.splat(0));
    v128.store(table, f64x2.splat(0), 16);
    for (let row = start, half = 1 << SUM; row < min(start + CODE, end); ++row, half <<= 1) {
      const x0 = v128.load(panel + (usize(row) << 5));
      const x1 = v128.load(panel + (usize(row) << 5), 16);
      for (let plus = table; plus < table + half; plus += 1 << SUM) {
        const minus = plus + half;
        const t0 = v128.load(plus);
        const t1 = v128.load(plus, 16);
        v128.store(minus, f64x2.sub(t0, x0));
        v128.store(minus, f64x2.sub(t1, x1), 16);
        v128.store(plus, f64x2.add(t0, x0));
        v128.store(plus, f64x2.add(t1, x1), 16);
      }
    }
    table += TABLE;
  }
}

/** Adds one sum of each of `count` tables to 4 numbers at `left` and to 4 at `right`. */
function lookUp(count: i32, codes: usize, tables: usize, left: usize, right: usize): void {
  let s0 = v128.load(left);
  let s1 = v128.load(left, 16);
  let s2 = v128.load(right);
  let s3 = v128.load(right, 16);
  for (const end = codes + (usize(count) << 1); codes < end; codes += 2) {
    const sum = tables + load<u16>(codes);
    s0 = f64x2.add(s0, v128.load(sum));
    s1 = f64x2.add(s1, v128.load(sum, 16));
    s2 = f64x2.add(s2, v128.load(sum, 32));
    s3 = f64x2.add(s3, v128.load(sum, 48));
    tables += TABLE;
  }
  v128.store(left, s0);
  v128.store(left, s1, 16);
  v128.store(right, s2);
  v128.store(right, s3, 16);
}
