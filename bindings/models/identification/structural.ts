import {
  dot,
  forwardSubstitute,
  householder,
  leastSquares,
  type Vector,
} from '../../core/numerics/householder.js';
import { endogenous, type Equations, unit } from './reduced-form.js';
import { weakest } from './rank.js';

/** 2SLS coefficients of the endogenous variables, with homoskedastic standard errors as a scale for searches. */
export function twoStage(form: Equations): { params: number[]; stdErrors: number[] } {
  const fitted = endogenous(form.coefficients);
  const { params } = leastSquares(fitted, form.coefficients[0]!);
  const variance = residualSquares(form, params) / form.form.nobs;
  const stdErrors = inverseDiagonal(fitted).map((value) => Math.sqrt(variance * value));
  return { params, stdErrors };
}

/** Weights (1, -b) of the structural error. */
export function structuralError(params: Vector): number[] {
  return [1, ...params.map((b) => -b)];
}

/** Sum of squares of y - X b, net of the exogenous regressors. */
function residualSquares(form: Equations, params: Vector): number {
  const { inside, outside } = residualParts(form, params);
  return inside + outside;
}

/** Sums of squares of y - X b, net of the exogenous regressors, inside the space of the instruments and outside it. */
export function residualParts({ coefficients, errors }: Equations, params: Vector) {
  const square = (vectors: readonly Vector[]) => {
    const rest = vectors[0]!.map((y, i) =>
      params.reduce((sum, b, j) => sum - b * vectors[1 + j]![i]!, y),
    );
    return dot(rest, rest);
  };
  return { inside: square(coefficients), outside: square(errors) };
}

/** Diagonal of (A'A)^-1 for the columns of A. */
export function inverseDiagonal(columns: readonly Vector[]): number[] {
  const { triangle } = householder(columns);
  return columns.map((_, j) => {
    const half = forwardSubstitute(triangle, unit(columns.length, j));
    return dot(half, half);
  });
}

/**
 * kappa of LIML: the least ratio of the residual sum of squares on the exogenous regressors to that on all
 * instruments.
 */
export function limlKappa(form: Equations): number {
  const all = form.coefficients.map((_, a) => unit(form.coefficients.length, a));
  return 1 + weakest(form, all).eigenvalue;
}
