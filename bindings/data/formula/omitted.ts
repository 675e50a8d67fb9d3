/** Coefficients that an estimate omits because others explain their regressors. */
import type { InputError } from '../../core/errors/errors.js';
import { omittedCoefficient as omittedOf } from '../../words/errors/data/formulas.js';
import { inputError, type Use } from '../place.js';

/** An omitted regressor and the combination that it equals; no combination if it is zero in every row. */
export interface OmittedName {
  readonly name: string;
  readonly explainedBy: readonly string[];
}

/** The error for using a coefficient that the estimate omitted. */
export function omittedCoefficient(use: Use, omitted: OmittedName): InputError {
  const { name, explainedBy } = omitted;
  return inputError(use, omittedOf({ coefficient: name, explainedBy }));
}

/** Throws `omittedCoefficient` if the estimate omitted the coefficient of this name. */
export function checkOmitted(use: Use, omitted: readonly OmittedName[], name: string): void {
  const gone = omitted.find((omittedName) => omittedName.name === name);
  if (gone !== undefined) throw omittedCoefficient(use, gone);
}
