import { InputError } from '../core/errors.js';

/** What rows are drawn, exchanged or relabelled for, as errors name it. */
export type Subject = 'bootstrap' | 'permutation' | 'groups';

export function noBootstrap(reason: string, subject: Subject = 'bootstrap'): InputError {
  return new InputError('no-bootstrap', `${subject}: ${reason}`, { reason });
}

export function noPermutation(reason: string): InputError {
  return noBootstrap(reason, 'permutation');
}
