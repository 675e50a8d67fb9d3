import { InputError } from './errors.js';
import { showWord } from '../text/messages.js';

/** The error for an argument that is not what was expected. */
export function badArgument(
  subject: string,
  name: string,
  expected: string,
  value: unknown,
): InputError {
  const sentence = `expected ${expected}, found ${showWord(value)}`;
  const detail = { path: `${subject}.${name}`, expected, found: value };
  return new InputError('bad-value', sentence, detail, { of: subject, key: name });
}
