import {
  ConvergenceError,
  EngineError,
  type ErrorDetail,
  type EconError,
  IdentificationError,
  InputError,
  NumericalError,
} from '../errors/errors.js';
import { statusName } from './status.js';

/**
 * The typed error of a status number. Its class follows from the number's range, its code from the name
 * (`RankDeficient` is `rank-deficient`). The caller writes the message, because it knows the names of the variables.
 */
export function errorFromStatus(
  status: number,
  sentence: string,
  detail: ErrorDetail = {},
  of?: string,
): EconError {
  const Class = classOf(status);
  return new Class(statusCode(status), sentence, detail, { status, of });
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
