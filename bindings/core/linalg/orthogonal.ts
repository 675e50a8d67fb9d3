/** QR factorisation and least squares. */
import { withDefaults, wordOf } from '../arguments/choices.js';
import { Status } from '../engine/status.js';
import { errorFromStatus } from '../engine/status-errors.js';
import { type Call, call, checkAnswer, inBatch } from './call.js';
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
  checkOut,
} from './matrix.js';
import { dependentColumns } from '../../words/errors/core/matrices.js';
import { integersOf, matricesOf, otherType, rowsOf } from '../../words/expectations/core/arrays.js';

/** Whether columns are exchanged. */
export interface QrOptions {
  /** Pivot: the next column is the one with the largest remainder; false by default. */
  readonly pivoted?: boolean | undefined;
}

/** A P = Q R with k = min(m, n). */
export interface Qr {
  /** m x k with orthonormal columns. */
  readonly q: Matrix;
  /** k x n, zero below the diagonal; the signs of the diagonal are those of the reflectors. */
  readonly r: Matrix;
  /** Column j of A P is column pivots[j] of A (n, counted from 0). */
  readonly pivots: Int32Array;
}

/**
 * QR factorisation by Householder reflectors.
 *
 * @param a - m x n
 * @throws InputError `shape-mismatch`, `non-finite-input`, `bad-value`
 */
export function qr(a: Matrix, options?: QrOptions): Qr {
  const view = layoutOf('qr', 'a', a);
  const { rows, cols } = view;
  const k = Math.min(rows, cols);
  const q = emptyLike({ rows, cols: k, count: 1 });
  const r = emptyLike({ rows: k, cols, count: 1 });
  const pivots = new Int32Array(cols);
  factor('qr', view, { q, r, pivots }, options);
  return { q: matrixOf(q), r: matrixOf(r), pivots };
}

/** `qr` into the caller's matrices; allocates no arrays. */
export function qrInto(out: Qr, a: Matrix, options?: QrOptions): void {
  checkOut('qrInto', out, ['q', 'r', 'pivots']);
  const view = layoutOf('qrInto', 'a', a);
  const { rows, cols } = view;
  const k = Math.min(rows, cols);
  const q = layoutOf('qrInto', 'out.q', out.q);
  const r = layoutOf('qrInto', 'out.r', out.r);
  checkShape('qrInto', 'out.q', q, { rows, cols: k, count: 1 });
  checkShape('qrInto', 'out.r', r, { rows: k, cols, count: 1 });
  checkPivots('qrInto', out.pivots, cols);
  factor('qrInto', view, { q, r, pivots: out.pivots }, options);
}

function checkPivots(subject: string, pivots: unknown, cols: number): void {
  if (pivots instanceof Int32Array && pivots.length === cols) return;
  const shown = pivots instanceof Int32Array ? pivots.length : otherType();
  throw shapeMismatch(subject, 'out.pivots', integersOf({ count: cols }), shown);
}

interface Places {
  readonly q: Layout;
  readonly r: Layout;
  readonly pivots: Int32Array;
}

function factor(subject: string, a: Layout, { q, r, pivots }: Places, options: unknown): void {
  const { pivoted } = withDefaults(subject, { pivoted: false }, options);
  call(subject, (memory) => {
    const from = memory.put('a', a);
    const [toQ, toR] = [memory.alloc(q.rows * q.cols), memory.alloc(r.rows * r.cols)];
    const order = memory.allocInts(a.cols);
    const shape = [a.rows, a.cols, pivoted] as const;
    checkAnswer(subject, memory.core.linalg_qr(...shape, from, toQ, toR, order));
    memory.take(toQ, q);
    memory.take(toR, r);
    memory.takeInts(order, pivots);
  });
}

/** How dependent columns are treated. */
export interface LstsqOptions {
  /** `throw` (the default) or `omit`: a dependent column gets the coefficient 0. */
  readonly dependent?: 'throw' | 'omit' | undefined;
  /**
   * A column is dependent if the others leave at most this share of its length; 1e-13 by default. Columns are first
   * scaled to one length, so units do not matter.
   */
  readonly tolerance?: number | undefined;
}

/** A least squares solution. */
export interface Lstsq<B extends Matrix | Float64Array> {
  /** n x k, or n numbers for a vector b. */
  readonly params: B;
  /** b - A x, shaped as b. */
  readonly residuals: B;
  /** Sum of squared residuals of each column of b. */
  readonly rss: Float64Array;
  readonly rank: number;
  /** Columns of A (counted from 0) that others explain, with coefficient 0. */
  readonly dependent: readonly number[];
}

const lstsqDefaults = { dependent: 'throw', tolerance: 1e-13 };

/**
 * The x that minimises |b - A x|, by a QR of A with column pivoting. With fewer rows than columns, or with
 * `dependent: 'omit'`, it is a basic solution: `pinv` gives the shortest one.
 *
 * @param a - m x n
 * @param b - m x k, or m numbers
 * @throws IdentificationError `rank-deficient` with the `column` (from 0) that the others explain, and the `rank`;
 *   InputError `shape-mismatch`, `non-finite-input`, `bad-value`
 */
export function lstsq(
  a: Matrix,
  b: Float64Array,
  options?: LstsqOptions,
): Lstsq<Float64Array<ArrayBuffer>>;
export function lstsq(a: Matrix, b: Matrix, options?: LstsqOptions): Lstsq<Matrix>;
export function lstsq(
  a: Matrix,
  b: Matrix | Float64Array,
  options?: LstsqOptions,
): Lstsq<Matrix | Float64Array> {
  const views = viewsOf('lstsq', a, b);
  const params = emptyLike({ rows: views.a.cols, cols: views.b.cols, count: 1 });
  const residuals = emptyLike(views.b);
  const { rank, dependent } = minimise('lstsq', { ...views, params, residuals }, options);
  const shaped = (view: Layout) => (b instanceof Float64Array ? view.data : matrixOf(view));
  return {
    params: shaped(params),
    residuals: shaped(residuals),
    rss: squares(residuals),
    rank,
    dependent,
  };
}

/** Where `lstsqInto` writes. */
export interface LstsqOut {
  readonly params: Matrix | Float64Array;
  readonly residuals?: Matrix | Float64Array | undefined;
}

/** `lstsq` into the caller's matrices or vectors; returns the rank and allocates no arrays of numbers. */
export function lstsqInto(
  out: LstsqOut,
  a: Matrix,
  b: Matrix | Float64Array,
  options?: LstsqOptions,
): number {
  checkOut('lstsqInto', out, ['params', 'residuals']);
  const views = viewsOf('lstsqInto', a, b);
  const params = layoutOf('lstsqInto', 'out.params', out.params);
  const shape = { rows: views.a.cols, cols: views.b.cols, count: 1 };
  checkShape('lstsqInto', 'out.params', params, shape);
  if (out.residuals === undefined) {
    return minimise('lstsqInto', { ...views, params }, options).rank;
  }
  const residuals = layoutOf('lstsqInto', 'out.residuals', out.residuals);
  checkShape('lstsqInto', 'out.residuals', residuals, views.b);
  return minimise('lstsqInto', { ...views, params, residuals }, options).rank;
}

/** The coefficients of each problem of a batch: `count` matrices A and as many b. Throws as `lstsq`. */
export function lstsqBatch(a: MatrixBatch, b: MatrixBatch, options?: LstsqOptions): MatrixBatch {
  const views = viewsOf('lstsqBatch', a, b);
  const { cols, count } = views.a;
  const params = emptyLike({ rows: cols, cols: views.b.cols, count });
  minimise('lstsqBatch', { ...views, params }, options);
  return batchOf(params);
}

function viewsOf(subject: string, givenA: unknown, givenB: unknown) {
  const a = layoutOf(subject, 'a', givenA);
  const b = layoutOf(subject, 'b', givenB);
  if (b.rows !== a.rows) throw shapeMismatch(subject, 'b', rowsOf({ count: a.rows }), b.rows);
  if (b.count !== a.count)
    throw shapeMismatch(subject, 'b', matricesOf({ count: a.count }), b.count);
  return { a, b };
}

function squares({ data, rows, cols }: Layout): Float64Array {
  return Float64Array.from({ length: cols }, (_, j) => {
    let sum = 0;
    for (let i = j * rows; i < (j + 1) * rows; ++i) sum += data[i]! * data[i]!;
    return sum;
  });
}

interface Problem {
  readonly a: Layout;
  readonly b: Layout;
  readonly params: Layout;
  readonly residuals?: Layout;
}

function minimise(subject: string, { a, b, params, residuals }: Problem, options: unknown) {
  const { tolerance, ...chosen } = withDefaults(subject, lstsqDefaults, options);
  const dependent = wordOf(subject, 'dependent', ['throw', 'omit'], chosen.dependent);
  return call(subject, (memory) => {
    const place = allocate(memory, a, b, residuals !== undefined);
    let last = { rank: 0, dependent: [] as readonly number[] };
    for (let item = 0; item < a.count; ++item) {
      const places = [
        place.a + 8 * item * a.rows * a.cols,
        place.b + 8 * item * b.rows * b.cols,
      ] as const;
      const x = place.x + 8 * item * a.cols * b.cols;
      const sizes = [a.rows, a.cols, b.cols] as const;
      const ends = [tolerance, x, place.rest, place.pivots] as const;
      const rank = checkAnswer(subject, memory.core.linalg_lstsq(...sizes, ...places, ...ends));
      last = { rank, dependent: rank === a.cols ? [] : omitted(memory, place.pivots, a, rank) };
      if (rank < a.cols && dependent === 'throw') {
        throw dependentColumn(subject, a, last, inBatch(a.count, item));
      }
    }
    memory.take(place.x, params);
    if (residuals !== undefined) memory.take(place.rest, residuals);
    return last;
  });
}

function allocate(memory: Call, a: Layout, b: Layout, hasResiduals: boolean) {
  return {
    a: memory.put('a', a),
    b: memory.put('b', b),
    x: memory.alloc(a.cols * b.cols * a.count),
    rest: hasResiduals ? memory.alloc(b.rows * b.cols) : 0,
    pivots: memory.allocInts(a.cols),
  };
}

/** The columns after the first `rank` pivots, in ascending order. */
function omitted(memory: Call, pivots: number, a: Layout, rank: number): readonly number[] {
  const order = new Int32Array(a.cols);
  memory.takeInts(pivots, order);
  return [...order.subarray(rank)].sort((i, j) => i - j);
}

function dependentColumn(
  subject: string,
  { rows, cols }: Layout,
  { rank, dependent }: { readonly rank: number; readonly dependent: readonly number[] },
  matrix: ReturnType<typeof inBatch>,
) {
  const columns = { column: dependent[0]!, columns: dependent, rank, rows, cols, ...matrix };
  return errorFromStatus(Status.RankDeficient, dependentColumns(columns), {
    of: subject,
    key: 'a',
  });
}
