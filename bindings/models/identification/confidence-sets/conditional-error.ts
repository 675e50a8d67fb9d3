import { cholesky } from '../../../core/numerics/cholesky.js';
import {
  backSubstitute,
  dot,
  forwardSubstitute,
  type Vector,
} from '../../../core/numerics/householder.js';
import { combine, type Equations } from '../reduced-form.js';

/** A structural error, and the equations net of their covariance with it. */
export interface ConditionalError {
  /** g'V^-1 g of the error's coefficients g with covariance V. */
  readonly ar: number;
  /** V^-1/2 g and V^-1 g. */
  readonly whitened: readonly number[];
  readonly solved: readonly number[];
  whiten(x: Vector): number[];
  /** Covariance of another combination's coefficients with g times V^-1/2: a row for each coefficient. */
  covariance(c: Vector): readonly Vector[];
  /** Coefficients of another combination c, minus their covariance with g times V^-1 g. */
  cleaned(c: Vector): number[];
}

/** The equations conditional on the structural error; undefined if V is singular. */
export function conditionalError(form: Equations, error: Vector): ConditionalError | undefined {
  const triangle = cholesky(form.covariance(error, error));
  if (triangle === undefined) return undefined;
  const whiten = (x: Vector) => forwardSubstitute(triangle, x);
  const whitened = whiten(combine(form.coefficients, error));
  const covariance = (c: Vector) => form.covariance(c, error).map(whiten);
  const solved = backSubstitute(triangle, whitened);
  const cleaned = (c: Vector) => {
    const along = form.covarianceTimes(c, error, solved);
    return combine(form.coefficients, c).map((value, i) => value - along[i]!);
  };
  return { ar: dot(whitened, whitened), whitened, solved, whiten, covariance, cleaned };
}
