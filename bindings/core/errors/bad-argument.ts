import { type BadValue, badArgumentValue } from '../../words/errors/values.js';
import { expectationOf } from '../../words/expects.js';
import type { Told } from '../../words/told.js';
import { InputError } from './errors.js';

/** What an error says of a value that is not what was expected; a text may be the message of a schema. */
export function unexpected(path: string, expected: Told | string, value: unknown): BadValue {
  const expectation = typeof expected === 'string' ? expectationOf(expected) : expected;
  const words = expectation?.text ?? (expected as string);
  return { path, expected: words, expectation, found: value };
}

/** The error for an argument that is not what was expected. */
export function badArgument(
  subject: string,
  name: string,
  expected: Told | string,
  value: unknown,
): InputError {
  const detail = unexpected(`${subject}.${name}`, expected, value);
  return new InputError(badArgumentValue(detail), { of: subject, key: name });
}

/** The error for an argument in which something was found that is not the value itself, such as a number of rows. */
export function badFinding(
  subject: string,
  name: string,
  expected: Told,
  finding: Told,
): InputError {
  const detail = { ...unexpected(`${subject}.${name}`, expected, finding.text), finding };
  return new InputError(badArgumentValue(detail), { of: subject, key: name });
}
