/** The regressors that an estimate kept, when its model is estimated on other rows. */
import { IdentificationError } from '../../../core/errors/errors.js';

/** The columns of a regressor matrix that an estimate left out, out of those of its model. */
export function omittedOf(whole: readonly string[], names: readonly string[]): string[] {
  return whole.filter((name) => !names.includes(name));
}

/** @throws IdentificationError `rank-deficient` if the data give other regressors than the estimate has */
export function sameNames<Sample>(
  sample: Sample | undefined,
  present: readonly string[] | undefined,
  names: readonly string[],
): Sample {
  if (sample !== undefined && present?.join() === names.join()) return sample;
  const message = `expected the regressors ${names.join(', ')}, found ${present?.join(', ') ?? 'none'}`;
  throw new IdentificationError('rank-deficient', message, { names });
}
