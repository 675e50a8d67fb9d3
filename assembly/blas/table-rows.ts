/**
 * Sums of rows by tables, the method of the four Russians (Arlazarov, Dinic, Kronrod and Faradzhev, 1970): all possible
 * sums of a few rows are formed once, and each replicate then adds one table row instead of those rows.
 *
 * A row has the 16 columns of four panels, whose sums stay in registers. Rows start at whole cache lines: if a row
 * spans three lines instead of two, the sums of drawn rows take a tenth longer (140 and 1000 units, Node 20).
 */

/** Panels and bytes of a row. */
export const PANELS: i32 = 4;
export const ROW: i32 = 32 * PANELS;

/** Returns the first address from `block` on, at most ROW - 1 bytes later, at which rows are whole cache lines. */
export function wholeRows(block: usize): usize {
  return (block + ROW - 1) & -ROW;
}

/** sums (16 doubles) += the table rows at the places (u32, in bytes) of one list, and twice those of another. */
export function addRows(
  ones: usize,
  endOfOnes: usize,
  twos: usize,
  endOfTwos: usize,
  table: usize,
  sums: usize,
): void {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  let s4 = f64x2.splat(0);
  let s5 = f64x2.splat(0);
  let s6 = f64x2.splat(0);
  let s7 = f64x2.splat(0);
  for (; twos < endOfTwos; twos += 4) {
    const row = table + load<u32>(twos);
    s0 = f64x2.add(s0, v128.load(row));
    s1 = f64x2.add(s1, v128.load(row, 16));
    s2 = f64x2.add(s2, v128.load(row, 32));
    s3 = f64x2.add(s3, v128.load(row, 48));
    s4 = f64x2.add(s4, v128.load(row, 64));
    s5 = f64x2.add(s5, v128.load(row, 80));
    s6 = f64x2.add(s6, v128.load(row, 96));
    s7 = f64x2.add(s7, v128.load(row, 112));
  }
  s0 = f64x2.add(f64x2.add(s0, s0), v128.load(sums));
  s1 = f64x2.add(f64x2.add(s1, s1), v128.load(sums, 16));
  s2 = f64x2.add(f64x2.add(s2, s2), v128.load(sums, 32));
  s3 = f64x2.add(f64x2.add(s3, s3), v128.load(sums, 48));
  s4 = f64x2.add(f64x2.add(s4, s4), v128.load(sums, 64));
  s5 = f64x2.add(f64x2.add(s5, s5), v128.load(sums, 80));
  s6 = f64x2.add(f64x2.add(s6, s6), v128.load(sums, 96));
  s7 = f64x2.add(f64x2.add(s7, s7), v128.load(sums, 112));
  for (; ones < endOfOnes; ones += 4) {
    const row = table + load<u32>(ones);
    s0 = f64x2.add(s0, v128.load(row));
    s1 = f64x2.add(s1, v128.load(row, 16));
    s2 = f64x2.add(s2, v128.load(row, 32));
    s3 = f64x2.add(s3, v128.load(row, 48));
    s4 = f64x2.add(s4, v128.load(row, 64));
    s5 = f64x2.add(s5, v128.load(row, 80));
    s6 = f64x2.add(s6, v128.load(row, 96));
    s7 = f64x2.add(s7, v128.load(row, 112));
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, s4, 64);
  v128.store(sums, s5, 80);
  v128.store(sums, s6, 96);
  v128.store(sums, s7, 112);
}
