import {
  backSubstitute,
  dot,
  forwardSubstitute,
  householder,
  type Vector,
} from '../../core/numerics/householder.js';
import { combine, type Equations } from './reduced-form.js';
import { waldStatistic } from './wald.js';

/** Strength of the weakest combination of some equations. */
export interface Weakest {
  /** Smallest eigenvalue of C'C (E'E)^-1, with C the coefficients and E the residuals of the equations. */
  readonly eigenvalue: number;
  /** Weights of that combination in terms of the directions, with c'E'E c = 1. */
  readonly weights: Vector;
  /** Left singular vectors, times their values, of the combinations other than the weakest. */
  readonly others: readonly Vector[];
}

/**
 * The weakest of the combinations spanned by `directions`, each a vector of weights of the equations. It comes from
 * the singular values of C T^-1 with T'T = E'E, without forming products, which would lose digits.
 */
export function weakest(
  form: Pick<Equations, 'coefficients' | 'errors'>,
  directions: readonly Vector[],
): Weakest {
  const coefficients = directions.map((c) => combine(form.coefficients, c));
  const errors = directions.map((c) => combine(form.errors, c));
  const { triangle } = householder(errors);
  const rows = coefficients[0]!.map((_, i) =>
    forwardSubstitute(
      triangle,
      coefficients.map((column) => column[i]!),
    ),
  );
  const columns = directions.map((_, j) => rows.map((row) => row[j]!));
  const { values, scaledLeft, right } = singularValues(columns);
  const last = values.length - 1;
  return {
    eigenvalue: values[last]! * values[last]!,
    weights: backSubstitute(triangle, right[last]!),
    others: scaledLeft.slice(0, last),
  };
}

/**
 * Kleibergen and Paap's (2006, theorem 1) statistic that the coefficients of some combinations have one less than
 * full rank. With w the weakest combination and N a basis of the space orthogonal to the others, it is (N'Cw)' (N'V_w
 * N)^-1 (N'Cw), V_w the covariance of Cw. It is chi-squared with ninstruments - combinations + 1 degrees of freedom.
 * Undefined if N'V_w N is singular.
 *
 * @param covariance returns V_w
 */
export function rankStatistic(
  form: Equations,
  directions: readonly Vector[],
  covariance: (weights: Vector) => readonly Vector[] = (weights) => {
    const c = combine(directions, weights);
    return form.covariance(c, c);
  },
): number | undefined {
  const { weights, others } = weakest(form, directions);
  const { apply } = householder(others);
  const beyond = (x: Vector) => apply(x).slice(others.length);
  const estimate = combine(form.coefficients, combine(directions, weights));
  return waldStatistic(beyond(estimate), sandwich(covariance(weights), beyond));
}

/** B V'B' for the linear map B. */
export function sandwich(v: readonly Vector[], map: (x: Vector) => number[]): number[][] {
  const half = v.map(map);
  return half[0]!.map((_, j) => map(half.map((row) => row[j]!)));
}

interface SingularValues {
  /** In descending order. */
  readonly values: readonly number[];
  /** Left singular vectors times their singular values, in the same order. */
  readonly scaledLeft: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
}

const maxSweeps = 60;

/**
 * Singular values and vectors of a matrix given by its columns, by one-sided Jacobi rotations (Hestenes 1958; Golub
 * and Van Loan, Matrix Computations, 8.6). Small singular values keep their relative accuracy.
 */
function singularValues(columns: readonly (readonly number[])[]): SingularValues {
  const left = columns.map((column) => [...column]);
  const right = columns.map((_, j) => columns.map((__, i) => Number(i === j)));
  for (let sweep = 0, rotated = true; rotated && sweep < maxSweeps; ++sweep) {
    rotated = false;
    for (let p = 0; p < left.length; ++p) {
      for (let q = p + 1; q < left.length; ++q)
        if (orthogonalize(left, right, p, q)) rotated = true;
    }
  }
  const lengths = left.map((column) => Math.sqrt(dot(column, column)));
  const order = lengths.map((_, j) => j).sort((i, j) => lengths[j]! - lengths[i]! || i - j);
  return {
    values: order.map((j) => lengths[j]!),
    scaledLeft: order.map((j) => left[j]!),
    right: order.map((j) => right[j]!),
  };
}

/** Rotates columns p and q until they are orthogonal; false if they already are. */
function orthogonalize(left: number[][], right: number[][], p: number, q: number): boolean {
  const [pp, qq, pq] = [dot(left[p]!, left[p]!), dot(left[q]!, left[q]!), dot(left[p]!, left[q]!)];
  if (!(Math.abs(pq) > 4 * Number.EPSILON * Math.sqrt(pp * qq))) return false;
  const half = (qq - pp) / (2 * pq);
  const t = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const c = 1 / Math.sqrt(1 + t * t);
  for (const vectors of [left, right]) {
    const [x, y] = [vectors[p]!, vectors[q]!];
    vectors[p] = x.map((xi, i) => c * (xi - t * y[i]!));
    vectors[q] = y.map((yi, i) => c * (yi + t * x[i]!));
  }
  return true;
}
