/** Matrices: column-major views of a `Float64Array`. */
import { badArgument } from '../errors/bad-argument.js';
import { checkWhole } from '../arguments/choices.js';
import type { EconError } from '../errors/errors.js';
import { numbersOf } from '../engine/number-list.js';
import * as wanted from '../../words/expectations/core/arrays.js';
import { shapeMismatch as mismatch } from '../../words/errors/core/matrices.js';
import type { Told } from '../../words/told.js';
import { Status } from '../engine/status.js';
import { errorFromStatus } from '../engine/status-errors.js';

/** A column-major matrix: element (i, j), counted from 0, is `data[i + j * ld]`. */
export interface Matrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly cols: number;
  /** Leading dimension: elements from one column to the next, at least `rows`, which is the default. */
  readonly ld?: number | undefined;
}

/** `count` matrices of one shape, `stride` elements apart; the default is `ld * cols`. */
export interface MatrixBatch extends Matrix {
  readonly count: number;
  readonly stride?: number | undefined;
}

/** A matrix whose defaults are filled in, or a batch of them; a vector is one column. */
export interface Layout {
  readonly data: Float64Array;
  readonly rows: number;
  readonly cols: number;
  readonly ld: number;
  readonly count: number;
  readonly stride: number;
}

const most = Number.MAX_SAFE_INTEGER;

/**
 * A matrix of zeros, or of the numbers given column by column.
 *
 * @param data - rows x cols numbers; a `Float64Array` is used as it is, not copied
 * @throws InputError `bad-value`, `shape-mismatch`
 */
export function matrix(rows: number, cols: number, data?: ArrayLike<number>): Matrix {
  checkWhole('matrix', 'rows', [1, most], rows);
  checkWhole('matrix', 'cols', [1, most], cols);
  if (data === undefined) return { data: new Float64Array(rows * cols), rows, cols };
  const values = numbersOf('matrix', 'data', data);
  if (values.length === rows * cols) return { data: values, rows, cols };
  throw shapeMismatch('matrix', 'data', wanted.numbersOf({ count: rows * cols }), values.length);
}

/** The identity matrix of order n. Throws like `matrix`. */
export function identity(n: number): Matrix {
  const one = matrix(n, n);
  for (let i = 0; i < n; ++i) one.data[i * (n + 1)] = 1;
  return one;
}

/**
 * A matrix from a list of rows.
 *
 * @throws InputError `bad-value`, `shape-mismatch`
 */
export function fromRows(rows: readonly ArrayLike<number>[]): Matrix {
  if (!Array.isArray(rows) || rows.length === 0) {
    throw badArgument('fromRows', 'rows', wanted.listOfRows(), rows);
  }
  const lists = rows.map((row, i) => numbersOf('fromRows', `row ${i + 1}`, row));
  const cols = lists[0]!.length;
  const result = matrix(rows.length, cols);
  lists.forEach((row, i) => {
    if (row.length !== cols) {
      throw shapeMismatch(
        'fromRows',
        `row ${i + 1}`,
        wanted.numbersOf({ count: cols }),
        row.length,
      );
    }
    for (let j = 0; j < cols; ++j) result.data[i + j * rows.length] = row[j]!;
  });
  return result;
}

/** The matrix as a list of rows. Throws like `layoutOf`. */
export function toRows(a: Matrix): number[][] {
  const { data, rows, cols, ld } = layoutOf('toRows', 'a', a);
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (__, j) => data[i + j * ld]!),
  );
}

/** @throws InputError `bad-value` unless `out`, for several results, is an object */
export function checkOut(subject: string, out: unknown, keys: readonly string[]): void {
  if (typeof out === 'object' && out !== null) return;
  throw badArgument(subject, 'out', wanted.keysOf({ keys }), out);
}

/**
 * Checks a matrix, a batch or a vector and fills in its defaults.
 *
 * @throws InputError `bad-value` for any other value, `shape-mismatch` if its data are too short or detached
 */
export function layoutOf(subject: string, name: string, value: unknown): Layout {
  if (value instanceof Float64Array) return ofVector(subject, name, value);
  if (typeof value !== 'object' || value === null) {
    throw badArgument(subject, name, wanted.matrixOrVector(), value);
  }
  const { data, rows, cols, ld, count, stride } = value as Partial<MatrixBatch>;
  if (!(data instanceof Float64Array)) {
    throw badArgument(subject, `${name}.data`, wanted.floatArray(), data);
  }
  checkWhole(subject, `${name}.rows`, [1, most], rows);
  checkWhole(subject, `${name}.cols`, [1, most], cols);
  if (ld !== undefined) checkWhole(subject, `${name}.ld`, [rows!, most], ld);
  const whole = layout(data, rows!, cols!, ld ?? rows!);
  if (count === undefined) return checkLength(subject, name, whole);
  checkWhole(subject, `${name}.count`, [1, most], count);
  if (stride !== undefined) {
    checkWhole(subject, `${name}.stride`, [whole.ld * (whole.cols - 1) + whole.rows, most], stride);
  }
  return checkLength(subject, name, { ...whole, count, stride: stride ?? whole.stride });
}

function layout(data: Float64Array, rows: number, cols: number, ld: number): Layout {
  return { data, rows, cols, ld, count: 1, stride: ld * cols };
}

function ofVector(subject: string, name: string, data: Float64Array): Layout {
  if (data.length > 0) return layout(data, data.length, 1, data.length);
  throw shapeMismatch(subject, name, wanted.oneNumberOrMore(), emptiness(data));
}

function checkLength(subject: string, name: string, view: Layout): Layout {
  const { data, rows, cols, ld, count, stride } = view;
  const least = (count - 1) * stride + (cols - 1) * ld + rows;
  if (data.length >= least) return view;
  const length = data.length > 0 ? data.length : emptiness(data);
  throw shapeMismatch(subject, `${name}.data`, wanted.minimumNumbers({ count: least }), length);
}

/** The reason why a view has no elements: its memory grew or its buffer was transferred, which leaves length 0. */
function emptiness(data: Float64Array): Told | number {
  return data.buffer.byteLength > 0 ? 0 : wanted.emptyBuffer();
}

/** The error for a shape that does not fit. */
export function shapeMismatch(
  subject: string,
  name: string,
  expectation: Told,
  shown: Told | number,
): EconError {
  const told = mismatch({ path: `${subject}.${name}`, expectation, found: shown });
  return errorFromStatus(Status.ShapeMismatch, told, { of: subject, key: name });
}

/** @throws InputError `shape-mismatch` unless the view has this shape */
export function checkShape(
  subject: string,
  name: string,
  view: Layout,
  { rows, cols, count }: Pick<Layout, 'rows' | 'cols' | 'count'>,
): void {
  if (view.rows === rows && view.cols === cols && view.count === count) return;
  const present = wanted.shapeOf({ rows: view.rows, cols: view.cols, count: view.count });
  throw shapeMismatch(subject, name, wanted.shapeOf({ rows, cols, count }), present);
}

/** A new view without gaps, for a result of this shape. */
export function emptyLike({ rows, cols, count }: Pick<Layout, 'rows' | 'cols' | 'count'>): Layout {
  const data = new Float64Array(rows * cols * count);
  return { data, rows, cols, ld: rows, count, stride: rows * cols };
}

/** A view without gaps as a matrix. */
export function matrixOf(view: Layout): Matrix {
  const { data, rows, cols } = view;
  return { data, rows, cols };
}

/** A view without gaps as a batch. */
export function batchOf(view: Layout): MatrixBatch {
  const { data, rows, cols, count } = view;
  return { data, rows, cols, count };
}
