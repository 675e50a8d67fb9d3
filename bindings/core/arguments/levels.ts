/** Confidence and significance levels, which are easily confused: 0.95, 95 and 0.05 mean the same test. */

/** Below this a level of confidence is one of significance. */
const LOWEST_CONFIDENCE = 0.5;
/** Above this a level of significance is one of confidence. */
export const HIGHEST_SIGNIFICANCE = 0.2;

export const isConfidence = (level: number) => level >= LOWEST_CONFIDENCE && level < 1;

export const isSignificance = (level: number) => level > 0 && level <= HIGHEST_SIGNIFICANCE;

/** What was expected instead of this confidence level, with the one that was probably meant. */
export function confidenceExpected(level: unknown): string {
  const share = shareOf(level);
  const meant = rounded(share < LOWEST_CONFIDENCE ? 1 - share : share);
  const expected = `a confidence level from ${LOWEST_CONFIDENCE} to below 1, such as 0.95`;
  return isConfidence(meant) ? `${expected} (did you mean ${meant}?)` : expected;
}

/** The significance level that an invalid number probably meant. */
export function significanceMeant(level: unknown): number {
  const share = shareOf(level);
  const meant = rounded(share > 1 / 2 ? 1 - share : share);
  return isSignificance(meant) ? meant : 0.05;
}

/** What was expected instead of this level of significance, with the one that was probably meant. */
export function significanceExpected(level: unknown): string {
  const meant = significanceMeant(level);
  return `a level of significance of at most ${HIGHEST_SIGNIFICANCE} (did you mean ${meant}?)`;
}

/** 95 is 0.95; NaN for what is no number above 0. */
function shareOf(level: unknown): number {
  if (typeof level !== 'number' || !(level > 0)) return NaN;
  return level > 1 ? level / 100 : level;
}

const rounded = (level: number) => Number(level.toPrecision(12));
