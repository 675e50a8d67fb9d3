/** Shares of simulated panels, with the error that their number leaves. */
import { type CountedFailure, countFailures, type Failure, isFailure } from '../jobs/failures.js';
import type { SimulatedFit } from './simulated-fit.js';

export interface Rate {
  readonly share: number;
  /** sqrt(share (1 - share) / panels). */
  readonly monteCarloError: number;
  readonly panels: number;
}

/** The share of `true`; null of none. */
export function rateOf(outcomes: readonly boolean[]): Rate | null {
  const panels = outcomes.length;
  if (panels === 0) return null;
  const share = outcomes.filter(Boolean).length / panels;
  return { share, monteCarloError: Math.sqrt((share * (1 - share)) / panels), panels };
}

/** The share of p-values below a critical one; panels where the test does not exist do not count. */
export function rejections(pValues: readonly (number | null)[], critical: number): Rate | null {
  const found = pValues.filter((p) => p !== null);
  return rateOf(found.map((p) => p < critical));
}

/**
 * The p-value below which the share 1 - level of valid panels is, rounded down to a panel: a test that rejects there has
 * its size on them. null of none.
 */
export function criticalPValue(pValues: readonly (number | null)[], level: number): number | null {
  const found = pValues.filter((p) => p !== null).sort((a, b) => a - b);
  // 1 - 0.9 is just below a tenth.
  return found[Math.floor((1 - level) * found.length + 1e-9)] ?? null;
}

/** What became of the panels of one case. */
export interface Panels {
  readonly fits: readonly SimulatedFit[];
  /** Panels without an estimate by code, each with its first message. */
  readonly failures: readonly CountedFailure[];
}

/** The outcomes of case `place`; those that a stop left out are in neither list. */
export function panelsOf(
  outcomes: readonly (SimulatedFit | Failure | undefined)[],
  place: number,
  cases: number,
): Panels {
  const own = outcomes
    .filter((_, number) => number % cases === place)
    .filter((one) => one !== undefined);
  return {
    fits: own.filter((one): one is SimulatedFit => !isFailure(one)),
    failures: countFailures(own.filter(isFailure), 'code'),
  };
}
