/** Singular value decomposition with its vectors. */
import { decomposed } from './dense/bidiagonal.js';
import { transpose } from './transpose.js';
import { Status } from '../engine/status.js';
import { call, checkAnswer } from './call.js';
import { type Layout, layoutOf, type Matrix } from './matrix.js';
import { qr } from './orthogonal.js';
import { gemm } from './products.js';

/** A = U diag(values) V', k = min(m, n). */
export interface Svd {
  /** Singular values from the largest down (k). */
  readonly values: Float64Array<ArrayBuffer>;
  /** m x k with orthonormal columns. */
  readonly u: Matrix;
  /** n x k with orthonormal columns; the largest element of each is positive. */
  readonly v: Matrix;
}

/**
 * Singular values and vectors, by a bidiagonal and implicit QR steps (Golub and Kahan 1965; Demmel and Kahan 1990),
 * after a QR if the matrix is not square. Errors are a small multiple of eps times the largest value; `svdvals` keeps the digits of small values.
 *
 * @param a - m x n
 * @throws InputError `bad-value`, `shape-mismatch`, `non-finite-input`; ConvergenceError `not-converged`
 */
export function svd(a: Matrix): Svd {
  const view = layoutOf('svd', 'a', a);
  if (view.rows === view.cols) return square(view);
  if (view.rows > view.cols) return tall(a);
  const { values, u, v } = tall(transpose(a));
  return { values, ...signed(v, u) };
}

function square(a: Layout): Svd {
  return call('svd', (memory) => {
    const parts = decomposed(memory, a.rows, memory.put('a', a));
    if (parts === undefined) checkAnswer('svd', -Status.NotConverged);
    return parts!;
  });
}

function tall(a: Matrix): Svd {
  const { q, r } = qr(a);
  const { values, u, v } = square(layoutOf('svd', 'r', r));
  return { values, u: gemm(q, u), v };
}

/** The largest element of each column of v is positive. */
function signed(u: Matrix, v: Matrix): Pick<Svd, 'u' | 'v'> {
  for (let k = 0; k < v.cols; k++) {
    const column = v.data.subarray(k * v.rows, (k + 1) * v.rows);
    const largest = column.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
    if (largest >= 0) continue;
    negate(column);
    negate(u.data.subarray(k * u.rows, (k + 1) * u.rows));
  }
  return { u, v };
}

function negate(x: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] = -x[i]!;
}
