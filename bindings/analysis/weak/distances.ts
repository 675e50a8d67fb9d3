import type { Engine } from '../../core/engine/engine.js';
import { conditionalExcess } from '../../models/identification/confidence-sets/clr.js';
import type { Minimum } from '../../models/identification/confidence-sets/projection.js';
import type { Equations } from '../../models/identification/reduced-form.js';
import { combination } from './combination.js';
import { directionsOf } from './directions.js';
import { degreesOf, hasConditionalRank, type Target } from './problem.js';
import { othersOf } from './profile.js';
import { statisticsOf } from './statistics.js';

/** The kinds of sets for a coefficient, in the order of computation. */
export const kinds = [
  'projected s',
  'concentrated s',
  'concentrated k',
  'concentrated kj',
  'concentrated clr',
] as const;
export type Kind = (typeof kinds)[number];

/**
 * Distance of a kind's test from not rejecting, at the minimum of S over the other coefficients. It is below 0 if the
 * test does not reject, and undefined if the test does not exist.
 */
export function distanceOf(
  engine: Engine,
  form: Equations,
  target: Target,
  level: number,
): (kind: Kind, minimum: Minimum) => number | undefined {
  const chi2 = (df: number) => engine.exports.chi2_isf(1 - level, df);
  const { projected, concentrated } = degreesOf(form.form);
  const others = othersOf(form, target);
  const combined = combination(engine, level, [1, concentrated]);
  return (kind, { error, ar }) => {
    if (kind === 'projected s') return ar - chi2(projected);
    if (kind === 'concentrated s') return ar - chi2(concentrated);
    const statistics = statisticsOf(form, error, directionsOf(form, error, others));
    if (statistics === undefined) return undefined;
    if (kind === 'concentrated k') return statistics.k - chi2(1);
    if (kind === 'concentrated kj') return combined(statistics);
    const conditional = hasConditionalRank(form.form) ? statistics.conditional() : undefined;
    return conditional && conditionalExcess(engine, conditional, level, [1, concentrated]);
  };
}
