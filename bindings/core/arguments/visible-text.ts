/** The functions of `visible.ts` for callers of the package, with their argument checked. */
import { badArgument } from './arguments.js';
import { aText } from '../../words/expectations/values.js';
import * as unchecked from '../../words/text/visible.js';

/**
 * Writes invisible characters as JSON escapes, so the text of `toJson` stays the same JSON. Line feeds stay.
 *
 * @throws InputError `bad-value`
 */
export function visible(text: string): string {
  return unchecked.visible(checked('visible', text));
}

/**
 * Like `visible`, for one line: a name, a cell or a sentence.
 *
 * @throws InputError `bad-value`
 */
export function visibleLine(text: string): string {
  return unchecked.visibleLine(checked('visibleLine', text));
}

/**
 * Like `visible`, for a message: line feeds stay only before an indented line, which shows the place of an error.
 *
 * @throws InputError `bad-value`
 */
export function visibleMessage(message: string): string {
  return unchecked.visibleMessage(checked('visibleMessage', message));
}

function checked(subject: string, text: unknown): string {
  if (typeof text === 'string') return text;
  throw badArgument(subject, 'text', aText(), text);
}
