import { cholesky } from '../../../core/numerics/cholesky.js';
import {
  backSubstitute,
  dot,
  forwardSubstitute,
  leastSquares,
  type Vector,
} from '../../../core/numerics/householder.js';
import { type ConditionalError, conditionalError } from './conditional-error.js';
import { combine, type Equations, square, unit } from '../reduced-form.js';
import { weakest } from '../rank.js';

const maxSteps = 50;
/** Smallest share of a step that is tried. */
const minShare = 1e-10;

/**
 * Minimum of AR over the coefficients of the other endogenous variables. The weights of the outcome and of endogenous
 * variable `variable` (from 1) in the structural error are fixed. Under homoskedasticity it is nobs times the
 * smallest eigenvalue of the equations so spanned, exactly. Otherwise the search starts there, and it may end in a
 * local minimum.
 */
export function leastAndersonRubin(
  form: Equations,
  variable: number,
  [outcome, slope]: readonly number[],
): number | undefined {
  const count = form.coefficients.length;
  const error = unit(count, 0).map((one) => one * outcome!);
  error[variable] = slope!;
  const others = Array.from({ length: count }, (_, a) => unit(count, a)).filter(
    (_, a) => a > 0 && a !== variable,
  );
  const start = weakest(form, [error, ...others]);
  if (form.form.covariance === undefined) return start.eigenvalue * form.form.nobs;
  return descend(form, combine([error, ...others], start.weights), others)?.ar;
}

/** A structural error and its AR statistic. */
export interface Minimum {
  readonly error: Vector;
  readonly ar: number;
}

/**
 * A local minimum of AR over the errors `start` plus a combination of `others`, by Newton's method; each step is
 * halved until AR falls. Undefined if the covariance is singular at the start.
 *
 * @param tolerance least share of AR that a step must promise
 */
export function descend(
  form: Equations,
  start: Vector,
  others: readonly Vector[],
  tolerance = 1e-10,
): Minimum | undefined {
  let error = start;
  let state = conditionalError(form, error);
  if (state === undefined) return undefined;
  for (let step = 0; step < maxSteps; ++step) {
    const { ar } = state;
    const { params, promise } = stepFrom(form, error, others, state);
    if (!(promise > tolerance * ar)) break;
    let next = conditionalError(form, moved(error, others, params, -1));
    let share = 1;
    while (next !== undefined && !(next.ar < ar) && share > minShare) {
      share /= 2;
      next = conditionalError(form, moved(error, others, params, -share));
    }
    if (next === undefined || !(next.ar < ar)) break;
    error = moved(error, others, params, -share);
    state = next;
    // A minimum at infinity would be approached by ever longer steps.
    if (!(ar - next.ar > tolerance * ar)) break;
  }
  return { error, ar: state.ar };
}

/** Most steps to a stationary point, and the share of AR that the last step may promise. */
const maxNewtonSteps = 12;
const newtonTolerance = 1e-8;

/**
 * Newton's method with full steps on the errors `start` plus a combination of `others`. It often ends where AR is
 * stationary: a minimum, a maximum or a saddle. Undefined if a covariance or the Hessian becomes singular.
 */
export function stationary(
  form: Equations,
  start: Vector,
  others: readonly Vector[],
): Vector | undefined {
  let error = start;
  for (let step = 0; step < maxNewtonSteps; ++step) {
    const state = conditionalError(form, error);
    if (state === undefined) return undefined;
    const { gradient, hessian } = derivatives(form, error, others, state);
    const { params } = leastSquares(hessian, gradient);
    error = moved(error, others, params, -1);
    if (!(Math.abs(dot(gradient, params)) > newtonTolerance * state.ar)) break;
  }
  return error.every(Number.isFinite) ? error : undefined;
}

/**
 * Newton's step and the fall of AR that it promises. If the Hessian is not positive definite, the step is
 * Gauss-Newton's: least squares of V^-1/2 g on V^-1/2 (C_j - V_j0 v).
 */
function stepFrom(
  form: Equations,
  error: Vector,
  others: readonly Vector[],
  state: ConditionalError,
) {
  const { slopes, gradient, hessian } = derivatives(form, error, others, state);
  const root = cholesky(hessian);
  const params =
    root === undefined
      ? leastSquares(slopes, state.whitened).params
      : backSubstitute(root, forwardSubstitute(root, gradient));
  return { params, promise: dot(gradient, params) };
}

/**
 * Half the gradient and half the Hessian of AR = g'V^-1 g. Let v = V^-1 g, C_j the coefficients of `others`, and V_jk
 * the covariance of combinations j and k, with the error as combination 0. Half the gradient is v'(C_j - V_j0 v).
 * Half the Hessian is the product of the whitened C_j - V_j0 v - V_0j v, minus v'V_jk v. `slopes` are V^-1/2 (C_j -
 * V_j0 v).
 */
function derivatives(
  form: Equations,
  error: Vector,
  others: readonly Vector[],
  { whitened, solved, whiten, cleaned }: ConditionalError,
) {
  const slopes = others.map((c) => whiten(cleaned(c)));
  const gradient = slopes.map((column) => dot(column, whitened));
  const curved = others.map((c, j) => {
    const back = whiten(form.covarianceTimes(error, c, solved));
    return slopes[j]!.map((value, i) => value - back[i]!);
  });
  const hessian = square(others.length, (j, k) => {
    const along = form.covarianceTimes(others[j]!, others[k]!, solved);
    return dot(curved[j]!, curved[k]!) - dot(solved, along);
  });
  return { slopes, gradient, hessian };
}

function moved(error: Vector, others: readonly Vector[], params: Vector, share: number): number[] {
  return error.map((value, a) =>
    others.reduce((sum, c, i) => sum + share * params[i]! * c[a]!, value),
  );
}
