/**
 * The transposed micro-kernel: V and C are panels of rows, 4 doubles per row, and W is 4x4 row by row. `tile` sums over
 * the rows; here W stays in registers for all rows.
 */
import { setFour } from '../memory/layout';
import { multiplyAdd } from '../arithmetic/multiply-add';
import { panelCount, padded, rectanglePanel } from './panels';

/**
 * C := C - V W with `subtract`, else V W plus the bits of C that are in `keep`, for `rows` rows. V and C may be the
 * same panel.
 */
// @ts-ignore: decorator
@inline
function update(subtract: bool, keep: i64, rows: i32, v: usize, w: usize, c: usize): void {
  const kept = i64x2.splat(keep);
  const w00 = v128.load(w);
  const w01 = v128.load(w, 16);
  const w10 = v128.load(w, 32);
  const w11 = v128.load(w, 48);
  const w20 = v128.load(w, 64);
  const w21 = v128.load(w, 80);
  const w30 = v128.load(w, 96);
  const w31 = v128.load(w, 112);
  const end = v + (usize(rows) << 5);
  while (v < end) {
    const v0 = v128.load_splat<f64>(v);
    const v1 = v128.load_splat<f64>(v, 8);
    const v2 = v128.load_splat<f64>(v, 16);
    const v3 = v128.load_splat<f64>(v, 24);
    const left0 = multiplyAdd(v1, w10, f64x2.mul(v0, w00));
    const right0 = multiplyAdd(v1, w11, f64x2.mul(v0, w01));
    const left1 = multiplyAdd(v3, w30, f64x2.mul(v2, w20));
    const right1 = multiplyAdd(v3, w31, f64x2.mul(v2, w21));
    const left = f64x2.add(left0, left1);
    const right = f64x2.add(right0, right1);
    if (subtract) {
      setFour(c, f64x2.sub(v128.load(c), left), f64x2.sub(v128.load(c, 16), right));
    } else {
      setFour(
        c,
        f64x2.add(v128.and(kept, v128.load(c)), left),
        f64x2.add(v128.and(kept, v128.load(c, 16)), right),
      );
    }
    v += 32;
    c += 32;
  }
}

/** C := C - V W. A separate form, because the QR of many rows is a fifth slower with the general one. */
export function subtractProduct(rows: i32, v: usize, w: usize, c: usize): void {
  update(true, 0, rows, v, w, c);
}

function addProduct(keep: i64, rows: i32, v: usize, w: usize, c: usize): void {
  update(false, keep, rows, v, w, c);
}

/**
 * B := B A for an upper triangle A (n x n, panels of padded(n) rows with zeros below the diagonal). The last panel
 * comes first, because it needs the earlier ones unchanged. B holds `rows` rows of n columns in panels of `stride`.
 */
export function dtrmmPanels(rows: i32, n: i32, a: usize, b: usize, stride: i32): void {
  for (let q = panelCount(n) - 1; q >= 0; --q) {
    const target = rectanglePanel(b, stride, q);
    const column = rectanglePanel(a, padded(n), q);
    addProduct(0, rows, target, column + (usize(q) << 7), target);
    for (let p = 0; p < q; ++p) {
      const source = rectanglePanel(b, stride, p);
      addProduct(-1, rows, source, column + (usize(p) << 7), target);
    }
  }
}
