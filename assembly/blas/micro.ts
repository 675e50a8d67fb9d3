/**
 * The one micro-kernel behind dgemm, dsyrk, dtrsm, Cholesky and the weighted sums of the bootstrap.
 *
 *   C(4x4) := A'B, C + A'B or C - A'B
 *
 * A and B are packed panels: k rows of 4 doubles each, 32 bytes a row. Row r of C (r-th column of A)
 * lies at c + r * ldc, four doubles contiguous. The product is summed first, in the order of k, and
 * then combined with C, so that the three forms round alike.
 *
 * Decision: 4x4, one k an iteration. Unrolling k makes V8 hoist the loads of the whole block and
 * spill (15-17 instead of 20 GF, Node 20); 5x4 and 6x4 are faster alone on newer engines and fall to
 * half inside a full product. The splat loads of A beat load + shuffle (22 against 18 GF). The pointers
 * step before the loads: V8 then takes the sum as the address, where a pointer that steps after them is first
 * copied to widen it to 64 bits (k = 140, Node 20: 87 instead of 80 % of the multiply-add ceiling).
 */

/** C := A'B. */
export const SET: i32 = 0;
/** C := C + A'B. */
export const ADD: i32 = 1;
/** C := C - A'B. */
export const SUB: i32 = 2;

export function tile(mode: i32, k: i32, a: usize, b: usize, c: usize, ldc: usize): void {
  let c00 = f64x2.splat(0);
  let c01 = f64x2.splat(0);
  let c10 = f64x2.splat(0);
  let c11 = f64x2.splat(0);
  let c20 = f64x2.splat(0);
  let c21 = f64x2.splat(0);
  let c30 = f64x2.splat(0);
  let c31 = f64x2.splat(0);
  a -= 32;
  b -= 32;
  const last = a + (usize(k) << 5);
  while (a < last) {
    a += 32;
    b += 32;
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load_splat<f64>(a);
    c00 = f64x2.add(c00, f64x2.mul(a0, b0));
    c01 = f64x2.add(c01, f64x2.mul(a0, b1));
    const a1 = v128.load_splat<f64>(a, 8);
    c10 = f64x2.add(c10, f64x2.mul(a1, b0));
    c11 = f64x2.add(c11, f64x2.mul(a1, b1));
    const a2 = v128.load_splat<f64>(a, 16);
    c20 = f64x2.add(c20, f64x2.mul(a2, b0));
    c21 = f64x2.add(c21, f64x2.mul(a2, b1));
    const a3 = v128.load_splat<f64>(a, 24);
    c30 = f64x2.add(c30, f64x2.mul(a3, b0));
    c31 = f64x2.add(c31, f64x2.mul(a3, b1));
  }
  const row1 = c + (ldc << 3);
  const row2 = row1 + (ldc << 3);
  const row3 = row2 + (ldc << 3);
  if (mode == ADD) {
    c00 = f64x2.add(v128.load(c), c00);
    c01 = f64x2.add(v128.load(c, 16), c01);
    c10 = f64x2.add(v128.load(row1), c10);
    c11 = f64x2.add(v128.load(row1, 16), c11);
    c20 = f64x2.add(v128.load(row2), c20);
    c21 = f64x2.add(v128.load(row2, 16), c21);
    c30 = f64x2.add(v128.load(row3), c30);
    c31 = f64x2.add(v128.load(row3, 16), c31);
  } else if (mode == SUB) {
    c00 = f64x2.sub(v128.load(c), c00);
    c01 = f64x2.sub(v128.load(c, 16), c01);
    c10 = f64x2.sub(v128.load(row1), c10);
    c11 = f64x2.sub(v128.load(row1, 16), c11);
    c20 = f64x2.sub(v128.load(row2), c20);
    c21 = f64x2.sub(v128.load(row2, 16), c21);
    c30 = f64x2.sub(v128.load(row3), c30);
    c31 = f64x2.sub(v128.load(row3, 16), c31);
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

/** A 4x4 scratch tile, row by row, for results that are added elsewhere or cut at an edge. */
// @ts-ignore: decorator
@lazy
export const TILE: usize = memory.data(128, 16);
