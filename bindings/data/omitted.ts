/** Coefficients that an estimate lacks because others explain their regressors. */
import type { InputError } from '../core/errors/errors.js';
import { listed } from '../core/text/messages.js';
import { inputError, type Use } from './place.js';

/** A regressor that was left out, and what it is a combination of; nothing if it is zero in every row. */
export interface OmittedName {
  readonly name: string;
  readonly explainedBy: readonly string[];
}

/** `collinear with x1 and x2`. */
export function omittedReason({ explainedBy }: Pick<OmittedName, 'explainedBy'>): string {
  return explainedBy.length === 0 ? 'zero in every row' : `collinear with ${joined(explainedBy)}`;
}

/** Names as a sentence has them; many as a list that is cut. */
export function joined(names: readonly string[]): string {
  if (names.length < 2 || names.length > 12) return listed(names);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** The error of a coefficient that is used where the estimate left it out. */
export function omittedCoefficient(use: Use, omitted: OmittedName): InputError {
  const { name, explainedBy } = omitted;
  const message = `expected an estimated coefficient, found "${name}", which was left out as it is ${omittedReason(omitted)}; name another one`;
  return inputError(use, 'omitted-coefficient', message, { coefficient: name, explainedBy });
}

/** Throws `omittedCoefficient` if the estimate left out the coefficient of this name. */
export function checkOmitted(use: Use, omitted: readonly OmittedName[], name: string): void {
  const gone = omitted.find((one) => one.name === name);
  if (gone !== undefined) throw omittedCoefficient(use, gone);
}
