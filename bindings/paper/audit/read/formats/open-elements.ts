/** How deeply elements of HTML or XML are nested. */
import { InputError } from '../../../../core/errors/errors.js';
import { deepElements } from '../../../../words/errors/paper/audits.js';

/** The parser visits all open elements for each new one; Word nests about a dozen. */
const MOST_OPEN = 1000;

/** @throws InputError `bad-value` for more than 1000 open elements */
export function checkOpen(count: number): void {
  if (count <= MOST_OPEN) return;
  throw new InputError(deepElements({ most: MOST_OPEN }), 'check');
}
