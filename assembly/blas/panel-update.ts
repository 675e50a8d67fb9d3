/**
 * The micro-kernel turned on its side: V and C are panels of rows, 4 doubles a row, and W is 4x4 row by row, where
 * `tile` sums over the rows. W stays in registers while the rows pass.
 */
import { panelCount, padded, rectanglePanel } from './panels';

/** C := keep C + sign V W for `rows` rows, sign 1 or -1; all bits of `keep` are set, or none. V and C may be the same panel. */
function update(rows: i32, keep: v128, sign: f64, v: usize, w: usize, c: usize): void {
  const factor = f64x2.splat(sign);
  const w00 = f64x2.mul(factor, v128.load(w));
  const w01 = f64x2.mul(factor, v128.load(w, 16));
  const w10 = f64x2.mul(factor, v128.load(w, 32));
  const w11 = f64x2.mul(factor, v128.load(w, 48));
  const w20 = f64x2.mul(factor, v128.load(w, 64));
  const w21 = f64x2.mul(factor, v128.load(w, 80));
  const w30 = f64x2.mul(factor, v128.load(w, 96));
  const w31 = f64x2.mul(factor, v128.load(w, 112));
  const end = v + (usize(rows) << 5);
  while (v < end) {
    const v0 = v128.load_splat<f64>(v);
    const v1 = v128.load_splat<f64>(v, 8);
    const v2 = v128.load_splat<f64>(v, 16);
    const v3 = v128.load_splat<f64>(v, 24);
    const left0 = f64x2.add(f64x2.mul(v0, w00), f64x2.mul(v1, w10));
    const right0 = f64x2.add(f64x2.mul(v0, w01), f64x2.mul(v1, w11));
    const left1 = f64x2.add(f64x2.mul(v2, w20), f64x2.mul(v3, w30));
    const right1 = f64x2.add(f64x2.mul(v2, w21), f64x2.mul(v3, w31));
    const left = v128.and(keep, v128.load(c));
    const right = v128.and(keep, v128.load(c, 16));
    v128.store(c, f64x2.add(left, f64x2.add(left0, left1)));
    v128.store(c, f64x2.add(right, f64x2.add(right0, right1)), 16);
    v += 32;
    c += 32;
  }
}

/** C := C - V W. */
export function subtractProduct(rows: i32, v: usize, w: usize, c: usize): void {
  update(rows, i64x2.splat(-1), -1, v, w, c);
}

/**
 * B := B A for an upper triangle A (n x n, panels of padded(n) rows with zeros below the diagonal): the last panel
 * first, so that those it is made of are still as they were. B holds `rows` rows of n columns in panels of `stride`.
 */
export function dtrmmPanels(rows: i32, n: i32, a: usize, b: usize, stride: i32): void {
  for (let q = panelCount(n) - 1; q >= 0; --q) {
    const target = rectanglePanel(b, stride, q);
    const column = rectanglePanel(a, padded(n), q);
    update(rows, i64x2.splat(0), 1, target, column + (usize(q) << 7), target);
    for (let p = 0; p < q; ++p) {
      const source = rectanglePanel(b, stride, p);
      update(rows, i64x2.splat(-1), 1, source, column + (usize(p) << 7), target);
    }
  }
}
