/** Confidence and significance levels, which are easily confused: 0.95, 95 and 0.05 all describe the same test. */
import { confidenceLevel, significanceLevel } from '../../words/expectations/values.js';
import type { Told } from '../../words/told.js';

/** A confidence level below this is probably a significance level. */
const LOWEST_CONFIDENCE = 0.5;
/** A significance level above this is probably a confidence level. */
export const HIGHEST_SIGNIFICANCE = 0.2;

export const isConfidence = (level: number) => level >= LOWEST_CONFIDENCE && level < 1;

export const isSignificance = (level: number) => level > 0 && level <= HIGHEST_SIGNIFICANCE;

/** What was expected instead of this confidence level, with the level that was probably meant. */
export function confidenceExpected(level: unknown): Told {
  const share = shareOf(level);
  const meant = rounded(share < LOWEST_CONFIDENCE ? 1 - share : share);
  return confidenceLevel({
    lowest: LOWEST_CONFIDENCE,
    meant: isConfidence(meant) ? meant : undefined,
  });
}

/** The significance level that was probably meant by an invalid number. */
export function significanceMeant(level: unknown): number {
  const share = shareOf(level);
  const meant = rounded(share > 1 / 2 ? 1 - share : share);
  return isSignificance(meant) ? meant : 0.05;
}

/** What was expected instead of this significance level, with the level that was probably meant. */
export function significanceExpected(level: unknown): Told {
  return significanceLevel({ highest: HIGHEST_SIGNIFICANCE, meant: significanceMeant(level) });
}

/** Turns 95 into 0.95; NaN unless the level is a number above 0. */
function shareOf(level: unknown): number {
  if (typeof level !== 'number' || !(level > 0)) return NaN;
  return level > 1 ? level / 100 : level;
}

const rounded = (level: number) => Number(level.toPrecision(12));
