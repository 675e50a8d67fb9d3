/** Errors that are independent with one variance: s^2 (X'X)^-1. */
import type { CovarianceNames, CovarianceTraits } from './traits.js';

export const traits = {
  robust: false,
  byRow: true,
  streamed: true,
  weighting: true,
  replicates: { tests: 'unadjusted', draws: ['rows', 'clusters'] },
} as const satisfies CovarianceTraits;

export const names: CovarianceNames = {
  words: () => 'unadjusted: valid if errors are independent and homoskedastic',
  factor: 'n/(n-k)',
  label: 'conventional',
};
