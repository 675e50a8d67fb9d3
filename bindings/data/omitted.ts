/** Coefficients that an estimate lacks because others explain their regressors. */
import type { InputError } from '../core/errors/errors.js';
import { omittedReason } from '../words/en/omitted.js';
import { inputError, type Use } from './place.js';

/** A regressor that was left out, and what it is a combination of; nothing if it is zero in every row. */
export interface OmittedName {
  readonly name: string;
  readonly explainedBy: readonly string[];
}

/** The error of a coefficient that is used where the estimate left it out. */
export function omittedCoefficient(use: Use, omitted: OmittedName): InputError {
  const { name, explainedBy } = omitted;
  const message = `expected an estimated coefficient, found "${name}", which was left out as it is ${omittedReason(explainedBy)}; name another one`;
  return inputError(use, 'omitted-coefficient', message, { coefficient: name, explainedBy });
}

/** Throws `omittedCoefficient` if the estimate left out the coefficient of this name. */
export function checkOmitted(use: Use, omitted: readonly OmittedName[], name: string): void {
  const gone = omitted.find((one) => one.name === name);
  if (gone !== undefined) throw omittedCoefficient(use, gone);
}
