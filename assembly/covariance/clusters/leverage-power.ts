/**
 * Moore-Penrose powers of I - B, for a symmetric B = U L U' with eigenvalues from 0 to 1, such as the leverages of a
 * cluster:
 *
 *   (I - B)^-p v = v + sum_j ((1 - l_j)^-p - 1) u_j u_j'v,   p = 1/2 or 1
 *
 * The sum needs no vectors for l_j = 0. Eigenvalues of at least SATURATED, so 1 - l of at most 1e-10, count as 1: their
 * directions are left out, as in the pseudo-inverse of Bell and McCaffrey's CR2 in R's clubSandwich (which takes 1e-12).
 */
import { dgesvj } from '../../lapack/dgesvj';
import { addressOf, doubles, get } from '../../memory/layout';
import { daxpy, ddot } from '../../blas/level1';
import { SATURATED } from '../rows/leverage';

/** Eigenvectors and eigenvalues of B (k x k). */
@unmanaged
export class LeverageSpectrum {
  k: i32;
  /** Number of vectors. */
  count: i32;
  /** True if `values` are the square roots of the eigenvalues. */
  rooted: bool;
  /** f64, k x count: eigenvectors times their value. */
  vectors: usize;
  /** f64, count. */
  values: usize;
}

/**
 * Decomposes spectrum.vectors in place: B itself (count = k), or, `rooted`, A with A A' = B. Returns false if the
 * rotations do not converge, which numbers that are not finite cause.
 */
export function decomposeLeverages(spectrum: LeverageSpectrum): bool {
  return dgesvj(spectrum.k, spectrum.count, spectrum.vectors, spectrum.k, spectrum.values) == 0;
}

/**
 * out (k) := (I - B)^-p v, p = 1/2 with `root`, else 1; they must not overlap. Returns true if an eigenvalue of B is 1.
 */
export function leveragePower(spectrum: LeverageSpectrum, root: bool, v: usize, out: usize): bool {
  const k = spectrum.k;
  let saturated = false;
  memory.copy(out, v, doubles(k));
  for (let j = 0; j < spectrum.count; ++j) {
    const length = get(spectrum.values, j);
    const value = spectrum.rooted ? length * length : length;
    if (value < f64.EPSILON) continue;
    const vector = addressOf(spectrum.vectors, j * k);
    let change: f64 = -1;
    if (value >= SATURATED) saturated = true;
    else if (root) change = 1 / sqrt<f64>(1 - value) - 1;
    else change = value / (1 - value);
    const part = ddot(k, vector, v) / (length * length);
    daxpy(k, change * part, vector, out);
  }
  return saturated;
}

/** out (k) := B v; they must not overlap. */
export function leverageProduct(spectrum: LeverageSpectrum, v: usize, out: usize): void {
  const k = spectrum.k;
  memory.fill(out, 0, doubles(k));
  for (let j = 0; j < spectrum.count; ++j) {
    const length = get(spectrum.values, j);
    const value = spectrum.rooted ? length * length : length;
    if (value < f64.EPSILON) continue;
    const vector = addressOf(spectrum.vectors, j * k);
    const part = ddot(k, vector, v);
    daxpy(k, spectrum.rooted ? part : part / length, vector, out);
  }
}
