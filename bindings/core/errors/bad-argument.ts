import { badArgumentValue } from '../../words/errors/values.js';
import { expectationOf } from '../../words/expects.js';
import type { Told } from '../../words/told.js';
import { InputError } from './errors.js';

/** The error for an argument that is not what was expected. */
export function badArgument(
  subject: string,
  name: string,
  expected: Told | string,
  value: unknown,
): InputError {
  const expectation = typeof expected === 'string' ? expectationOf(expected) : expected;
  const words = expectation?.text ?? (expected as string);
  const detail = { path: `${subject}.${name}`, expected: words, expectation, found: value };
  return new InputError(badArgumentValue(detail), { of: subject, key: name });
}
