import {
  type CoefficientLine,
  coefficientLine,
} from '../identification/confidence-sets/coefficient-line.js';
import type { Equations, ReducedForm } from '../identification/reduced-form.js';

/** A coefficient of which sets are found: its equation, from 1 on, and where and how finely its values are looked at. */
export interface Target {
  readonly equation: number;
  readonly centre: number;
  readonly scale: number;
}

/** What a worker needs to know. */
export interface WeakProblem {
  readonly form: ReducedForm;
  /** Of all coefficients. */
  readonly estimates: readonly number[];
  readonly targets: readonly Target[];
  readonly level: number;
  /** Values of each coefficient that are looked at before the ends of sets are refined. */
  readonly places: number;
}

/** The share of places about the estimate; the rest is spread by the size of the variables. */
const fineShare = 2 / 3;

/** The values of a target's coefficient, with `places` of them as its grid. */
export function lineOf(
  form: Equations,
  { equation, centre, scale }: Target,
  places: number,
): CoefficientLine {
  const fine = Math.ceil(places * fineShare);
  return coefficientLine(form, equation, { centre, scale, fine, coarse: places - fine });
}

/** Degrees of freedom of S over all coefficients, and of S with all but one concentrated out. */
export function degreesOf({ ninstruments, nendogenous }: ReducedForm) {
  return { projected: ninstruments, concentrated: ninstruments - nendogenous + 1 };
}

/**
 * Whether the derivatives have a covariance of full rank given the moments: the moments take as many dimensions of the
 * space of the units as there are of them, and what is left must hold that many once more.
 */
export function hasConditionalRank({ nobs, ninstruments }: ReducedForm): boolean {
  return nobs >= 2 * ninstruments;
}
