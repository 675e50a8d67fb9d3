import { InputError } from '../../core/errors/errors.js';

/** The procedure that draws, exchanges or relabels rows, as errors name it. */
export type Subject = 'bootstrap' | 'permutation' | 'groups';

export function noBootstrap(reason: string, subject: Subject = 'bootstrap'): InputError {
  return new InputError('no-bootstrap', `${subject}: ${reason}`, { reason });
}

export function noPermutation(reason: string): InputError {
  return noBootstrap(reason, 'permutation');
}
