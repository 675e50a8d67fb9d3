/** Results, replicates and tests find coefficients by name, so names must be unique. */
import { InputError } from '../../../core/errors/errors.js';

/** The name of the intercept. */
const constant = '_cons';

/**
 * Checks the names of the regressors and instruments, without the intercept.
 *
 * @throws InputError `reserved-name` for a column called `_cons`, `duplicate-name` for two columns with one name
 */
export function checkNames(estimator: string, names: readonly string[]): void {
  if (names.includes(constant)) {
    const message = `expected columns with names other than "${constant}", the intercept's name, found one in the formula; rename it in the data`;
    throw new InputError('reserved-name', message, { column: constant }, estimator);
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      const message = `expected distinct column names, found "${name}" for two columns; rename a column or a level in the data`;
      throw new InputError('duplicate-name', message, { column: name }, estimator);
    }
    seen.add(name);
  }
}
