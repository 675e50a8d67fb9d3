import { InputError } from '../../../bindings/core/errors/errors.js';
import type { ElementaryMath } from '../../../bindings/data/evaluate.js';

/** The host's functions; the last bit of a result does not matter here. */
export const hostMath: ElementaryMath = {
  log: (x) => x.map((value) => Math.log(value)),
  exp: (x) => x.map((value) => Math.exp(value)),
  logLow: (x) => x.map(() => 0),
  expLow: (x) => x.map(() => 0),
};

/** The InputError that `run` throws. */
export function inputErrorOf(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('expected an InputError, but nothing was thrown');
}

/** Code and message of that error, as `code: message`. */
export function failure(run: () => unknown): string {
  const { code, message } = inputErrorOf(run);
  return `${code}: ${message}`;
}
