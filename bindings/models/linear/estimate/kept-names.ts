/** Compares the regressors that an estimate kept with those that its model has on other rows. */
import { IdentificationError } from '../../../core/errors/errors.js';
import { otherRegressors } from '../../../words/errors/models/regressors.js';

/** The columns that an estimate left out of the regressor matrix of its model. */
export function omittedOf(whole: readonly string[], names: readonly string[]): string[] {
  return whole.filter((name) => !names.includes(name));
}

/** @throws IdentificationError `rank-deficient` if the data have other regressors than the estimate */
export function sameNames<Sample>(
  sample: Sample | undefined,
  present: readonly string[] | undefined,
  names: readonly string[],
): Sample {
  if (sample !== undefined && present?.join() === names.join()) return sample;
  throw new IdentificationError(otherRegressors({ names, ...(present && { found: present }) }));
}
