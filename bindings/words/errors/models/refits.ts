/** Errors of results that are estimated or analysed again, in English. */
import { says } from '../../told.js';

export const resultWithoutData = says(
  'result-without-data',
  'this result carries no data; estimate the model in this process, or give a copy its data: withData(fit, data, model)',
);
export const dataChanged = says(
  'data-changed',
  'expected the table as it was at the fit, found other values in the columns of the model; estimate the model again, or analyse it before you write to the table',
);
export const notDynamic = says(
  'not-dynamic',
  'expected a result of the estimator dpd, found {estimator}',
);

/** What differs between two fits. */
export type Compared =
  | { readonly of: 'nobs' | 'coefficients' }
  | { readonly of: 'estimate' | 'error'; readonly coefficient: string };

function comparedWords(compared: Compared): string {
  if (!('coefficient' in compared)) return compared.of;
  const { of, coefficient } = compared;
  return `the ${of === 'estimate' ? 'estimate' : 'standard error'} of ${coefficient}`;
}

export const otherFit = says(
  'other-fit',
  (detail: { readonly compared: Compared; readonly expected: string; readonly found: string }) =>
    `expected the data and the model of the fit, found another fit: ${comparedWords(detail.compared)} was ${detail.expected} and is now ${detail.found}; pass what the result was computed from`,
);
