import type { Engine } from '../../../core/engine/engine.js';
import { dot, householder, identity, type Vector } from '../../../core/numerics/householder.js';
import { conditionalPValue, likelihoodRatio } from './clr.js';
import { type ConditionalError, conditionalError } from './conditional-error.js';
import { rankStatistic } from '../rank.js';
import { combine, type Equations } from '../reduced-form.js';

/** Statistics at one value of the coefficients, as chi-squared without a small-sample factor. */
export interface RobustStatistics {
  /** Anderson and Rubin's statistic, with ninstruments degrees of freedom. */
  readonly ar: number;
  /** Kleibergen's K with nendogenous degrees of freedom, and J = AR - K with the rest. */
  readonly k: number;
  readonly j: number;
  /** Rank statistic of the first stage conditional on the structural error, and the conditional likelihood ratio. */
  readonly rank: number;
  readonly clr: number;
}

/**
 * Minimum distance forms (Magnusson 2010) of tests whose size does not depend on the strength of the instruments. Let
 * g be the coefficients of the structural error, V their covariance, and D the first stage minus its covariance with
 * g times V^-1 g. Then AR = g'V^-1 g, K is its part along V^-1/2 D (Kleibergen 2002, 2005), and J the rest.
 *
 * @param error weights of the structural error, (1, -b) or a multiple
 * @param directions combinations that span the endogenous variables' equations together with `error`
 * @returns undefined if a covariance is singular
 */
export function robustStatistics(
  form: Equations,
  error: Vector,
  directions: readonly Vector[],
): RobustStatistics | undefined {
  const state = conditionalError(form, error);
  if (state === undefined) return undefined;
  const { ar, whitened, whiten, cleaned } = state;
  const first = directions.map(cleaned);
  const scores = householder(first.map(whiten)).apply(whitened);
  const along = scores.slice(0, directions.length);
  const rest = scores.slice(directions.length);
  const rank = conditionalRank(form, error, directions, { ...state, first });
  if (rank === undefined) return undefined;
  const k = dot(along, along);
  return { ar, k, j: dot(rest, rest), rank, clr: likelihoodRatio(ar, k, rank) };
}

/** AR alone; undefined if the covariance of the structural error's coefficients is singular. */
export function andersonRubin(form: Equations, error: Vector): number | undefined {
  return conditionalError(form, error)?.ar;
}

/** The rank statistic of D, with the covariance of the first stage conditional on g. */
function conditionalRank(
  form: Equations,
  error: Vector,
  directions: readonly Vector[],
  { first, covariance }: ConditionalError & { readonly first: readonly Vector[] },
): number | undefined {
  const cleanedForm = {
    ...form,
    coefficients: first,
    errors: conditionalResiduals(form, error, directions),
  };
  return rankStatistic(cleanedForm, identity(directions.length), (weights) => {
    const c = combine(directions, weights);
    const half = covariance(c);
    return form
      .covariance(c, c)
      .map((row, i) => row.map((value, j) => value - dot(half[i]!, half[j]!)));
  });
}

/** Residuals of combinations of equations, net of their regression on the structural error's residuals. */
export function conditionalResiduals(
  { errors }: Equations,
  error: Vector,
  directions: readonly Vector[],
): Vector[] {
  const e = combine(errors, error);
  return directions.map((c) => {
    const residuals = combine(errors, c);
    const slope = dot(residuals, e) / dot(e, e);
    return residuals.map((value, i) => value - slope * e[i]!);
  });
}

/** p-values of the statistics, for nendogenous coefficients and ninstruments instruments. */
export function pValues(engine: Engine, { form }: Equations, statistics: RobustStatistics) {
  const { nendogenous, ninstruments } = form;
  const { chi2_sf } = engine.exports;
  return {
    ar: chi2_sf(statistics.ar, ninstruments),
    k: chi2_sf(statistics.k, nendogenous),
    j: ninstruments > nendogenous ? chi2_sf(statistics.j, ninstruments - nendogenous) : undefined,
    clr: conditionalPValue(engine, statistics.clr, statistics.rank, [nendogenous, ninstruments]),
  };
}
