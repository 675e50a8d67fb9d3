/** Independent errors, each with its own variance (White, 1980; MacKinnon and White, 1985; Cribari-Neto, 2004). */
import type { CovarianceNames, CovarianceTraits } from './traits.js';

/** For kinds whose replicates have the variances of the drawn rows. */
const replicates = { tests: 'HC1', draws: ['rows'] } as const;

export const HC1 = {
  robust: true,
  byRow: true,
  streamed: true,
  replicates,
} as const satisfies CovarianceTraits;

export const HC0 = {
  ...HC1,
  alias: 'robust',
  small: 'HC1',
  weighting: true,
} as const satisfies CovarianceTraits;

/** HC2 to HC4. */
export const adjusted = {
  robust: true,
  byRow: true,
  streamed: true,
  leverages: 'rows',
} as const satisfies CovarianceTraits;

export function names(type: string, factor?: string): CovarianceNames {
  const name = factor === undefined ? type : `${type} with ${factor}`;
  return {
    words: () => `robust to heteroskedasticity (${name})`,
    factor,
    label: `heteroskedasticity-robust (${name})`,
  };
}
