/** Joint tests of all coefficients, as distances from not rejecting. */
import type { Engine } from '../../../core/engine/engine.js';
import { chi2Equivalent } from '../../../models/identification/confidence-sets/clr.js';
import type { Equations } from '../../../models/identification/reduced-form.js';
import { combination } from '../combination.js';
import { allDirections } from '../directions.js';
import { hasConditionalRank } from '../problem.js';
import { statisticsOf } from '../statistics.js';
import type { Vector } from '../../../core/numerics/householder.js';

/** Tests whose joint sets a search projects. */
export const scores = ['k', 'kj', 'clr'] as const;
export type Score = (typeof scores)[number];

export interface JointTest {
  /**
   * The statistic minus its critical value, with kinks smoothed by `blur`; CLR is on the scale of K. NaN if the test
   * does not exist.
   */
  distance(error: Vector, blur?: number): number;
  /** Successive blurs of a search, which ends within half the last blur of the minimum. */
  readonly blurs: readonly number[];
  /** Distances below it count as equal. */
  readonly deep: number;
}

const smooth = [0];
const kinked = [1, 0.1, 0.01, 0.001];

/**
 * A search ends once the statistic is below this share of the chi-squared quantile with nendogenous degrees of
 * freedom.
 */
const deepShare = 0.5;

export function jointTest(engine: Engine, form: Equations, score: Score, level: number): JointTest {
  const { nendogenous, ninstruments } = form.form;
  const chi2 = engine.exports.chi2_isf(1 - level, nendogenous);
  const combined = combination(engine, level, [nendogenous, ninstruments]);
  const distance = (error: Vector, blur?: number) => {
    const statistics = statisticsOf(form, error, allDirections(form, error));
    if (statistics === undefined) return NaN;
    if (score === 'k') return statistics.k - chi2;
    if (score === 'kj') return combined(statistics, blur);
    const conditional = hasConditionalRank(form.form) ? statistics.conditional() : undefined;
    if (conditional === undefined) return NaN;
    return chi2Equivalent(engine, conditional, [nendogenous, ninstruments]) - chi2;
  };
  return { distance, blurs: score === 'kj' ? kinked : smooth, deep: (deepShare - 1) * chi2 };
}
