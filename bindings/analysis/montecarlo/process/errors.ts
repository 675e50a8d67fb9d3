import { InputError } from '../../../core/errors/errors.js';
import type { Told } from '../../../words/told.js';

/** The error for a model whose panels cannot be simulated. */
export function cannotSimulate(told: Told): InputError {
  return new InputError(told, 'simulation');
}
