/** Warnings about Hausman tests. */
import { counted, listed } from '../../text/messages.js';
import type { HausmanWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';

export const hausmanWarnings: Sentences<HausmanWarnings> = {
  'singular-difference': ({ rank, coefficients, of }) =>
    `${of === 'difference' ? 'V(b) - V(B)' : 'the covariance of the differences'} has rank ${rank} for ${counted(coefficients, 'coefficient')}, so the test uses its generalised inverse`,
  'indefinite-difference': ({ negative }) =>
    `V(b) - V(B) has ${negative} negative ${negative === 1 ? 'eigenvalue' : 'eigenvalues'}, which the assumptions of the test exclude; check which fit is efficient, or use the robust test for random effects`,
  'few-added-moments': ({ added, rank }) =>
    `one fit has only ${added} overidentifying restrictions more than the other, so the test may have fewer than ${rank} degrees of freedom`,
  'not-compared': ({ names }) =>
    `regressors that do not vary both within and between units are not compared: ${listed(names)}`,
};
