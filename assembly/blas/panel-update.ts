/**
 * The micro-kernel turned on its side: C := C - V W with V and C panels of rows, where `tile` sums
 * over the rows. W stays in registers while the rows pass.
 */

/** V and C are panels of `rows` rows of 4 doubles, W is 4x4 row by row. */
export function subtractProduct(rows: i32, v: usize, w: usize, c: usize): void {
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
    const left0 = f64x2.add(f64x2.mul(v0, w00), f64x2.mul(v1, w10));
    const right0 = f64x2.add(f64x2.mul(v0, w01), f64x2.mul(v1, w11));
    const left1 = f64x2.add(f64x2.mul(v2, w20), f64x2.mul(v3, w30));
    const right1 = f64x2.add(f64x2.mul(v2, w21), f64x2.mul(v3, w31));
    v128.store(c, f64x2.sub(v128.load(c), f64x2.add(left0, left1)));
    v128.store(c, f64x2.sub(v128.load(c, 16), f64x2.add(right0, right1)), 16);
    v += 32;
    c += 32;
  }
}
