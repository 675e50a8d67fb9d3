/** Positive definite matrices (n x n, column-major) by the Cholesky factorisation in panels. */
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { dsyrk } from '../blas/level3';
import { NoTrans, Trans, Upper } from '../blas/options';
import { padded, triangleEntry, triangleSize } from '../blas/panels';
import { mirror, packTriangle } from '../blas/triangles';
import { Status } from '../status';
import { dpotrf } from '../lapack/dpotrf';
import { dtrsm } from '../blas/level3';

/**
 * l := L, lower with zeros above, A = L L'; reads the upper triangle of `a`. Returns 0, j + 1 for the first leading minor
 * that is not positive, or -Status.
 */
export function linalg_cholesky(n: i32, a: usize, l: usize): i32 {
  const scope = mark();
  const panels = allocZeroed(doubles(triangleSize(n)));
  const reciprocals = allocZeroed(doubles(padded(n)));
  if (exhausted()) return -Status.OutOfMemory;
  packTriangle(n, a, n, panels);
  let failing = dpotrf(n, n, 0, panels, reciprocals, 0, 0);
  // dpotrf accepts a zero column, because its other callers drop it; here it is an error.
  for (let j = 0; failing == 0 && j < n; ++j) if (get(reciprocals, j) == 0) failing = j + 1;
  if (failing == 0) {
    for (let j = 0; j < n; ++j) {
      memory.fill(entry(l, n, 0, j), 0, doubles(j));
      for (let i = j; i < n; ++i)
        store<f64>(entry(l, n, i, j), load<f64>(triangleEntry(panels, j, i)));
    }
  }
  release(scope);
  return failing;
}

/** out := A^-1 = M'M with M = L^-1; `a` as in `linalg_cholesky`, whose result it has. */
export function linalg_inverse(n: i32, a: usize, out: usize): i32 {
  const scope = mark();
  const l = alloc(doubles(n * n));
  const inverse = allocZeroed(doubles(n * n));
  if (exhausted()) return -Status.OutOfMemory;
  const failing = linalg_cholesky(n, a, l);
  if (failing == 0) {
    for (let j = 0; j < n; ++j) set(inverse, j + j * n, 1);
    dtrsm(1, NoTrans, n, n, l, n, inverse, n);
    dsyrk(Upper, Trans, n, n, 1, inverse, n, 0, out, n);
    mirror(n, out);
  }
  release(scope);
  return failing;
}
