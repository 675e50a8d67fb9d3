/** Errors that are correlated across units and with earlier periods (Driscoll and Kraay, 1998). */
import type { CovarianceNames, CovarianceTraits } from './traits.js';

export const traits = {
  robust: true,
  lags: 'periods',
  weighting: true,
} as const satisfies CovarianceTraits;

export const names: CovarianceNames = {
  words: ({ lags }) => `Driscoll-Kraay, ${lags}`,
  factor: 'T/(T-1) (n-1)/(n-k)',
  label: 'Driscoll-Kraay',
};
