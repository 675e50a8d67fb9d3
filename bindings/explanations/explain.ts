import { checkArgument, text } from '../core/arguments.js';
import { InputError } from '../core/errors.js';
import { show } from '../core/messages.js';
import { suggestion } from '../data/index.js';
import { errors } from './errors.js';
import type { Explanation } from './explanation.js';
import { tests } from './tests.js';
import { warnings } from './warnings.js';

/** All warnings and tests in results, and the errors from the sample or the arithmetic. */
export const explanations: readonly Explanation[] = [...warnings, ...tests, ...errors];

/**
 * What a code means, why it matters, what to do, and the papers. A code that is both a warning and an error is
 * explained as the warning.
 *
 * @throws InputError `unknown-code` names the nearest known code
 */
export function explainCode(code: string): Explanation {
  checkArgument('explain', 'code', text('the code of a warning, test or error'), code);
  const explanation = explanations.find((entry) => entry.code === code);
  if (explanation !== undefined) return explanation;
  const known = explanations.map((entry) => entry.code);
  const message = `explain: unknown code ${show(code)}${suggestion(code, known)}`;
  throw new InputError('unknown-code', message, { found: code });
}
