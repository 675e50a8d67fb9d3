/** Regular expressions, written by users or made from texts. */
import { InputError } from '../errors/errors.js';
import { show } from '../../words/text/messages.js';

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
    const sentence = `expected a regular expression between slashes, found ${show(text)}`;
    throw new InputError('bad-value', sentence, { path, found: text }, subject);
  }
}

/** Tests names by a pattern: a name, or a regular expression between slashes. Throws as `writtenPattern`. */
export function matcherOf(text: string, subject: string, path: string): (name: string) => boolean {
  const pattern = writtenPattern(text, subject, path);
  return pattern === undefined ? (name) => name === text : (name) => pattern.test(name);
}
