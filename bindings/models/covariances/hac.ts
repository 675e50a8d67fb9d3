/** Errors that are correlated with those of earlier rows of a unit (Newey and West, 1987). */
import type { CovarianceNames, CovarianceTraits } from './traits.js';

export const traits = {
  robust: true,
  lags: 'rows',
  weighting: true,
} as const satisfies CovarianceTraits;

export const names: CovarianceNames = {
  words: ({ lags }) => `HAC, ${lags}`,
  factor: 'n/(n-k)',
  label: 'robust to heteroskedasticity and autocorrelation',
};
