/** Refusals of a bootstrap, a permutation or a comparison of groups. */
import { badArgument } from '../../core/errors/bad-argument.js';
import { InputError } from '../../core/errors/errors.js';
import { type Told, toldAgain } from '../../words/told.js';

/** The procedure that draws, exchanges or relabels rows, as errors name it. */
export type Subject = 'bootstrap' | 'permutation' | 'groups';

/** Why a bootstrap is impossible, or which of its options is. */
export type Refusal = Told | BadOption;

interface BadOption {
  readonly option: string;
  readonly expected: Told;
  readonly found: unknown;
}

/** InputError `bad-value` for an option, otherwise `no-bootstrap`. */
export function refused(refusal: Refusal): InputError {
  if (!('option' in refusal)) return noBootstrap(refusal);
  return badArgument('bootstrap', refusal.option, refusal.expected, refusal.found);
}

export function badOption(option: string, expected: Told, value: unknown): InputError {
  return badArgument('bootstrap', option, expected, value);
}

export function noBootstrap(told: Told, subject: Subject = 'bootstrap'): InputError {
  return new InputError(toldAgain(told, { ...told.detail, reason: told.text }), subject);
}

export function noPermutation(told: Told): InputError {
  return noBootstrap(told, 'permutation');
}
