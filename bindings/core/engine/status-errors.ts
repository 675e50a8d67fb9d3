import {
  ConvergenceError,
  EngineError,
  type EconError,
  IdentificationError,
  InputError,
  NumericalError,
  type Telling,
} from '../errors/errors.js';
import type { Told } from '../../words/told.js';
import { statusName } from './status.js';

/**
 * The typed error of a status number. Its class follows from the number's range; the code in the id of what is said is
 * the name of the status (`RankDeficient` is `rank-deficient`). The caller tells it, because it knows the names of the
 * variables.
 */
export function errorFromStatus(
  status: number,
  told: Told,
  telling: string | Omit<Telling, 'status'> = {},
): EconError {
  const Class = classOf(status);
  return new Class(told, { ...(typeof telling === 'string' ? { of: telling } : telling), status });
}

/** The code of the error of a status, which `explain` knows. */
export function statusCode(status: number): string {
  return statusName(status)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function classOf(status: number) {
  if (status < 10) return EngineError;
  if (status < 20) return InputError;
  if (status < 30) return IdentificationError;
  return status < 40 ? NumericalError : ConvergenceError;
}
