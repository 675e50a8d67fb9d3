/**
 * Statistics of some coefficients with others concentrated out (Kleibergen 2005, section 3.3): at the value of the
 * others that minimises S, the moments are taken orthogonal to the derivatives D_P for the others, in the metric of
 * their covariance. S, K and the rank statistic of the tested coefficients' derivatives then have that many moments
 * fewer, and their usual distributions if the others are strongly identified.
 */
import { likelihoodRatio } from '../../models/instruments/identification/clr.js';
import { type Given, givenError } from '../../models/instruments/identification/given.js';
import { sandwich } from '../../models/instruments/identification/rank.js';
import type { Equations, Vector } from '../../models/instruments/identification/reduced-form.js';
import { quadratic } from '../../models/instruments/identification/wald.js';
import { dot, householder, leastSquares } from '../../stats/householder.js';
import type { Directions } from './directions.js';
import { independent, pick } from './independent.js';

export interface Statistics {
  /** Stock and Wright's (2000) S. */
  readonly s: number;
  /** Kleibergen's (2005) K. */
  readonly k: number;
  /** Rank statistic and conditional likelihood ratio of the first tested direction; undefined where the covariance is none. */
  conditional(): { readonly clr: number; readonly rank: number } | undefined;
}

/** Undefined where the covariance of the moments of `error` is singular. */
export function statisticsAt(
  form: Equations,
  error: Vector,
  { tested, concentrated }: Directions,
): Statistics | undefined {
  const given = givenError(form, error);
  if (given === undefined) return undefined;
  const slope = (c: Vector) => given.whiten(given.cleaned(c));
  const others = concentrated.map(slope);
  const { apply } = householder(others);
  const beyond = (x: Vector) => apply(x).slice(others.length);
  const moments = beyond(given.whitened);
  const scores = householder(tested.map((c) => beyond(slope(c)))).apply(moments);
  const along = scores.slice(0, tested.length);
  const [s, k] = [dot(moments, moments), dot(along, along)];
  return {
    s,
    k,
    conditional: () => {
      const [first] = tested as [Vector];
      const own = without(first, concentrated, leastSquares(others, slope(first)).params);
      const rank = rankOf(form, own, given, (x) => beyond(given.whiten(x)));
      return rank === undefined ? undefined : { rank, clr: likelihoodRatio(s, k, rank) };
    },
  };
}

/**
 * d'W^-1 d of the derivative d in a direction, given the moments, both mapped by `through`. Its covariance W may be
 * singular: where the outcome at one date is the regressor of the next, products of theirs with an instrument are moments
 * and derivatives both, and what the moments determine of d is exactly 0. W is inverted on an independent part of it.
 */
function rankOf(
  form: Equations,
  direction: Vector,
  { covariance, cleaned }: Given,
  through: (x: Vector) => number[],
): number | undefined {
  const half = covariance(direction);
  const whole = form.covariance(direction, direction);
  const rest = whole.map((row, i) => row.map((value, j) => value - dot(half[i]!, half[j]!)));
  const mapped = sandwich(rest, through);
  const variances = sandwich(whole, through).map((row, i) => row[i]!);
  const kept = independent(mapped, variances);
  const derivative = through(cleaned(direction));
  return quadratic(
    kept.map((i) => derivative[i]!),
    pick(mapped, kept),
  );
}

/** c less the combination of others that its derivative is closest to. */
function without(c: Vector, others: readonly Vector[], params: Vector): number[] {
  return c.map((value, a) => others.reduce((sum, o, i) => sum - params[i]! * o[a]!, value));
}
