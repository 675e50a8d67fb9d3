/** Shares of simulated panels, with the error that their number leaves. */
import { type CountedFailure, countFailures, type Failure, isFailure } from './failures.js';
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

/** The share of p-values below 1 - level; panels where the test does not exist do not count. */
export function rejections(pValues: readonly (number | null)[], level: number): Rate | null {
  const found = pValues.filter((p) => p !== null);
  return rateOf(found.map((p) => p < 1 - level));
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
