/** Small-sample factors of fixest and pyfixest, by the rules of their ssc(). */
import type { LinearCovarianceInput } from '../../models/linear/model/model.js';
import { failure, type Reader } from '../reader.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';

/** A covariance, and its differences from the program's. */
export interface Errors {
  readonly vcov: LinearCovarianceInput;
  readonly notes: readonly string[];
}

/** The factors (n - 1) / (n - k) and G / (G - 1), where without clusters G is n. */
export interface Correction {
  readonly isAdjusted: boolean;
  readonly isClustered: boolean;
  readonly place: Reader | undefined;
}

/** Both factors, as in a model. */
export const fullCorrection: Correction = {
  isAdjusted: true,
  isClustered: true,
  place: undefined,
};

/** The covariance with its factors. @throws InputError `command-syntax` for a factor that no model has */
export function correctedBy(
  vcov: LinearCovarianceInput,
  { isAdjusted, isClustered, place }: Correction,
): Errors {
  const { type } = vcov;
  if (type === 'HC2' || type === 'HC3') return { vcov, notes: isAdjusted ? [leverageNote] : [] };
  if (isAdjusted && (isClustered || type === 'unadjusted')) return { vcov, notes: [] };
  if (type === 'unadjusted') {
    const note =
      'the residual variance of feols() without adj is divided by n - 1, that of the model by n';
    return { vcov: { ...vcov, small: false }, notes: [note, tNote] };
  }
  if (!isAdjusted && !isClustered) {
    if (type === 'HC1') return { vcov: { ...vcov, type: 'HC0' }, notes: [] };
    return { vcov: { ...vcov, small: false }, notes: [tNote] };
  }
  const problem = scriptProblem['ssc-alike']();
  throw failure(place!, problem);
}

const leverageNote =
  'feols() multiplies the covariances HC2 and HC3 by n / (n - k); the model does not';

const tNote = 'p-values: feols() uses t; the model has no small-sample factor and uses z';
