/** Errors of models. */
import { InputError } from '../../core/errors/errors.js';
import { show } from '../../core/text/messages.js';

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
