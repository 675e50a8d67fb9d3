import * as v from 'valibot';
import { InputError } from '../core/errors.js';
import type { FitResult } from './fit.js';

/** What tests of coefficients read of a result. */
const resultSchema = v.looseObject({
  kind: v.optional(v.literal('fit', 'fit'), 'fit'),
  estimator: v.string('a name'),
  params: v.record(v.string(), v.number('a number')),
  statistic: v.picklist(['t', 'z'], 't or z'),
  dfResid: v.number('a number'),
  level: v.number('a number'),
  vcov: v.looseObject({
    names: v.array(v.string('a name'), 'a list of names'),
    values: v.array(v.array(v.number('a number'), 'a row of numbers'), 'rows of numbers'),
  }),
});

/** True for a document that is a result, as `--json` prints it, rather than a model. */
export function isResult(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'params' in document;
}

/**
 * The result of a fit read from JSON, as `toJson` wrote it; one saved before results had a `kind` is accepted.
 *
 * @throws InputError `bad-result` naming the key, what was expected and what was found
 */
export function parseResult(document: unknown): FitResult {
  const parsed = v.safeParse(resultSchema, document);
  if (!parsed.success) throw badResult(parsed.issues[0]);
  const { kind, params, vcov } = parsed.output;
  const square = vcov.values.every((row) => row.length === vcov.names.length);
  const named = vcov.names.every((name) => name in params);
  if (!square || vcov.values.length !== vcov.names.length || !named) {
    const message = `result: vcov: expected a square matrix with the names of the coefficients, found ${vcov.values.length} rows for ${vcov.names.length} names`;
    throw new InputError('bad-result', message);
  }
  return { kind, ...(document as object) } as FitResult;
}

function badResult(issue: v.InferIssue<typeof resultSchema>): InputError {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  const value = issue.input === undefined ? 'nothing' : JSON.stringify(issue.input);
  return new InputError(
    'bad-result',
    `result: ${path}: expected ${issue.message}, found ${value}`,
    {
      path,
    },
  );
}
