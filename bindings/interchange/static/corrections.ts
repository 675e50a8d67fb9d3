/** Small-sample factors of fixest and pyfixest, by the rules of their ssc(). */
import type { LinearCovarianceInput } from '../../models/linear/model/model.js';
import { failure, type Reader } from '../reader.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';
import { note } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

/** A covariance, and its differences from the program's. */
export interface Errors {
  readonly vcov: LinearCovarianceInput;
  readonly notes: readonly Told[];
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
  if (type === 'HC2' || type === 'HC3')
    return { vcov, notes: isAdjusted ? [note('feols-leverage')] : [] };
  if (isAdjusted && (isClustered || type === 'unadjusted')) return { vcov, notes: [] };
  if (type === 'unadjusted') {
    return { vcov: { ...vcov, small: false }, notes: [note('feols-variance'), note('feols-t')] };
  }
  if (!isAdjusted && !isClustered) {
    if (type === 'HC1') return { vcov: { ...vcov, type: 'HC0' }, notes: [] };
    return { vcov: { ...vcov, small: false }, notes: [note('feols-t')] };
  }
  const problem = scriptProblem['ssc-alike']();
  throw failure(place!, problem);
}
