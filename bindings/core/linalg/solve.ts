/** Systems of equations, square and triangular. */
import { withDefaults, wordOf } from '../arguments/choices.js';
import { Status } from '../engine/status.js';
import { errorFromStatus } from '../engine/status-errors.js';
import { call, checkAnswer, inBatch } from './call.js';
import { zeroOnDiagonal, singularMatrix } from '../../words/errors/core/matrices.js';
import { squareOf } from './definite.js';
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
import { matricesOf, rowsOf } from '../../words/expectations/core/arrays.js';

/** Which triangle a system has. */
export interface TriangularOptions {
  /** `lower` by default; the other triangle is not read. */
  readonly triangle?: 'lower' | 'upper' | undefined;
  /** Solve T'X = B; false by default. */
  readonly transpose?: boolean | undefined;
}

/** What to do with a system of a batch that has no answer. */
export interface SolveBatchOptions {
  /** `throw` (the default) ends the call; `nan` fills the answer of that system with NaN. */
  readonly failed?: 'throw' | 'nan' | undefined;
}

/**
 * X with A X = B, by LU with row exchanges after scaling rows and columns by powers of two.
 *
 * @param a - n x n
 * @param b - n x k, or n numbers, for which the answer has n numbers
 * @throws IdentificationError `rank-deficient` if the reciprocal of the scaled condition number is below 2.2e-16; its
 *   detail has the `column` that the others explain, counted from 0. InputError `shape-mismatch`, `non-finite-input`
 */
export function solve(a: Matrix, b: Float64Array): Float64Array<ArrayBuffer>;
export function solve(a: Matrix, b: Matrix): Matrix;
export function solve(a: Matrix, b: Matrix | Float64Array): Matrix | Float64Array {
  return answerFor(b, solution('solve', a, b));
}

/** `solve` into the caller's matrix or vector, which may be `b`; allocates no arrays. */
export function solveInto(out: Matrix | Float64Array, a: Matrix, b: Matrix | Float64Array): void {
  solution('solveInto', a, b, { out });
}

/** `solve` of each system of a batch: `count` matrices A and as many B. */
export function solveBatch(
  a: MatrixBatch,
  b: MatrixBatch,
  options?: SolveBatchOptions,
): MatrixBatch {
  const chosen = withDefaults('solveBatch', { failed: 'throw' }, options);
  const failed = wordOf('solveBatch', 'failed', ['throw', 'nan'], chosen.failed);
  return batchOf(solution('solveBatch', a, b, { failed }));
}

function answerFor(b: Matrix | Float64Array, view: Layout): Matrix | Float64Array {
  return b instanceof Float64Array ? view.data : matrixOf(view);
}

interface Where {
  readonly out?: Matrix | Float64Array;
  readonly failed?: string;
}

function solution(
  subject: string,
  givenA: Matrix,
  givenB: Matrix | Float64Array,
  { out: into, failed = 'throw' }: Where = {},
): Layout {
  const a = squareOf(subject, 'a', givenA);
  const { b, out } = sidesOf(subject, a, givenB, into);
  return call(subject, (memory) => {
    const left = memory.put('a', a);
    const right = memory.put('b', b);
    const condition = memory.alloc(1);
    const [order, size] = [a.rows, b.rows * b.cols];
    for (let item = 0; item < a.count; ++item) {
      const [from, to] = [left + 8 * item * order * order, right + 8 * item * size];
      const answer = memory.core.linalg_solve(order, b.cols, from, to, condition);
      const dependent = checkAnswer(subject, answer);
      if (dependent === 0) continue;
      if (failed === 'throw') {
        const reciprocal = memory.number(condition);
        throw errorFromStatus(
          Status.RankDeficient,
          singularMatrix({ column: dependent - 1, reciprocal, ...inBatch(a.count, item) }),
          { of: subject, key: 'a' },
        );
      }
      memory.fill(to, size, NaN);
    }
    memory.take(right, out);
    return out;
  });
}

/** The right-hand sides, and the place of the answer, with the shape that a square `a` requires. */
function sidesOf(subject: string, a: Layout, given: unknown, into: unknown) {
  const b = layoutOf(subject, 'b', given);
  if (b.rows !== a.rows) throw shapeMismatch(subject, 'b', rowsOf({ count: a.rows }), b.rows);
  if (b.count !== a.count)
    throw shapeMismatch(subject, 'b', matricesOf({ count: a.count }), b.count);
  const out = into === undefined ? emptyLike(b) : layoutOf(subject, 'out', into);
  checkShape(subject, 'out', out, b);
  return { b, out };
}

/**
 * X with T X = B, or T'X = B, for a triangle T.
 *
 * @param t - n x n
 * @param b - n x k, or n numbers
 * @throws IdentificationError `rank-deficient` with the `column` (from 0) whose diagonal element is 0; InputError
 *   `shape-mismatch`, `non-finite-input`
 */
export function solveTriangular(
  t: Matrix,
  b: Float64Array,
  options?: TriangularOptions,
): Float64Array<ArrayBuffer>;
export function solveTriangular(t: Matrix, b: Matrix, options?: TriangularOptions): Matrix;
export function solveTriangular(
  t: Matrix,
  b: Matrix | Float64Array,
  options?: TriangularOptions,
): Matrix | Float64Array {
  return answerFor(b, triangular('solveTriangular', [t, b], options));
}

/** `solveTriangular` into the caller's matrix or vector, which may be `b`; allocates no arrays. */
export function solveTriangularInto(
  out: Matrix | Float64Array,
  t: Matrix,
  b: Matrix | Float64Array,
  options?: TriangularOptions,
): void {
  triangular('solveTriangularInto', [t, b, out], options);
}

function triangular(
  subject: string,
  [givenT, givenB, into]: readonly [Matrix, Matrix | Float64Array, (Matrix | Float64Array)?],
  options: TriangularOptions | undefined,
): Layout {
  const defaults = { triangle: 'lower', transpose: false };
  const { transpose, ...chosen } = withDefaults(subject, defaults, options);
  const triangle = wordOf(subject, 'triangle', ['lower', 'upper'], chosen.triangle);
  const t = squareOf(subject, 't', givenT);
  const { b, out } = sidesOf(subject, t, givenB, into);
  const n = t.rows;
  for (let j = 0; j < n; ++j) {
    if (t.data[j * (t.ld + 1)] !== 0) continue;
    const place = { of: subject, key: 't' };
    throw errorFromStatus(Status.RankDeficient, zeroOnDiagonal({ column: j }), place);
  }
  return call(subject, (memory) => {
    const left = memory.put('t', t, triangle);
    const right = memory.put('b', b);
    const letters = [Number(triangle === 'lower'), Number(transpose)] as const;
    memory.core.linalg_triangular(...letters, n, b.cols, left, n, right, n);
    memory.take(right, out);
    return out;
  });
}
