import { dot, type Vector } from '../../core/numerics/householder.js';

/**
 * Regressions of outcome and endogenous variables on all instruments, from the core's record `ReducedForm`: the input
 * of all identification tests.
 */
export interface ReducedForm {
  readonly nobs: number;
  /** Counts of exogenous regressors with the constant, of kept excluded instruments, and of endogenous variables. */
  readonly nexogenous: number;
  readonly ninstruments: number;
  readonly nendogenous: number;
  /** Observations minus exogenous regressors, kept instruments and absorbed effects. */
  readonly dfResid: number;
  /** Denominator degrees of freedom of F; clusters minus 1 if the covariance is clustered. */
  readonly dfReference: number;
  /**
   * Small-sample factor of a first-stage covariance: nobs / dfResid, with clusters (nobs - 1) / dfResid G / (G - 1).
   * F statistics always use it, chi-squared statistics never, as in ivreg2.
   */
  readonly factor: number;
  /** p x p upper triangle, column-major, of a QR of [exogenous, instruments, endogenous, outcome]. */
  readonly triangle: Float64Array;
  /**
   * Covariance of the coefficients below, m x m with m = ninstruments (1 + nendogenous), ordered by equation (outcome
   * first) and then by instrument. Undefined for the unadjusted type.
   */
  readonly covariance: Float64Array | undefined;
}

/**
 * The reduced form in an orthonormal basis of the excluded instruments, orthogonal to the exogenous regressors.
 * Equation 0 is the outcome's, 1, 2, ... are those of the endogenous variables. A vector c of weights, one per
 * equation, denotes the combination sum c_a (equation a). The structural error at b has c = (1, -b).
 */
export interface Equations {
  readonly form: ReducedForm;
  /** Coefficients of each equation on the instruments (ninstruments each). */
  readonly coefficients: readonly Vector[];
  /** For each equation a vector; their inner products are those of the residuals. */
  readonly errors: readonly Vector[];
  /** Covariance (ninstruments x ninstruments) of the coefficients of combinations c and d. */
  covariance(c: Vector, d: Vector): number[][];
  /** That matrix times x. */
  covarianceTimes(c: Vector, d: Vector, x: Vector): number[];
}

/** Residuals on all instruments, or on the exogenous regressors alone (for Lagrange multiplier tests). */
export type Residuals = 'unrestricted' | 'restricted';

export function equations(form: ReducedForm, residuals: Residuals = 'unrestricted'): Equations {
  const { nexogenous, ninstruments, nendogenous } = form;
  const order = nexogenous + ninstruments + nendogenous + 1;
  const part = (column: number, from: number, to: number) =>
    Array.from(form.triangle.subarray(column * order + from, column * order + to));
  const first = nexogenous + ninstruments;
  const columns = [order - 1, ...Array.from({ length: nendogenous }, (_, j) => first + j)];
  const coefficients = columns.map((column) => part(column, nexogenous, first));
  const start = residuals === 'restricted' ? nexogenous : first;
  const errors = columns.map((column) => part(column, start, order));
  const covariances =
    form.covariance === undefined ? homoskedastic(form, errors) : robust(form, form.covariance);
  return { form, coefficients, errors, ...covariances };
}

type Covariances = Pick<Equations, 'covariance' | 'covarianceTimes'>;

/** E'E (x) I / n. */
function homoskedastic(
  { nobs, ninstruments }: ReducedForm,
  errors: readonly Vector[],
): Covariances {
  const variance = (c: Vector, d: Vector) => dot(combine(errors, c), combine(errors, d)) / nobs;
  return {
    covariance: (c, d) => {
      const value = variance(c, d);
      return square(ninstruments, (i, j) => (i === j ? value : 0));
    },
    covarianceTimes: (c, d, x) => {
      const value = variance(c, d);
      return x.map((xi) => value * xi);
    },
  };
}

/** sum c_a d_b (block a, b): the inner loops of the search for confidence sets. */
function robust({ ninstruments, nendogenous }: ReducedForm, values: Float64Array): Covariances {
  const count = 1 + nendogenous;
  const order = ninstruments * count;
  const parts = symmetricParts(ninstruments, count, values);
  /** Calls `add` with the weight of each block and the start of its row i. */
  const overRows = (
    c: Vector,
    d: Vector,
    i: number,
    add: (weight: number, from: number) => void,
  ) => {
    for (let a = 0; a < count; ++a) {
      for (let b = 0; b < count; ++b) {
        const weight = c[a]! * d[b]!;
        if (weight !== 0) add(weight, (a * ninstruments + i) * order + b * ninstruments);
      }
    }
  };
  return {
    covariance: (c, d) => {
      if (c === d) return symmetricSum(ninstruments, parts, c);
      const row = new Float64Array(ninstruments);
      return Array.from({ length: ninstruments }, (_, i) => {
        row.fill(0);
        overRows(c, d, i, (weight, from) => {
          for (let j = 0; j < ninstruments; ++j) row[j]! += weight * values[from + j]!;
        });
        return Array.from(row);
      });
    },
    covarianceTimes: (c, d, x) =>
      x.map((_, i) => {
        let sum = 0;
        overRows(c, d, i, (weight, from) => {
          let product = 0;
          for (let j = 0; j < ninstruments; ++j) product += values[from + j]! * x[j]!;
          sum += weight * product;
        });
        return sum;
      }),
  };
}

export function square(n: number, value: (i: number, j: number) => number): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < n; ++i) {
    const row: number[] = [];
    for (let j = 0; j < n; ++j) row.push(value(i, j));
    rows.push(row);
  }
  return rows;
}

/** sum c_a v_a. */
export function combine(vectors: readonly Vector[], c: Vector): number[] {
  const sum = vectors[0]!.map(() => 0);
  vectors.forEach((v, a) => {
    for (let i = 0; i < sum.length; ++i) sum[i]! += c[a]! * v[i]!;
  });
  return sum;
}

/** The weights of equation a itself. */
export function unit(count: number, a: number): number[] {
  return Array.from({ length: count }, (_, b) => Number(a === b));
}

/** The entries of the endogenous variables, without the outcome's. */
export function endogenous<T>(perEquation: readonly T[]): readonly T[] {
  return perEquation.slice(1);
}

/**
 * The parts of a symmetric matrix (count x count blocks of size x size) that V(c, c) = sum c_a c_b (block a, b)
 * needs. These are the upper triangles, row by row, of diagonal blocks and of the sums of blocks (a, b) and (b, a).
 * They take a third of the products of summing all blocks.
 */
interface SymmetricPart {
  readonly a: number;
  readonly b: number;
  readonly triangle: Float64Array;
}

function symmetricParts(
  size: number,
  count: number,
  values: Float64Array,
): readonly SymmetricPart[] {
  const order = size * count;
  const parts: SymmetricPart[] = [];
  for (let a = 0; a < count; ++a) {
    for (let b = a; b < count; ++b) {
      const triangle = new Float64Array((size * (size + 1)) / 2);
      let next = 0;
      for (let i = 0; i < size; ++i) {
        for (let j = i; j < size; ++j) {
          const one = values[(a * size + i) * order + b * size + j]!;
          triangle[next++] = a === b ? one : one + values[(b * size + i) * order + a * size + j]!;
        }
      }
      parts.push({ a, b, triangle });
    }
  }
  return parts;
}

/** V(c, c), as rows. */
function symmetricSum(size: number, parts: readonly SymmetricPart[], c: Vector): number[][] {
  const sum = new Float64Array((size * (size + 1)) / 2);
  for (const { a, b, triangle } of parts) {
    const weight = c[a]! * c[b]!;
    if (weight === 0) continue;
    for (let p = 0; p < sum.length; ++p) sum[p]! += weight * triangle[p]!;
  }
  const rows: number[][] = [];
  for (let i = 0, next = 0; i < size; ++i) {
    const row = rows.map((above) => above[i]!);
    for (let j = i; j < size; ++j) row.push(sum[next++]!);
    rows.push(row);
  }
  return rows;
}
