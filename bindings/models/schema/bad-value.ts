/** Errors of models. */
import { unexpected } from '../../core/errors/bad-argument.js';
import { InputError } from '../../core/errors/errors.js';
import { unavailableKey, unknownKey } from '../../words/errors/keys.js';
import { badKeyValue } from '../../words/errors/values.js';
import { suggested, type Suggestion } from '../../words/text/suggestion.js';
import type { Told } from '../../words/told.js';

const subject = 'model';

/** Keys that only some estimators have. The message says so instead of calling them unknown. */
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

/** Makes the error for an unknown key. */
export function unknownKeyError(path: string, meant: Suggestion, estimator?: string): InputError {
  const plain = path.replace(/\[\d+\]/g, '');
  if (estimator !== undefined && reserved.includes(plain)) {
    return new InputError(unavailableKey({ path, estimator }), subject);
  }
  return new InputError(unknownKey({ path, meant, suggestion: suggested(meant) }), subject);
}

/** Makes the error for a wrong value; `path` is for example `gmm[0].lags`, or empty for the whole model. */
export function badValue(path: string, expected: Told, value: unknown): InputError {
  const key = path === '' ? undefined : path;
  return new InputError(badKeyValue(unexpected(path, expected, value)), { of: subject, key });
}
