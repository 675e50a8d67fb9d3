/** Singular values, the Moore-Penrose inverse, eigenvalues of symmetric matrices. */
import { withDefaults, wordOf } from '../arguments/choices.js';
import { call, checkAnswer } from './call.js';
import { putSymmetric, squareOf, type SymmetricOptions } from './definite.js';
import {
  checkShape,
  emptyLike,
  type Layout,
  layoutOf,
  type Matrix,
  type MatrixBatch,
  matrixOf,
  checkOut,
} from './matrix.js';

/**
 * Singular values from the largest down, by a QR and one-sided Jacobi rotations, which keep the relative accuracy of
 * small values (Demmel and Veselic 1992).
 *
 * @param a - m x n
 * @returns min(m, n) numbers
 * @throws InputError `shape-mismatch`, `non-finite-input`; ConvergenceError `not-converged`
 */
export function svdvals(a: Matrix): Float64Array<ArrayBuffer> {
  const view = layoutOf('svdvals', 'a', a);
  const out = new Float64Array(Math.min(view.rows, view.cols));
  singularValues('svdvals', view, out);
  return out;
}

/** `svdvals` into an array of min(m, n) numbers; allocates no arrays. */
export function svdvalsInto(out: Float64Array, a: Matrix): void {
  const view = layoutOf('svdvalsInto', 'a', a);
  const length = Math.min(view.rows, view.cols);
  const shape = { rows: length, cols: 1, count: 1 };
  checkShape('svdvalsInto', 'out', layoutOf('svdvalsInto', 'out', out), shape);
  singularValues('svdvalsInto', view, out);
}

function singularValues(subject: string, a: Layout, out: Float64Array): void {
  call(subject, (memory) => {
    const from = memory.put('a', a);
    const to = memory.alloc(out.length);
    checkAnswer(subject, memory.core.linalg_svdvals(a.rows, a.cols, from, to));
    memory.take(to, layoutOf(subject, 'out', out));
  });
}

/** Which singular values count as zero. */
export interface PinvOptions {
  /** A singular value counts as zero up to this share of the largest; max(m, n) eps by default. */
  readonly tolerance?: number | undefined;
}

/**
 * The Moore-Penrose inverse.
 *
 * @param a - m x n
 * @returns n x m
 * @throws as `svdvals`
 */
export function pinv(a: Matrix, options?: PinvOptions): Matrix {
  const view = layoutOf('pinv', 'a', a);
  const out = emptyLike({ rows: view.cols, cols: view.rows, count: 1 });
  pseudoInverse('pinv', view, out, options);
  return matrixOf(out);
}

/** `pinv` into the caller's n x m matrix; returns the rank and allocates no arrays. */
export function pinvInto(out: Matrix, a: Matrix, options?: PinvOptions): number {
  const view = layoutOf('pinvInto', 'a', a);
  const place = layoutOf('pinvInto', 'out', out);
  checkShape('pinvInto', 'out', place, { rows: view.cols, cols: view.rows, count: 1 });
  return pseudoInverse('pinvInto', view, place, options);
}

function pseudoInverse(subject: string, a: Layout, out: Layout, options: unknown): number {
  const usual = Math.max(a.rows, a.cols) * Number.EPSILON;
  const { tolerance } = withDefaults(subject, { tolerance: usual }, options);
  return call(subject, (memory) => {
    const from = memory.put('a', a);
    const to = memory.alloc(a.rows * a.cols);
    const rank = memory.core.linalg_pinv(a.rows, a.cols, from, tolerance, to);
    checkAnswer(subject, rank);
    memory.take(to, out);
    return rank;
  });
}

/** A = V diag(values) V'. */
export interface Eigen {
  /** Eigenvalues from the smallest up (n). */
  readonly values: Float64Array;
  /** Unit eigenvectors in columns (n x n); the largest element of each is positive. */
  readonly vectors: Matrix;
}

/** Eigenvalues and eigenvectors of a batch, one after another. */
export interface EigenBatch {
  /** n numbers per matrix. */
  readonly values: Float64Array;
  readonly vectors: MatrixBatch;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: reflectors to a tridiagonal, then implicit QL steps.
 *
 * @param a - n x n
 * @throws InputError `bad-value` if it is not symmetric, `shape-mismatch`, `non-finite-input`; ConvergenceError
 *   `not-converged`
 */
export function eigSymmetric(a: Matrix, options?: SymmetricOptions): Eigen {
  const view = squareOf('eigSymmetric', 'a', a);
  const values = new Float64Array(view.rows);
  const vectors = emptyLike(view);
  eigen('eigSymmetric', view, { values, vectors }, options);
  return { values, vectors: matrixOf(vectors) };
}

/** `eigSymmetric` into the caller's arrays; allocates no arrays. */
export function eigSymmetricInto(out: Eigen, a: Matrix, options?: SymmetricOptions): void {
  checkOut('eigSymmetricInto', out, ['values', 'vectors']);
  const view = squareOf('eigSymmetricInto', 'a', a);
  const vectors = layoutOf('eigSymmetricInto', 'out.vectors', out.vectors);
  const values = layoutOf('eigSymmetricInto', 'out.values', out.values);
  checkShape('eigSymmetricInto', 'out.vectors', vectors, view);
  checkShape('eigSymmetricInto', 'out.values', values, { rows: view.rows, cols: 1, count: 1 });
  eigen('eigSymmetricInto', view, { values: out.values, vectors }, options);
}

/** `eigSymmetric` of each matrix of a batch. */
export function eigSymmetricBatch(a: MatrixBatch, options?: SymmetricOptions): EigenBatch {
  const view = squareOf('eigSymmetricBatch', 'a', a);
  const values = new Float64Array(view.rows * view.count);
  const vectors = emptyLike(view);
  eigen('eigSymmetricBatch', view, { values, vectors }, options);
  const { data, rows, cols, count } = vectors;
  return { values, vectors: { data, rows, cols, count } };
}

interface Places {
  readonly values: Float64Array;
  readonly vectors: Layout;
}

function eigen(subject: string, a: Layout, { values, vectors }: Places, options: unknown): void {
  const chosen = withDefaults(subject, { triangle: 'both' }, options);
  const triangle = wordOf(subject, 'triangle', ['both', 'lower', 'upper'], chosen.triangle);
  call(subject, (memory) => {
    const address = putSymmetric(memory, 'a', a, triangle);
    const to = memory.alloc(values.length);
    for (let item = 0; item < a.count; ++item) {
      const from = address + 8 * item * a.rows * a.rows;
      checkAnswer(subject, memory.core.linalg_eigen(a.rows, from, to + 8 * item * a.rows));
    }
    memory.take(address, vectors);
    memory.take(to, layoutOf(subject, 'out', values));
  });
}
