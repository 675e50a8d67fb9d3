import * as v from 'valibot';
import { InputError } from '../../core/errors.js';
import { show } from '../../core/messages.js';

const subject = 'model';

/** Keys that only some estimators have. The message says so, instead of calling them unknown. */
const reserved = [
  'weights',
  'method',
  'weight',
  'effects',
  'fuller',
  'kappa',
  'diagnostics',
  'cTests',
  'bootstrap',
  'vcov.cluster',
  'vcov.kernel',
  'vcov.bandwidth',
  'vcov.order',
  'bootstrap.cluster',
  'bootstrap.weights',
  'bootstrap.statistics',
];

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
  const parsed = parsedBy(schema, value);
  if (parsed.success) return parsed.output;
  const { issues } = parsed;
  // A misspelt key comes before the key it leaves missing.
  const unknown = issues.find((issue) => issue.expected === 'never');
  if (unknown !== undefined) throw unknownKey(pathOf(unknown), unknown.message, estimator);
  const first = issues[0]!;
  throw badValue(pathOf(first), first.message, first.input);
}

/** Reads the parts of a value, whose getters may throw. */
function parsedBy<const Schema extends v.GenericSchema>(schema: Schema, value: unknown) {
  try {
    return v.safeParse(schema, value);
  } catch (error) {
    throw badValue('', 'plain values', `a value that cannot be read (${String(error)})`);
  }
}

/** Makes the error for an unknown key; `suggestion` ends its message. */
export function unknownKey(path: string, suggestion: string, estimator?: string): InputError {
  const plain = path.replace(/\[\d+\]/g, '');
  const message =
    estimator !== undefined && reserved.includes(plain)
      ? `${subject}: ${path} is not available for the estimator ${estimator}`
      : `${subject}: unknown key ${path}${suggestion}`;
  return new InputError('unknown-key', message, { path });
}

/** Makes the error for a value; `path` is for example `gmm[0].lags`, and empty for the whole model. */
export function badValue(path: string, expected: string, value: unknown): InputError {
  const where = path === '' ? subject : `${subject}: ${path}`;
  return new InputError('bad-value', `${where}: expected ${expected}, found ${show(value)}`, {
    path,
    expected,
    found: value,
  });
}

/** Writes a path such as `gmm[0].lags`. */
export function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
