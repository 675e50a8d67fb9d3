/** Checks vectors and columns of the caller. */
import { badArgument } from '../../core/errors/bad-argument.js';
import { isList, numbersOf } from '../../core/engine/number-list.js';
import type { Take } from '../../core/engine/instances/scratch.js';
import * as wanted from '../../words/expectations/core/arrays.js';
import { Status } from '../../core/engine/status.js';
import { errorFromStatus } from '../../core/engine/status-errors.js';
import { layoutOf, type Matrix, shapeMismatch } from '../../core/linalg/matrix.js';
import { nonFiniteRow } from '../../words/errors/core/matrices.js';
import {
  distinctNames,
  listOfLabels,
  numberOrText,
} from '../../words/expectations/analysis/arrays.js';

/** One number per row. */
export type Vector = ArrayLike<number>;

/** A matrix (n x k, column-major), a list of columns, or one column. */
export type Columns = Matrix | readonly Vector[] | Vector;

/**
 * The numbers of a vector. A `Float64Array` is not copied; other lists are copied into an array from `take`.
 *
 * @throws InputError `bad-value`, `shape-mismatch`, `non-finite-input`
 */
export function vectorOf(
  subject: string,
  name: string,
  value: unknown,
  length?: number,
  take?: Take,
): Float64Array {
  const numbers = numbersOf(subject, name, value, take);
  if (length !== undefined && numbers.length !== length) {
    throw shapeMismatch(subject, name, wanted.numbersLikeY({ count: length }), numbers.length);
  }
  if (sumOfZeros(numbers) === 0) return numbers;
  throw nonFinite(
    subject,
    name,
    numbers.findIndex((number) => !Number.isFinite(number)),
  );
}

/** 0 for finite numbers; NaN if one is NaN or infinite. */
function sumOfZeros(numbers: Float64Array): number {
  let zeros = 0;
  for (let i = 0; i < numbers.length; ++i) zeros += numbers[i]! - numbers[i]!;
  return zeros;
}

function nonFinite(subject: string, name: string, row: number) {
  const told = nonFiniteRow({ path: `${subject}.${name}`, row: row + 1 });
  return errorFromStatus(Status.NonFiniteInput, told, { of: subject, key: name });
}

/** The columns of a matrix, not copied if they are contiguous. Throws as `vectorOf`. */
export function columnsOf(
  subject: string,
  name: string,
  value: unknown,
  length: number,
  take?: Take,
): Float64Array[] {
  if (isMatrix(value)) return ofMatrix(subject, name, value, length);
  if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'object') {
    return value.map((column: unknown, j) =>
      vectorOf(subject, `${name}[${j}]`, column, length, take),
    );
  }
  const none = Array.isArray(value) && value.length === 0 && length > 0;
  return none ? [] : [vectorOf(subject, name, value, length, take)];
}

function isMatrix(value: unknown): value is Matrix {
  return typeof value === 'object' && value !== null && 'data' in value && 'rows' in value;
}

function ofMatrix(subject: string, name: string, value: Matrix, length: number) {
  const { data, rows, cols, ld } = layoutOf(subject, name, value);
  if (rows !== length) {
    throw shapeMismatch(subject, name, wanted.rowsLikeY({ count: length }), rows);
  }
  return Array.from({ length: cols }, (_, j) => {
    const column = data.subarray(j * ld, j * ld + rows);
    return vectorOf(subject, `${name}, column ${j}`, column);
  });
}

/**
 * Names of columns: the given ones, or `prefix` followed by a number from 1.
 *
 * @throws InputError `bad-value` for names that are not distinct texts, `shape-mismatch`
 */
export function namesOf(
  subject: string,
  given: unknown,
  prefix: string,
  count: number,
): readonly string[] {
  if (given === undefined) return Array.from({ length: count }, (_, j) => `${prefix}${j + 1}`);
  const isTexts = Array.isArray(given) && given.every((name) => typeof name === 'string');
  if (!isTexts || new Set(given).size !== given.length || given.includes('_cons')) {
    throw badArgument(subject, 'names', distinctNames(), given);
  }
  if (given.length === count) return given as readonly string[];
  throw shapeMismatch(subject, 'names', wanted.namesOf({ count }), given.length);
}

/** Numbers labels from 0 in the order in which they appear. */
export function codesOf(subject: string, name: string, labels: unknown, length: number) {
  if (!isList(labels)) throw badArgument(subject, name, listOfLabels(), labels);
  if (labels.length !== length) {
    throw shapeMismatch(subject, name, wanted.labelsLikeY({ count: length }), labels.length);
  }
  const numbers = new Map<unknown, number>();
  const codes = Int32Array.from(labels as ArrayLike<never>, (label: unknown, row) => {
    if (typeof label === 'number' ? !Number.isFinite(label) : typeof label !== 'string') {
      throw badArgument(subject, `${name}[${row}]`, numberOrText(), label);
    }
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  });
  return { codes, count: numbers.size, labels: [...numbers.keys()] };
}
