/** Checks the arguments of tests of coefficients. */
import * as v from 'valibot';
import { badArgument, checkKeys, isKeyed, level, listOf } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import { localSchemas } from '../../core/jobs/run-options.js';
import { contextOf } from '../../models/context.js';
import { testedProblem } from '../../results/read.js';
import { badArgumentValue } from '../../words/errors/values.js';
import { resultOfFit, textOrTexts } from '../../words/expectations/analysis/results.js';
import { unexpected } from '../../core/errors/bad-argument.js';

const schemas = { ...localSchemas, level };

/** @throws InputError `bad-value` for the fit, the texts or the options */
export function checkTestOptions(
  subject: string,
  fit: unknown,
  texts: unknown,
  options: unknown,
): void {
  checkTested(subject, fit);
  const expected = textOrTexts();
  const schema = v.union([v.string(), listOf(v.string(), expected)]);
  if (!v.is(schema, texts)) throw badArgument(subject, 'expressions', expected, texts);
  checkKeys(subject, schemas, options);
}

/**
 * A result made in this process is valid. Any other object must have the parts that tests read.
 *
 * @throws InputError `bad-value`
 */
export function checkTested(subject: string, fit: unknown): void {
  if (!isKeyed(fit)) throw badArgument(subject, 'fit', resultOfFit(), fit);
  if (contextOf(fit) !== undefined) return;
  const problem = testedProblem(fit);
  if (problem === undefined) return;
  const { path, expected, value, finding } = problem;
  const key = path === '' ? 'fit' : `fit.${path}`;
  const detail = { ...unexpected(`${subject}.${key}`, expected, value), finding };
  throw new InputError(badArgumentValue(detail), { of: subject, key });
}
