import {
  type CoefficientLine,
  coefficientLine,
} from '../../models/identification/confidence-sets/coefficient-line.js';
import type { Equations, ReducedForm } from '../../models/identification/reduced-form.js';

/** A coefficient with confidence sets: its equation (from 1), and the centre and scale of its grid. */
export interface Target {
  readonly equation: number;
  readonly centre: number;
  readonly scale: number;
}

/** The input of a worker. */
export interface WeakProblem {
  readonly form: ReducedForm;
  /** Estimates of all coefficients. */
  readonly estimates: readonly number[];
  readonly targets: readonly Target[];
  readonly level: number;
  /** Grid points of each coefficient, before the ends of sets are refined. */
  readonly places: number;
}

/** Share of grid points about the estimate; the others are scaled by the size of the variables. */
const fineShare = 2 / 3;

/** The line of a target's coefficient, with `places` grid points. */
export function lineOf(
  form: Equations,
  { equation, centre, scale }: Target,
  places: number,
): CoefficientLine {
  const fine = Math.ceil(places * fineShare);
  return coefficientLine(form, equation, { centre, scale, fine, coarse: places - fine });
}

/** Degrees of freedom of S over all coefficients, and of S with all coefficients but one concentrated out. */
export function degreesOf({ ninstruments, nendogenous }: ReducedForm) {
  return { projected: ninstruments, concentrated: ninstruments - nendogenous + 1 };
}

/**
 * True if the derivatives, conditional on the moments, have a covariance of full rank. Of the nobs dimensions the
 * moments take ninstruments, and the derivatives need as many again.
 */
export function hasConditionalRank({ nobs, ninstruments }: ReducedForm): boolean {
  return nobs >= 2 * ninstruments;
}
