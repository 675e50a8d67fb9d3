import { type ErrorDetail, InputError } from '../../../core/errors/errors.js';

/** The error for a model whose panels cannot be simulated. */
export function cannotSimulate(
  expected: string,
  reason: string,
  detail: ErrorDetail = {},
): InputError {
  return new InputError('cannot-simulate', `${expected}, found ${reason}`, detail, 'simulation');
}
