/** Results, replicates and tests find coefficients by name, so names must be unique. */
import { InputError } from '../../../core/errors/errors.js';
import { duplicateName, reservedName } from '../../../words/errors/models/sample.js';

/** The name of the intercept. */
const constant = '_cons';

/**
 * Checks the names of the regressors and instruments, without the intercept.
 *
 * @throws InputError `reserved-name` for a column called `_cons`, `duplicate-name` for two columns with one name
 */
export function checkNames(estimator: string, names: readonly string[]): void {
  if (names.includes(constant)) {
    throw new InputError(reservedName({ column: constant }), estimator);
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new InputError(duplicateName({ column: name }), estimator);
    seen.add(name);
  }
}
