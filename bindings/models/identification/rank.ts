import {
  backSubstitute,
  forwardSubstitute,
  householder,
  type Vector,
} from '../../core/numerics/householder.js';
import { singularValues } from '../../core/numerics/singular-values.js';
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
