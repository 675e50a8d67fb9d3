/**
 * What the small-sample tests of CV2 need of each cluster (Pustejovsky and Tipton, 2018, section 3). With w_s = C'u_s the
 * coefficient s in the coordinates of `clusterwise`, v_gs = (I - B_g)^-1/2 w_s and A_g = (I - H_gg)^-1/2:
 *
 *   b_gs = B_g v_gs            (k)   Z_g'a_gs with a_gs = A_g Z_g w_s
 *   D_g,st = v_gs'B_g v_gt     (q x q)   a_gs'a_gt
 *   e_gs = v_gs'Z_g'e_g        (q)   the corrected score along the coefficient: the sum of its squares is the CV2 variance
 */
import { alloc, exhausted } from '../../memory/arena';
import { addressOf, doubles, entry, get, getInt, set } from '../../memory/layout';
import { LinearOptions } from '../../memory/records';
import { ddot } from '../../blas/level1';
import { LinearModel } from '../../linear/linear';
import { LeverageSpectrum, leverageProduct, leveragePower } from './leverage-power';

/** Where the parts of the next cluster go: b_g (k x q), D_g (q x q) and e_g (q). */
@unmanaged
export class ClusterParts {
  k: i32;
  q: i32;
  next: usize;
  /** f64, k x q: w_s; v_gs. */
  directions: usize;
  corrected: usize;
}

/** Numbers of one cluster. */
export function partSize(k: i32, q: i32): i32 {
  return q * (k + q + 1);
}

/** Parts of the coefficients in the options, written from `out` on; 0 when memory ends. */
export function openParts(model: LinearModel, options: LinearOptions, out: usize): ClusterParts {
  const k = model.k;
  const q = options.ncoefficients;
  const parts = changetype<ClusterParts>(alloc(offsetof<ClusterParts>()));
  const directions = alloc(doubles(k * q));
  const corrected = alloc(doubles(k * q));
  if (exhausted()) return changetype<ClusterParts>(0);
  parts.k = k;
  parts.q = q;
  parts.next = out;
  parts.directions = directions;
  parts.corrected = corrected;
  for (let s = 0; s < q; ++s) {
    const coefficient = getInt(options.coefficients, s);
    for (let j = 0; j < k; ++j) {
      store<f64>(entry(directions, k, j, s), load<f64>(entry(model.root, k, coefficient, j)));
    }
  }
  return parts;
}

/** Writes the parts of a cluster with the scores `score` = Z_g'e_g. */
export function writeParts(parts: ClusterParts, spectrum: LeverageSpectrum, score: usize): void {
  const k = parts.k;
  const q = parts.q;
  const products = parts.next;
  const squares = products + doubles(k * q);
  const scores = squares + doubles(q * q);
  for (let s = 0; s < q; ++s) {
    const v = addressOf(parts.corrected, s * k);
    leveragePower(spectrum, true, addressOf(parts.directions, s * k), v);
    leverageProduct(spectrum, v, addressOf(products, s * k));
    set(scores, s, ddot(k, v, score));
  }
  for (let s = 0; s < q; ++s) {
    for (let t = 0; t < q; ++t) {
      const square = ddot(k, addressOf(parts.corrected, s * k), addressOf(products, t * k));
      store<f64>(entry(squares, q, s, t), square);
    }
  }
  parts.next += doubles(partSize(k, q));
}
