/** Errors of models. */
import { unexpected } from '../../core/errors/bad-argument.js';
import { InputError } from '../../core/errors/errors.js';
import { badKeyValue } from '../../words/errors/values.js';
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

/** Makes the error for an unknown key; `suggestion` ends its message. */
export function unknownKey(path: string, suggestion: string, estimator?: string): InputError {
  const plain = path.replace(/\[\d+\]/g, '');
  const isReserved = estimator !== undefined && reserved.includes(plain);
  const sentence = isReserved
    ? `${path} is not available for the estimator ${estimator}`
    : `unknown key ${path}${suggestion}`;
  const detail = { path, ...(!isReserved && { suggestion }) };
  return new InputError('unknown-key', sentence, detail, subject);
}

/** Makes the error for a wrong value; `path` is for example `gmm[0].lags`, or empty for the whole model. */
export function badValue(path: string, expected: Told | string, value: unknown): InputError {
  const key = path === '' ? undefined : path;
  return new InputError(badKeyValue(unexpected(path, expected, value)), { of: subject, key });
}
