/**
 * Statistics of some coefficients with others concentrated out (Kleibergen 2005, section 3.3). At the value of the
 * others that minimises S, the moments are made orthogonal to the derivatives D_P for the others, in the metric of
 * their covariance. This takes away one moment per concentrated coefficient. S, K and the rank statistic then have
 * their usual distributions, if the others are strongly identified. With none concentrated out they are the
 * statistics of all coefficients.
 */
import {
  type Conditional,
  likelihoodRatio,
} from '../../models/identification/confidence-sets/clr.js';
import {
  type ConditionalError,
  conditionalError,
} from '../../models/identification/confidence-sets/conditional-error.js';
import { sandwich, weakest } from '../../models/identification/rank.js';
import { combine, type Equations } from '../../models/identification/reduced-form.js';
import { conditionalResiduals } from '../../models/identification/confidence-sets/robust-tests.js';
import { waldStatistic } from '../../models/identification/wald.js';
import {
  dot,
  householder,
  identity,
  leastSquares,
  type Vector,
} from '../../core/numerics/householder.js';
import type { Directions } from './directions.js';
import { independent, pick } from './independent.js';

export interface Statistics {
  /** Stock and Wright's (2000) S. */
  readonly s: number;
  /** Kleibergen's (2005) K. */
  readonly k: number;
  /**
   * Rank statistic of the tested directions and conditional likelihood ratio; undefined if the conditional covariance
   * is singular.
   */
  conditional(): Conditional | undefined;
}

/** The statistics at a structural error; undefined if the covariance of its moments is singular. */
export function statisticsOf(
  form: Equations,
  error: Vector,
  { tested, concentrated }: Directions,
): Statistics | undefined {
  const conditional = conditionalError(form, error);
  if (conditional === undefined) return undefined;
  const slope = (c: Vector) => conditional.whiten(conditional.cleaned(c));
  const others = concentrated.map(slope);
  const { apply } = householder(others);
  const beyond = (x: Vector) => apply(x).slice(others.length);
  const moments = beyond(conditional.whitened);
  const slopes = tested.map((c) => beyond(slope(c)));
  const scores = householder(slopes).apply(moments);
  const along = scores.slice(0, tested.length);
  const [s, k] = [dot(moments, moments), dot(along, along)];
  return {
    s,
    k,
    conditional: () => {
      const derivatives = {
        coefficients: slopes,
        errors: conditionalResiduals(form, error, tested),
      };
      const { weights, others: stronger } = weakest(derivatives, identity(tested.length));
      const direction = combine(tested, weights);
      const remainder = without(
        direction,
        concentrated,
        leastSquares(others, slope(direction)).params,
      );
      const alone = householder(stronger).apply;
      const through = (x: Vector) => alone(beyond(conditional.whiten(x))).slice(stronger.length);
      const rank = rankOf(form, remainder, conditional, through);
      return rank === undefined ? undefined : { rank, clr: likelihoodRatio(s, k, rank) };
    },
  };
}

/**
 * d'W^-1 d for the derivative d in a direction, conditional on the moments and mapped by `through`. Its covariance W
 * may be singular: the outcome at one date may be a regressor at the next. Its product with an instrument is then
 * both a moment and a derivative. The moments then determine that part of d, which is exactly 0. So W is inverted on
 * its independent rows.
 */
function rankOf(
  form: Equations,
  direction: Vector,
  { covariance, cleaned }: ConditionalError,
  through: (x: Vector) => number[],
): number | undefined {
  const half = covariance(direction);
  const whole = form.covariance(direction, direction);
  const rest = whole.map((row, i) => row.map((value, j) => value - dot(half[i]!, half[j]!)));
  const mapped = sandwich(rest, through);
  const variances = sandwich(whole, through).map((row, i) => row[i]!);
  const kept = independent(mapped, variances);
  const derivative = through(cleaned(direction));
  return waldStatistic(
    kept.map((i) => derivative[i]!),
    pick(mapped, kept),
  );
}

/** c minus the combination of `others` that is closest to its derivative. */
function without(c: Vector, others: readonly Vector[], params: Vector): number[] {
  return c.map((value, a) => others.reduce((sum, o, i) => sum - params[i]! * o[a]!, value));
}
