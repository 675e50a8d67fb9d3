/** Regular expressions, written by users or made from texts. */
import { unexpected } from '../errors/bad-argument.js';
import { InputError } from '../errors/errors.js';
import { regularExpression } from '../../words/expectations/values.js';
import { badKeyValue } from '../../words/errors/values.js';

/** The source of a pattern that matches the text itself. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/**
 * The regular expression that a user wrote between slashes; undefined for a text without them.
 *
 * @param subject - the start of messages, such as `table: keep`
 * @param path - the option in the details of the error
 * @throws InputError `bad-value` for an expression that cannot be read
 */
export function writtenPattern(text: string, subject: string, path: string): RegExp | undefined {
  const source = /^\/(.*)\/$/s.exec(text)?.[1];
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, 'u');
  } catch {
    throw new InputError(badKeyValue(unexpected(path, regularExpression(), text)), subject);
  }
}

/** Tests names by a pattern: a name, or a regular expression between slashes. Throws as `writtenPattern`. */
export function matcherOf(text: string, subject: string, path: string): (name: string) => boolean {
  const pattern = writtenPattern(text, subject, path);
  return pattern === undefined ? (name) => name === text : (name) => pattern.test(name);
}
