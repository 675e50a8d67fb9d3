import * as v from 'valibot';
import { expectedBy, meantBy } from '../../words/expects.js';
import { badValue, unknownKeyError } from './bad-value.js';

/**
 * Reads a value by its schema.
 *
 * @throws InputError `unknown-key` names the key's path and the nearest known key, `bad-value` the path,
 *   what was expected and what was found
 */
export function checked<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  estimator: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const { issues } = parsed;
  // A misspelt key is reported before the key that is missing because of it.
  const unknown = issues.find((issue) => issue.expected === 'never');
  if (unknown !== undefined) throw unknownKeyError(pathOf(unknown), meantBy(unknown.message), estimator);
  const first = issues[0]!;
  throw badValue(pathOf(first), expectedBy(first.message), first.input);
}

/** Writes a path such as `gmm[0].lags`. */
export function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
