/** Independent errors, each with its own variance (White, 1980; MacKinnon and White, 1985; Cribari-Neto, 2004). */
import type { CovarianceNames, CovarianceTraits } from './traits.js';

/** For kinds whose replicates have the variances of the drawn rows. */
const replicates = { tests: 'HC1', draws: ['rows'] } as const;

export const HC1: CovarianceTraits = { robust: true, byRow: true, streamed: true, replicates };

export const HC0: CovarianceTraits = { ...HC1, alias: 'robust', small: 'HC1', weighting: true };

/** HC2 to HC4. */
export const adjusted: CovarianceTraits = {
  robust: true,
  byRow: true,
  streamed: true,
  leverages: true,
};

export function names(type: string, factor?: string): CovarianceNames {
  const name = factor === undefined ? type : `${type} with ${factor}`;
  return {
    words: () => `robust to heteroskedasticity (${name})`,
    factor,
    label: `heteroskedasticity-robust (${name})`,
  };
}
