/** Products of matrices. */
import { withDefaults } from '../arguments/choices.js';
import { call } from './call.js';
import {
  batchOf,
  checkShape,
  emptyLike,
  type Layout,
  layoutOf,
  type Matrix,
  type MatrixBatch,
  matrixOf,
  shapeMismatch,
} from './matrix.js';
import { factorOf } from '../../words/expectations/core/arrays.js';

/** The factors of a product. */
export interface ProductOptions {
  /** Use A' instead of A, or B' instead of B; false by default. */
  readonly transposeA?: boolean | undefined;
  readonly transposeB?: boolean | undefined;
  /** Multiplies the product; 1 by default. */
  readonly alpha?: number | undefined;
}

/** A product that is added to a matrix. */
export interface SumOptions extends ProductOptions {
  /** Multiplies the previous content of `out`; with 0, the default, it is not read. */
  readonly beta?: number | undefined;
}

const defaults = { transposeA: false, transposeB: false, alpha: 1, beta: 0 };

/**
 * alpha op(A) op(B).
 *
 * @param a - m x k, or k x m if transposed
 * @param b - k x n, or n x k if transposed
 * @throws InputError `shape-mismatch`, `non-finite-input`, `bad-value`
 */
export function gemm(a: Matrix, b: Matrix, options?: ProductOptions): Matrix {
  return matrixOf(product('gemm', { a, b }, withDefaults('gemm', defaults, options)));
}

/** out := alpha op(A) op(B) + beta out; allocates no arrays. Throws as `gemm`. */
export function gemmInto(out: Matrix, a: Matrix, b: Matrix, options?: SumOptions): void {
  product('gemmInto', { a, b, out }, withDefaults('gemmInto', defaults, options));
}

/**
 * A'A, or A'B.
 *
 * @param a - m x k
 * @param b - m x n
 * @throws InputError `shape-mismatch`, `non-finite-input`, `bad-value`
 */
export function crossprod(a: Matrix, b?: Matrix): Matrix {
  if (b === undefined) return matrixOf(squares('crossprod', a));
  return matrixOf(product('crossprod', { a, b }, { ...defaults, transposeA: true }));
}

/** `crossprod` into the caller's matrix; allocates no arrays. */
export function crossprodInto(out: Matrix, a: Matrix, b?: Matrix): void {
  if (b === undefined) squares('crossprodInto', a, out);
  else product('crossprodInto', { a, b, out }, { ...defaults, transposeA: true });
}

/** A'A of each matrix of a batch. */
export function crossprodBatch(a: MatrixBatch): MatrixBatch {
  return batchOf(squares('crossprodBatch', a));
}

interface Factors {
  readonly a: Matrix;
  readonly b: Matrix;
  readonly out?: Matrix;
}

function product(
  subject: string,
  factors: Factors,
  { transposeA, transposeB, alpha, beta }: typeof defaults,
): Layout {
  const a = layoutOf(subject, 'a', factors.a);
  const b = layoutOf(subject, 'b', factors.b);
  const [m, k] = transposeA ? [a.cols, a.rows] : [a.rows, a.cols];
  const [length, n] = transposeB ? [b.cols, b.rows] : [b.rows, b.cols];
  if (length !== k) {
    const expected = factorOf({ rows: m, cols: k, of: transposeB ? 'columns' : 'rows' });
    throw shapeMismatch(subject, 'b', expected, length);
  }
  const shape = { rows: m, cols: n, count: 1 };
  const out = factors.out === undefined ? emptyLike(shape) : layoutOf(subject, 'out', factors.out);
  checkShape(subject, 'out', out, shape);
  return call(subject, (memory) => {
    const left = memory.put('a', a);
    const right = factors.b === factors.a ? left : memory.put('b', b);
    const to = beta === 0 ? memory.alloc(m * n) : memory.put('out', out);
    const trans = [Number(transposeA), Number(transposeB)] as const;
    const rest = [left, a.rows, right, b.rows, beta, to, m] as const;
    memory.core.linalg_gemm(...trans, m, n, k, alpha, ...rest);
    memory.take(to, out);
    return out;
  });
}

function squares(subject: string, given: Matrix, into?: Matrix): Layout {
  const a = layoutOf(subject, 'a', given);
  const { rows, cols, count } = a;
  const shape = { rows: cols, cols, count };
  const out = into === undefined ? emptyLike(shape) : layoutOf(subject, 'out', into);
  checkShape(subject, 'out', out, shape);
  return call(subject, (memory) => {
    const from = memory.put('a', a);
    const to = memory.alloc(cols * cols * count);
    for (let item = 0; item < count; ++item) {
      const [source, target] = [from + 8 * item * rows * cols, to + 8 * item * cols * cols];
      memory.core.linalg_crossprod(rows, cols, source, target);
    }
    memory.take(to, out);
    return out;
  });
}
