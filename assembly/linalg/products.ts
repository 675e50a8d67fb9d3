/** Products of column-major matrices. */
import { dgemm, dsyrk, dtrsm } from '../blas/level3';
import { Trans, Upper } from '../blas/options';
import { mirror } from '../blas/triangles';

export { dgemm as linalg_gemm, dtrsm as linalg_triangular };

/** out (n x n) := A'A for A (m x n), both triangles. */
export function linalg_crossprod(m: i32, n: i32, a: usize, out: usize): void {
  dsyrk(Upper, Trans, n, m, 1, a, m, 0, out, n);
  mirror(n, out);
}
