import type { Engine } from '../../core/engine/engine.js';
import type { MomentSums } from '../../models/dynamic/estimate/estimate.js';
import type { ReducedForm } from '../../models/identification/reduced-form.js';
import { scores } from './search/joint.js';
import { degreesOf, hasConditionalRank } from './problem.js';
import type { CoefficientSets } from './result.js';
import type { Warning } from '../../results/common.js';
import { weakWarnings as sentences } from '../../words/en/warnings/analyses.js';
import { warning } from '../../words/warning.js';

interface Findings {
  readonly moments: MomentSums;
  readonly form: ReducedForm;
  readonly level: number;
  /** Clusterings that the covariance of the moments sums over; with one, S is below the number of units. */
  readonly clusterings: number;
}

/** Warnings about projected sets that still grew in the last round of starts. */
export function searchWarnings(sets: readonly CoefficientSets[]): Warning[] {
  return sets.flatMap(({ coefficient, projected: { searched } }) =>
    scores.flatMap((score) => {
      if (searched === undefined || searched[score].added === 0) return [];
      const { starts, added } = searched[score];
      const detail = { score: score.toUpperCase(), coefficient, starts, added };
      return [warning(sentences, 'unsettled-projection', detail)];
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
  if (kept < columns) {
    warnings.push(warning(sentences, 'dependent-moments', { moments: columns, rank: kept }));
  }
  const df = degreesOf(form);
  const powerless = (['projected', 'concentrated'] as const).filter(
    (way) => engine.exports.chi2_isf(1 - level, df[way]) >= nclusters,
  );
  if (powerless.length > 0 && clusterings === 1) {
    const critical = engine.exports.chi2_isf(1 - level, df.projected);
    const detail = { clusters: nclusters, critical, df: df.projected, sets: powerless };
    warnings.push(warning(sentences, 'powerless-s', detail));
  }
  if (!hasConditionalRank(form)) {
    const detail = { clusters: nclusters, moments: kept };
    warnings.push(warning(sentences, 'no-conditional-rank', detail));
  }
  return warnings;
}
