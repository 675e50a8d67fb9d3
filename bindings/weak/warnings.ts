import type { Engine } from '../core/engine.js';
import type { DpdMoments } from '../models/dpd/estimate/estimate.js';
import type { ReducedForm } from '../identification/reduced-form.js';
import { scores } from './search/joint.js';
import { degreesOf, hasConditionalRank } from './problem.js';
import type { CoefficientSets } from './result.js';
import type { Warning } from '../results/common.js';

interface Findings {
  readonly moments: DpdMoments;
  readonly form: ReducedForm;
  readonly level: number;
  /** Clusterings that the covariance of the moments sums over; S is bounded by the units under one. */
  readonly clusterings: number;
}

/** Projections whose last round of starts still brought in places. */
export function searchWarnings(sets: readonly CoefficientSets[]): Warning[] {
  return sets.flatMap(({ coefficient, projected: { searched } }) =>
    scores.flatMap((score) => {
      if (searched === undefined || searched[score].added === 0) return [];
      const { starts, added } = searched[score];
      const message = `projected ${score.toUpperCase()} set of ${coefficient}: the last half of ${starts} starts at each place still brought in ${added} places, so that it may be too small`;
      return [{ code: 'unsettled-projection', message }];
    }),
  );
}

/** What a reader of the sets must know and did not ask. */
export function weakWarnings(
  engine: Engine,
  { moments, form, level, clusterings }: Findings,
): Warning[] {
  const { ninstruments: columns, nclusters } = moments;
  const { ninstruments: kept } = form;
  const warnings: Warning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  if (kept < columns) {
    warn(
      'dependent-moments',
      `${columns} moment conditions have rank ${kept}; those that depend on earlier ones are left out`,
    );
  }
  const df = degreesOf(form);
  const powerless = (['projected', 'concentrated'] as const).filter(
    (way) => engine.exports.chi2_isf(1 - level, df[way]) >= nclusters,
  );
  if (powerless.length > 0 && clusterings === 1) {
    const critical = engine.exports.chi2_isf(1 - level, df.projected).toFixed(1);
    warn(
      'powerless-s',
      `S is below ${nclusters}, the number of units or clusters, and its critical value is ${critical} with ${df.projected} degrees of freedom: its ${powerless.join(' and ')} sets hold every value`,
    );
  }
  if (!hasConditionalRank(form)) {
    warn(
      'no-conditional-rank',
      `${kept} moment conditions with ${nclusters} units or clusters: the covariance of their derivatives, given the moments, is singular, so there are no CLR sets; twice as many units are needed`,
    );
  }
  return warnings;
}
