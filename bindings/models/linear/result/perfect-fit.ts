import type { Warning } from '../../../results/common.js';

/** Why a perfect fit has no tests. */
export const NO_RESIDUALS = 'the residuals are zero up to rounding';

export function perfectFit(): Warning {
  const message = `the fit is essentially perfect: ${NO_RESIDUALS}, so statistics, p-values and intervals are missing`;
  return { code: 'perfect-fit', message };
}
