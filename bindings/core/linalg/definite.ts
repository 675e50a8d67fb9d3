/** Symmetric positive definite matrices: Cholesky factor and inverse. */
import { withDefaults, wordOf } from '../arguments/choices.js';
import { InputError } from '../errors/errors.js';
import { Status } from '../engine/status.js';
import { errorFromStatus } from '../engine/status-errors.js';
import { type Call, call, checkAnswer, inBatch } from './call.js';
import { asymmetricMatrix, indefiniteMatrix } from '../../words/errors/core/matrices.js';
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
import { shapeOf, squareMatrix } from '../../words/expectations/core/arrays.js';

/** Which elements of a symmetric matrix to read. */
export interface SymmetricOptions {
  /**
   * `both` (the default) reads the whole matrix and refuses one that is not symmetric to 10 digits; `lower` and `upper`
   * read a triangle and the diagonal.
   */
  readonly triangle?: 'both' | 'lower' | 'upper' | undefined;
}

/** What to do with a matrix of a batch that has no answer. */
export interface BatchOptions extends SymmetricOptions {
  /** `throw` (the default) ends the call; `nan` fills the answer of that matrix with NaN. */
  readonly failed?: 'throw' | 'nan' | undefined;
}

const symmetricDefaults = { triangle: 'both' };
const batchDefaults = { triangle: 'both', failed: 'throw' };

/**
 * The lower triangle L with A = L L', zeros above.
 *
 * @param a - symmetric, n x n
 * @throws NumericalError `not-positive-definite` with the order of the first leading minor that is not positive;
 *   InputError `bad-value` if it is not symmetric, `shape-mismatch`, `non-finite-input`
 */
export function cholesky(a: Matrix, options?: SymmetricOptions): Matrix {
  return matrixOf(
    factor('cholesky', 'linalg_cholesky', a, withDefaults('cholesky', symmetricDefaults, options)),
  );
}

/** `cholesky` into the caller's matrix, which may be `a`; allocates no arrays. */
export function choleskyInto(out: Matrix, a: Matrix, options?: SymmetricOptions): void {
  const choices = withDefaults('choleskyInto', symmetricDefaults, options);
  factor('choleskyInto', 'linalg_cholesky', a, choices, out);
}

/** `cholesky` of each matrix of a batch. */
export function choleskyBatch(a: MatrixBatch, options?: BatchOptions): MatrixBatch {
  const choices = withDefaults('choleskyBatch', batchDefaults, options);
  return batchOf(factor('choleskyBatch', 'linalg_cholesky', a, choices));
}

/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor. For other matrices use
 * `solve(a, identity(n))` or `pinv`.
 *
 * @param a - n x n
 * @throws as `cholesky`
 */
export function inverse(a: Matrix, options?: SymmetricOptions): Matrix {
  return matrixOf(
    factor('inverse', 'linalg_inverse', a, withDefaults('inverse', symmetricDefaults, options)),
  );
}

/** `inverse` into the caller's matrix, which may be `a`; allocates no arrays. */
export function inverseInto(out: Matrix, a: Matrix, options?: SymmetricOptions): void {
  const choices = withDefaults('inverseInto', symmetricDefaults, options);
  factor('inverseInto', 'linalg_inverse', a, choices, out);
}

/** `inverse` of each matrix of a batch. */
export function inverseBatch(a: MatrixBatch, options?: BatchOptions): MatrixBatch {
  const choices = withDefaults('inverseBatch', batchDefaults, options);
  return batchOf(factor('inverseBatch', 'linalg_inverse', a, choices));
}

type Routine = 'linalg_cholesky' | 'linalg_inverse';
type Choices = { readonly triangle: string; readonly failed?: string };

function factor(
  subject: string,
  routine: Routine,
  given: Matrix,
  choices: Choices,
  into?: Matrix,
): Layout {
  const triangle = wordOf(subject, 'triangle', ['both', 'lower', 'upper'], choices.triangle);
  const failed = wordOf(subject, 'failed', ['throw', 'nan'], choices.failed ?? 'throw');
  const a = squareOf(subject, 'a', given);
  const out = into === undefined ? emptyLike(a) : layoutOf(subject, 'out', into);
  checkShape(subject, 'out', out, a);
  return call(subject, (memory) => {
    const address = putSymmetric(memory, 'a', a, triangle);
    const bytes = 8 * a.rows * a.rows;
    const result = memory.alloc(a.rows * a.rows * a.count);
    for (let item = 0; item < a.count; ++item) {
      const to = result + item * bytes;
      const minor = checkAnswer(subject, memory.core[routine](a.rows, address + item * bytes, to));
      if (minor === 0) continue;
      if (failed === 'throw') throw notDefinite(subject, a, item, minor);
      memory.fill(to, a.rows * a.rows, NaN);
    }
    memory.take(result, out);
    return out;
  });
}

/** Checks that the matrices of a view are square. Throws like `layoutOf`. */
export function squareOf(subject: string, name: string, given: Matrix): Layout {
  const a = layoutOf(subject, name, given);
  if (a.rows === a.cols) return a;
  throw shapeMismatch(
    subject,
    name,
    squareMatrix(),
    shapeOf({ rows: a.rows, cols: a.cols, count: 1 }),
  );
}

/** Copies symmetric matrices with both triangles; only `triangle` is read. */
export function putSymmetric(memory: Call, name: string, a: Layout, triangle: string): number {
  const { core, subject } = memory;
  const address = memory.put(name, a, triangle);
  if (triangle !== 'both') return address;
  for (let item = 0; item < a.count; ++item) {
    const place = core.linalg_asymmetric(a.rows, address + 8 * item * a.rows * a.rows);
    if (place >= 0) throw notSymmetric(subject, name, a, [item, place]);
  }
  return address;
}

function notSymmetric(
  subject: string,
  name: string,
  a: Layout,
  [item, place]: readonly [number, number],
) {
  const [i, j] = [place % a.rows, Math.floor(place / a.rows)];
  const element = (row: number, column: number) => a.data[item * a.stride + row + column * a.ld]!;
  const told = asymmetricMatrix({
    path: `${subject}.${name}`,
    row: i,
    column: j,
    ...inBatch(a.count, item),
    value: element(i, j),
    opposite: element(j, i),
  });
  return new InputError(told, { of: subject, key: name });
}

function notDefinite(subject: string, a: Layout, item: number, minor: number) {
  const told = indefiniteMatrix({ minor, ...inBatch(a.count, item) });
  return errorFromStatus(Status.NotPositiveDefinite, told, { of: subject, key: 'a' });
}
