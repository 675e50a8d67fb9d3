/** Shares of simulated panels, with their Monte Carlo errors. */
import {
  type CountedFailure,
  countFailures,
  type Failure,
  isFailure,
} from '../../core/jobs/failures.js';
import type { SimulatedFit } from './simulated-fit.js';

export interface Rate {
  readonly share: number;
  /** sqrt(share (1 - share) / panels). */
  readonly monteCarloError: number;
  readonly panels: number;
}

/** The share of `true`; null without outcomes. */
export function rateOf(outcomes: readonly boolean[]): Rate | null {
  const panels = outcomes.length;
  if (panels === 0) return null;
  const share = outcomes.filter(Boolean).length / panels;
  return { share, monteCarloError: Math.sqrt((share * (1 - share)) / panels), panels };
}

/** The share of p-values below a critical one, over the panels in which the test exists. */
export function rejections(pValues: readonly (number | null)[], critical: number): Rate | null {
  const defined = pValues.filter((p) => p !== null);
  return rateOf(defined.map((p) => p < critical));
}

/**
 * The p-value below which the share 1 - level of the valid panels lies, rounded down to a whole panel. A test that
 * rejects below it has size 1 - level on these panels. null without p-values.
 */
export function criticalPValue(pValues: readonly (number | null)[], level: number): number | null {
  const sorted = pValues.filter((p) => p !== null).sort((a, b) => a - b);
  // In double precision, 1 - 0.9 is just below 0.1.
  return sorted[Math.floor((1 - level) * sorted.length + 1e-9)] ?? null;
}

/** The outcomes of the panels of one case. */
export interface Panels {
  readonly fits: readonly SimulatedFit[];
  /** Numbers of panels without an estimate by error code, each with the first message of that code. */
  readonly failures: readonly CountedFailure[];
}

/** The outcomes of case `place`. Panels that were not reached before a stop are in neither list. */
export function panelsOf(
  outcomes: readonly (SimulatedFit | Failure | undefined)[],
  place: number,
  cases: number,
): Panels {
  const ofCase = outcomes
    .filter((_, number) => number % cases === place)
    .filter((one) => one !== undefined);
  return {
    fits: ofCase.filter((one): one is SimulatedFit => !isFailure(one)),
    failures: countFailures(ofCase.filter(isFailure), 'code'),
  };
}
