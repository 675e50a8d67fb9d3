import { type BadValue, badArgumentValue } from '../../words/errors/values.js';
import type { Told } from '../../words/told.js';
import { InputError } from './errors.js';

/** What an error says of a value that is not what was expected. */
export function unexpected(path: string, expectation: Told, value: unknown): BadValue {
  return { path, expected: expectation.text, expectation, found: value };
}

/** The error for an argument that is not what was expected. */
export function badArgument(
  subject: string,
  name: string,
  expected: Told,
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
