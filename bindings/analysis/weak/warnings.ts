import type { Engine } from '../../core/engine/engine.js';
import type { DpdMoments } from '../../models/dpd/estimate/estimate.js';
import type { ReducedForm } from '../../models/identification/reduced-form.js';
import { scores } from './search/joint.js';
import { degreesOf, hasConditionalRank } from './problem.js';
import type { CoefficientSets } from './result.js';
import type { Warning } from '../../results/common.js';

interface Findings {
  readonly moments: DpdMoments;
  readonly form: ReducedForm;
  readonly level: number;
  /** Clusterings that the covariance of the moments sums over; with one, S is below the number of units. */
  readonly clusterings: number;
}

/** Warnings of projected sets that still grew in the last round of starts. */
export function searchWarnings(sets: readonly CoefficientSets[]): Warning[] {
  return sets.flatMap(({ coefficient, projected: { searched } }) =>
    scores.flatMap((score) => {
      if (searched === undefined || searched[score].added === 0) return [];
      const { starts, added } = searched[score];
      const message = `projected ${score.toUpperCase()} set of ${coefficient}: the last half of ${starts} starts per grid point still added ${added} grid points, so the set may be too small`;
      return [{ code: 'unsettled-projection', message }];
    }),
  );
}

/** Warnings about the moments that every reader of the sets needs. */
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
      `S cannot exceed ${nclusters}, the number of units or clusters, but its critical value is ${critical} (${df.projected} degrees of freedom); its ${powerless.join(' and ')} sets contain every value, so use fewer instruments`,
    );
  }
  if (!hasConditionalRank(form)) {
    warn(
      'no-conditional-rank',
      `no CLR sets: they need at least two units or clusters per moment condition, and there are ${nclusters} for ${kept}; use fewer instruments`,
    );
  }
  return warnings;
}
