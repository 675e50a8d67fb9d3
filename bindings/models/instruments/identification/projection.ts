import { leastSquares } from '../../../stats/householder.js';
import { givenError } from './given.js';
import { combine, type Equations, unit, type Vector } from './reduced-form.js';
import { weakest } from './rank.js';

const many = 50;
/** Share of AR that a step must still promise to be taken. */
const tolerance = 1e-10;

/**
 * Least AR statistic over the coefficients of the other endogenous variables, for given weights of the outcome and of
 * endogenous variable `variable` (from 1 on) in the structural error. Under one variance it is the smallest eigenvalue
 * of the equations so spanned, exactly. In general the search starts there; it may end in a local minimum.
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
 * A local minimum of AR over the errors `start` plus a combination of `others`: Gauss-Newton steps with the covariance
 * updated continuously, each halved until AR falls. Undefined where the covariance is singular at the start.
 */
export function descend(
  form: Equations,
  start: Vector,
  others: readonly Vector[],
  mostSteps = many,
): Minimum | undefined {
  let error = start;
  let state = givenError(form, error);
  if (state === undefined) return undefined;
  for (let step = 0; step < mostSteps; ++step) {
    const { ar, whitened, whiten, cleaned } = state;
    const { params, rss } = leastSquares(
      others.map((c) => whiten(cleaned(c))),
      whitened,
    );
    if (!(ar - rss > tolerance * ar)) break;
    let next = givenError(form, moved(error, others, params, -1));
    let share = 1;
    while (next !== undefined && !(next.ar < ar) && share > tolerance) {
      share /= 2;
      next = givenError(form, moved(error, others, params, -share));
    }
    if (next === undefined || !(next.ar < ar)) break;
    error = moved(error, others, params, -share);
    state = next;
    // A least value at infinity is approached by ever longer steps.
    if (!(ar - next.ar > tolerance * ar)) break;
  }
  return { error, ar: state.ar };
}

function moved(error: Vector, others: readonly Vector[], params: Vector, share: number): number[] {
  return error.map((value, a) =>
    others.reduce((sum, c, i) => sum + share * params[i]! * c[a]!, value),
  );
}
