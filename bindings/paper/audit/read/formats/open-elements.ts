/** How deeply elements of HTML or XML are nested. */
import { InputError } from '../../../../core/errors/errors.js';

/** The parser visits all open elements for each new one; Word nests about a dozen. */
const MOST_OPEN = 1000;

/** @throws InputError `bad-value` for more than 1000 open elements */
export function checkOpen(count: number): void {
  if (count <= MOST_OPEN) return;
  const message = `expected elements nested at most ${MOST_OPEN} deep, found more; close each element`;
  throw new InputError('bad-value', message, {}, 'check');
}
