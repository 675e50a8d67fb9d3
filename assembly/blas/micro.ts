/**
 * The micro-kernel of dgemm, dsyrk, dtrsm, Cholesky and the weighted sums of the bootstrap.
 *
 *   C(4x4) := A'B, C + A'B or C - A'B
 *
 * A and B are packed panels: k rows of 4 doubles each, 32 bytes per row. Row r of C (r-th column of A) is at c + r *
 * ldc, four doubles contiguous. The product is summed first, in the order of k, and then combined with C, so that the
 * three forms round alike.
 *
 * Decision: 4x4, two k per iteration, after the first if k is odd. One k per iteration takes a tenth longer on Node 20,
 * 22 and 26, and the same time on Node 24, which unrolls it. The branch between the two k is never taken, because no
 * panel starts in the first bytes of memory. V8 emits the loads of a basic block first, and those of two k in one block
 * exhaust the registers (14 GF without the branch, 23 with it, Node 20). 5x4 and 6x4 are faster alone on newer engines
 * and half as fast inside a full product. The splat loads of A beat load + shuffle (22 and 18 GF). The pointers step
 * before the loads, so that V8 uses the sum as the address; a pointer that steps afterwards is first copied to widen it
 * to 64 bits (k = 140, Node 20: 80 and 87 % of the multiply-add ceiling). The end is computed before the pointers step:
 * otherwise Node 24 runs k = 160 at 22 GF instead of 23.
 */
import { multiplyAdd } from '../arithmetic/multiply-add';

/** C := A'B. */
export const SET: i32 = 0;
/** C := C + A'B. */
export const ADD: i32 = 1;
/** C := C - A'B. If C is added to, the mode is the sign. */
export const SUB: i32 = -1;

export function tile(mode: i32, k: i32, a: usize, b: usize, c: usize, ldc: usize): void {
  let c00 = f64x2.splat(0);
  let c01 = f64x2.splat(0);
  let c10 = f64x2.splat(0);
  let c11 = f64x2.splat(0);
  let c20 = f64x2.splat(0);
  let c21 = f64x2.splat(0);
  let c30 = f64x2.splat(0);
  let c31 = f64x2.splat(0);
  if (k & 1) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load_splat<f64>(a);
    c00 = f64x2.mul(a0, b0);
    c01 = f64x2.mul(a0, b1);
    const a1 = v128.load_splat<f64>(a, 8);
    c10 = f64x2.mul(a1, b0);
    c11 = f64x2.mul(a1, b1);
    const a2 = v128.load_splat<f64>(a, 16);
    c20 = f64x2.mul(a2, b0);
    c21 = f64x2.mul(a2, b1);
    const a3 = v128.load_splat<f64>(a, 24);
    c30 = f64x2.mul(a3, b0);
    c31 = f64x2.mul(a3, b1);
    a += 32;
    b += 32;
  }
  const last = a + (usize(k & ~1) << 5) - 32;
  a -= 32;
  b -= 64;
  while (a < last) {
    a += 32;
    b += 64;
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load_splat<f64>(a);
    c00 = multiplyAdd(a0, b0, c00);
    c01 = multiplyAdd(a0, b1, c01);
    const a1 = v128.load_splat<f64>(a, 8);
    c10 = multiplyAdd(a1, b0, c10);
    c11 = multiplyAdd(a1, b1, c11);
    const a2 = v128.load_splat<f64>(a, 16);
    c20 = multiplyAdd(a2, b0, c20);
    c21 = multiplyAdd(a2, b1, c21);
    const a3 = v128.load_splat<f64>(a, 24);
    c30 = multiplyAdd(a3, b0, c30);
    c31 = multiplyAdd(a3, b1, c31);
    a += 32;
    if (a == 0) break; // never: ends the basic block
    const q0 = v128.load(b, 32);
    const q1 = v128.load(b, 48);
    const p0 = v128.load_splat<f64>(a);
    c00 = multiplyAdd(p0, q0, c00);
    c01 = multiplyAdd(p0, q1, c01);
    const p1 = v128.load_splat<f64>(a, 8);
    c10 = multiplyAdd(p1, q0, c10);
    c11 = multiplyAdd(p1, q1, c11);
    const p2 = v128.load_splat<f64>(a, 16);
    c20 = multiplyAdd(p2, q0, c20);
    c21 = multiplyAdd(p2, q1, c21);
    const p3 = v128.load_splat<f64>(a, 24);
    c30 = multiplyAdd(p3, q0, c30);
    c31 = multiplyAdd(p3, q1, c31);
  }
  const row1 = c + (ldc << 3);
  const row2 = row1 + (ldc << 3);
  const row3 = row2 + (ldc << 3);
  if (mode == SUB) {
    c00 = f64x2.neg(c00);
    c01 = f64x2.neg(c01);
    c10 = f64x2.neg(c10);
    c11 = f64x2.neg(c11);
    c20 = f64x2.neg(c20);
    c21 = f64x2.neg(c21);
    c30 = f64x2.neg(c30);
    c31 = f64x2.neg(c31);
  }
  if (mode != SET) {
    c00 = f64x2.add(v128.load(c), c00);
    c01 = f64x2.add(v128.load(c, 16), c01);
    c10 = f64x2.add(v128.load(row1), c10);
    c11 = f64x2.add(v128.load(row1, 16), c11);
    c20 = f64x2.add(v128.load(row2), c20);
    c21 = f64x2.add(v128.load(row2, 16), c21);
    c30 = f64x2.add(v128.load(row3), c30);
    c31 = f64x2.add(v128.load(row3, 16), c31);
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(row1, c10);
  v128.store(row1, c11, 16);
  v128.store(row2, c20);
  v128.store(row2, c21, 16);
  v128.store(row3, c30);
  v128.store(row3, c31, 16);
}

/** C (4 x 2) := A'B for the first two columns of B; row r of C lies at c + 32 r. */
export function narrowTile(k: i32, a: usize, b: usize, c: usize): void {
  let c0 = f64x2.splat(0);
  let c1 = f64x2.splat(0);
  let c2 = f64x2.splat(0);
  let c3 = f64x2.splat(0);
  a -= 32;
  b -= 32;
  const last = a + (usize(k) << 5);
  while (a < last) {
    a += 32;
    b += 32;
    const b0 = v128.load(b);
    c0 = multiplyAdd(v128.load_splat<f64>(a), b0, c0);
    c1 = multiplyAdd(v128.load_splat<f64>(a, 8), b0, c1);
    c2 = multiplyAdd(v128.load_splat<f64>(a, 16), b0, c2);
    c3 = multiplyAdd(v128.load_splat<f64>(a, 24), b0, c3);
  }
  v128.store(c, c0);
  v128.store(c, c1, 32);
  v128.store(c, c2, 64);
  v128.store(c, c3, 96);
}

/** A 4x4 scratch tile, row by row, for results that are added elsewhere or cut at an edge. */
// @ts-ignore: decorator
@lazy
export const TILE: usize = memory.data(128, 16);
