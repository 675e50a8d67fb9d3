/**
 * Singular value decomposition by one-sided Jacobi rotations, A V = U S: columns of `a` are rotated in place until they
 * are orthogonal. It has high relative accuracy: on a Cholesky factor it finds even the small eigenvalues of L L' to
 * working precision (Demmel and Veselic, 1992). The Moore-Penrose inverse needs only the left vectors and values.
 */
import { entry, get, set } from '../memory/layout';
import { ddot } from '../blas/level1';

const SWEEPS: i32 = 60;

/**
 * A column with a smaller square counts as zero. Each rotation of a column that depends on others shortens it by eps,
 * until its products underflow and no rotation could change it any more.
 */
const LEAST_SQUARE: f64 = 1e-280;

/**
 * `a` is m x n, column-major; on return its columns are u_j s_j and `s` (n doubles) holds the singular values,
 * unsorted. Rows from m to `lda` are rotated along: the identity there becomes V. Returns 0, or 1 when it did not
 * converge.
 */
export function dgesvj(m: i32, n: i32, a: usize, lda: i32, s: usize): i32 {
  const tolerance = f64(m) * f64.EPSILON;
  let rotated = true;
  for (let sweep = 0; sweep < SWEEPS && rotated; ++sweep) {
    rotated = false;
    for (let i = 0; i < n - 1; ++i) {
      for (let j = i + 1; j < n; ++j) {
        if (rotate(m, lda, entry(a, lda, 0, i), entry(a, lda, 0, j), tolerance)) rotated = true;
      }
    }
  }
  for (let j = 0; j < n; ++j) {
    const column = entry(a, lda, 0, j);
    set(s, j, sqrt<f64>(ddot(m, column, column)));
  }
  return rotated ? 1 : 0;
}

/** Rotates two columns of `length` to orthogonality of their first m rows; false if these are, to `tolerance`. */
function rotate(m: i32, length: i32, x: usize, y: usize, tolerance: f64): bool {
  const xx = ddot(m, x, x);
  const yy = ddot(m, y, y);
  if (min(xx, yy) < LEAST_SQUARE) return false;
  const xy = ddot(m, x, y);
  if (xy == 0 || abs(xy) <= tolerance * sqrt<f64>(xx) * sqrt<f64>(yy)) return false;
  const zeta = (yy - xx) / (2 * xy);
  const size = abs(zeta) + sqrt<f64>(1 + zeta * zeta);
  const tangent = zeta >= 0 ? 1 / size : -1 / size;
  const cosine = 1 / sqrt<f64>(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let i = 0; i < length; ++i) {
    const a = get(x, i);
    const b = get(y, i);
    set(x, i, cosine * a - sine * b);
    set(y, i, sine * a + cosine * b);
  }
  return true;
}
