/**
 * The residual part of a wild replicate's variance, cluster by cluster, in blocks of LANES clusters.
 */
import { doubles } from '../../../memory/layout';

/** Units in a block. */
export const LANES: i32 = 8;

/** out_g -= gramTerms_g'T for `lanes` clusters, a multiple of LANES; T holds k doubles. */
export function residualParts(k: i32, lanes: i32, gramTerms: usize, sums: usize, out: usize): void {
  const end = sums + doubles(k);
  const last = out + doubles(lanes);
  while (out < last) {
    let p0 = v128.load(out);
    let p1 = v128.load(out, 16);
    let p2 = v128.load(out, 32);
    let p3 = v128.load(out, 48);
    let t = sums;
    while (t < end) {
      const by = v128.load_splat<f64>(t);
      p0 = f64x2.sub(p0, f64x2.mul(by, v128.load(gramTerms)));
      p1 = f64x2.sub(p1, f64x2.mul(by, v128.load(gramTerms, 16)));
      p2 = f64x2.sub(p2, f64x2.mul(by, v128.load(gramTerms, 32)));
      p3 = f64x2.sub(p3, f64x2.mul(by, v128.load(gramTerms, 48)));
      t += 8;
      gramTerms += 64;
    }
    v128.store(out, p0);
    v128.store(out, p1, 16);
    v128.store(out, p2, 32);
    v128.store(out, p3, 48);
    out += 64;
  }
}
