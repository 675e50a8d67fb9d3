/**
 * Bounds of scripts that are imported. Scripts that people write are far below them; above them the patterns of the readers
 * would take time that grows with the square of a statement, and models that grow with the script.
 */
import { InputError } from '../core/errors/errors.js';
import { counted } from '../core/text/messages.js';
import { inputError } from '../data/index.js';
import type { Filter } from './filters/filter.js';
import type { Statement } from './script.js';

/** Most characters of a script, and of one of its statements. */
const MOST_SCRIPT = 2 ** 20;
export const MOST_STATEMENT = 10_000;
/** Most blanks that follow one another in a statement. */
const MOST_BLANKS = 200;
/** Most models of a script. */
const MOST_MODELS = 1000;
/** Most conditions on the rows of a data frame, and most sentences on what changed it. */
const MOST_FILTERS = 100;
const MOST_CHANGES = 100;

const blanks = new RegExp(`\\s{${MOST_BLANKS + 1}}`);

/** @throws InputError `command-syntax` for a script of more than 1,048,576 characters */
export function checkScript(text: string): void {
  if (text.length <= MOST_SCRIPT) return;
  throw tooMuch(text, `a script of at most ${MOST_SCRIPT} characters`, `${text.length}`);
}

/** @throws InputError `command-syntax` for a statement of more than 10,000 characters, or 200 blanks in a row */
export function checkStatement(text: string): void {
  if (text.length > MOST_STATEMENT) {
    const expected = `statements of at most ${MOST_STATEMENT} characters`;
    throw tooMuch(text, expected, `one of ${text.length}`);
  }
  if (blanks.test(text)) {
    throw tooMuch(text, `at most ${MOST_BLANKS} blanks between the words of a statement`, 'more');
  }
}

/** @throws InputError `command-syntax` for a script that already has 1000 models */
export function checkModels({ text }: Statement, { length }: readonly unknown[]): void {
  if (length < MOST_MODELS) return;
  throw tooMuch(text, `a script of at most ${counted(MOST_MODELS, 'model')}`, 'more');
}

/** The conditions with one more. @throws InputError `command-syntax` for more than 100 */
export function withCondition(filters: readonly Filter[], filter: Filter): Filter[] {
  if (filters.length < MOST_FILTERS) return [...filters, filter];
  throw tooMuch(undefined, `at most ${MOST_FILTERS} conditions on the rows of the data`, 'more');
}

/** The sentences on what changed the data with some more. After 100 of them one says that there are more. */
export function withSentences(changes: readonly string[], more: readonly string[]): string[] {
  const all = [...changes, ...more];
  if (all.length <= MOST_CHANGES) return all;
  const rest = `more than ${MOST_CHANGES} statements change the data and are not translated; change the data to match`;
  return [...all.slice(0, MOST_CHANGES), rest];
}

function tooMuch(text: string | undefined, expected: string, excess: string): InputError {
  const message = `expected ${expected}, found ${excess}; make it shorter`;
  if (text === undefined) return new InputError('command-syntax', message);
  return inputError({ text, offset: 0 }, 'command-syntax', message);
}
