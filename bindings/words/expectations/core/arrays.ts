/** What lists of numbers, matrices and vectors are, in English. */
import { says } from '../../told.js';

interface Count {
  readonly count: number;
}

/** A matrix, or a batch of matrices if `count` is above 1. */
export interface Shape extends Count {
  readonly rows: number;
  readonly cols: number;
}

export const numberNotColumn = says(
  'number-not-column',
  'a number (a matrix is a list of columns; see fromRows)',
);
export const listOfRows = says('list-of-rows', 'a list of rows of numbers');
export const matrixOrVector = says(
  'matrix-or-vector',
  () => 'a matrix { data, rows, cols } or a Float64Array',
);
export const floatArray = says('float-array', 'a Float64Array');
export const keysOf = says(
  'keys-of',
  ({ keys }: { readonly keys: readonly string[] }) => `{ ${keys.join(', ')} }`,
);
export const numbersOf = says('numbers-of', '{count} numbers');
export const numbersLikeY = says('numbers-like-y', '{count} numbers, as y has');
export const oneNumberOrMore = says('at-least-one-number', 'at least one number');
export const minimumNumbers = says('at-least-numbers', 'at least {count} numbers');
export const rowsOf = says('rows-of', '{count} rows');
export const rowsLikeY = says('rows-like-y', '{count} rows, as y has');
export const namesOf = says('names-of', '{count} names');
export const labelsLikeY = says('labels-like-y', '{count} labels, as y has numbers');
export const matricesOf = says('matrices-of', '{count} matrices');
export const squareMatrix = says('square-matrix', 'as many rows as columns');
export const integersOf = says('integers-of', 'an Int32Array of {count} numbers');
export const factorOf = says(
  'factor-of',
  ({
    rows,
    cols,
    of,
  }: {
    readonly rows: number;
    readonly cols: number;
    readonly of: 'rows' | 'columns';
  }) => `${cols} ${of}, as op(A) is ${rows} x ${cols}`,
);
export const shapeOf = says(
  'shape-of',
  ({ rows, cols, count }: Shape) => `${rows} x ${cols}${count > 1 ? ` times ${count}` : ''}`,
);
export const emptyBuffer = says(
  'empty-buffer',
  '0 in an empty or detached buffer; make the view again after its memory has grown or was transferred',
);
export const otherType = says('other-type', 'another type');
