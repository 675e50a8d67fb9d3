import { InputError } from '../core/errors.js';
import { suggestion } from '../data/index.js';
import { errors } from './errors.js';
import type { Explanation } from './explanation.js';
import { tests } from './tests.js';
import { warnings } from './warnings.js';

/** Every warning and test of results, and the errors that come from sample or arithmetic. */
export const explanations: readonly Explanation[] = [...warnings, ...tests, ...errors];

/**
 * What a code of a result means, why it matters, where it comes from and what changes it. A code that is both a warning
 * and an error is explained as the warning.
 *
 * @throws InputError `unknown-code` names the nearest known code
 */
export function explainCode(code: string): Explanation {
  const found = explanations.find((one) => one.code === code);
  if (found !== undefined) return found;
  const known = explanations.map((one) => one.code);
  const message = `there is no code ${JSON.stringify(code)} to explain${suggestion(code, known)}`;
  throw new InputError('unknown-code', message, { found: code });
}
