/** Errors of matrices and vectors, in English. */
import { type Numbers, says, type Told } from '../../told.js';

/** A place in an array or matrix, counted from 0. */
interface Place {
  /** The function and its argument. */
  readonly path: string;
  readonly row: number;
  readonly column: number;
  /** Position in a batch. */
  readonly matrix?: number;
}

const ofMatrix = (matrix: number | undefined) =>
  matrix === undefined ? '' : ` of matrix ${matrix}`;

export interface ShapeMismatch {
  readonly path: string;
  readonly expectation: Told;
  /** A number of elements, a shape, or what else was found. */
  readonly found: Told | number;
}

export const shapeMismatch = says(
  'shape-mismatch/found',
  ({ expectation, found }: ShapeMismatch) => {
    const shown = typeof found === 'number' ? found : found.text;
    return `expected ${expectation.text}, found ${shown}`;
  },
);
export const nonFiniteElement = says(
  'non-finite-input/matrix',
  ({ row, column, matrix }: Place) =>
    `expected finite numbers, found NaN or infinity in row ${row}, column ${column}${ofMatrix(matrix)} (counted from 0); remove or replace it first`,
);
export const nonFiniteRow = says(
  'non-finite-input/row',
  ({ row }: { readonly path: string; /** Counted from 1. */ readonly row: number }) =>
    `expected finite numbers, found NaN or infinity in row ${row}; leave the row out of every array`,
);
export const noConvergence = says(
  'not-converged/sweeps',
  'expected convergence within 60 sweeps, found none; check the matrix for numbers of very different size',
);
export const noMemory = says(
  'out-of-memory/factors',
  'expected memory for the factors, found less in 4 GiB; use smaller matrices',
);
export const asymmetricMatrix = says(
  'bad-value/symmetric',
  ({ row, column, matrix, value, opposite }: Place & Numbers<'value' | 'opposite'>) =>
    `expected a symmetric matrix, found ${value} in row ${row}, column ${column} and ${opposite} opposite${ofMatrix(matrix)}; set triangle to lower or upper to read one triangle only`,
);
export const indefiniteMatrix = says(
  'not-positive-definite/minor',
  ({ minor, matrix }: { readonly minor: number; readonly matrix?: number }) =>
    `expected a positive definite matrix, found a leading minor of order ${minor} that is not positive${ofMatrix(matrix)}; use eigSymmetric or pinv for a matrix that is singular or indefinite`,
);

export interface DependentColumns {
  readonly column: number;
  readonly columns: readonly number[];
  readonly rank: number;
  readonly rows: number;
  readonly cols: number;
  readonly matrix?: number;
}

export const dependentColumns = says(
  'rank-deficient/columns',
  ({ column, rank, rows, cols, matrix }: DependentColumns) => {
    const shown =
      rows < cols
        ? `${rows} rows for ${cols} columns`
        : `column ${column}${ofMatrix(matrix)} (counted from 0) that depends on the others: rank ${rank} of ${cols}`;
    return `expected independent columns, found ${shown}; leave the column out, set dependent to omit, or use pinv`;
  },
);

export interface SingularMatrix {
  readonly column: number;
  /** Reciprocal of the condition number. */
  readonly reciprocal: number;
  readonly matrix?: number;
}

export const singularMatrix = says(
  'rank-deficient/matrix',
  ({ column, reciprocal, matrix }: SingularMatrix) =>
    `expected independent columns, found column ${column}${ofMatrix(matrix)} (counted from 0) that depends on the others: reciprocal condition number ${reciprocal.toExponential(1)}; leave the column out, or use lstsq or pinv`,
);
export const zeroOnDiagonal = says(
  'rank-deficient/diagonal',
  'expected a diagonal without zeros, found 0 in row and column {column} (counted from 0); use lstsq or pinv',
);
