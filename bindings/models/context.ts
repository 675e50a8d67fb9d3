/** What a result was computed from, kept with it in this process. */
import { badArgument } from '../core/errors/bad-argument.js';
import { InputError } from '../core/errors/errors.js';
import type { FitResult } from '../results/fit.js';
import { resultOfFit } from '../words/expectations/analysis/results.js';
import { resultWithoutData } from '../words/errors/models/refits.js';
import type { FitContext } from './fit-context.js';

/** Key of a result's context. The property is not enumerable, so copies, JSON and messages to workers leave it out. */
const key = Symbol('context');

/** Returns the context of a result of this process; undefined for a result that was read from a file. */
export function contextOf(result: object): FitContext | undefined {
  return (result as { readonly [key]?: FitContext })[key];
}

/** Throws InputError `bad-value` unless `fit` is a result of an estimator, judging by its kind. */
export function checkFit(subject: string, fit: unknown): asserts fit is FitResult {
  const { kind, estimator, params, stdErrors } = (fit ?? {}) as Readonly<Record<string, unknown>>;
  const isFit = kind === 'fit' && ['string', 'undefined'].includes(typeof estimator);
  if (isFit && isObject(params) && isObject(stdErrors)) return;
  throw badArgument(subject, 'fit', resultOfFit(), fit);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * Returns what a result was computed from.
 *
 * @throws InputError `bad-value` for anything but a result, `result-without-data` for a result read from a file
 */
export function requireContext(subject: string, fit: FitResult): FitContext {
  checkFit(subject, fit);
  const context = contextOf(fit);
  if (context !== undefined) return context;
  throw new InputError(resultWithoutData(), subject);
}

/** Copies the context of a result to another result that extends it. */
export function keepContext<Result extends FitResult>(from: FitResult, to: Result): Result {
  const context = Object.getOwnPropertyDescriptor(from, key);
  return context === undefined ? to : Object.defineProperty(to, key, context);
}

/**
 * Stores the context as a property, not in a weak map, whose values survive V8's minor collections. Full collections
 * during 20,000 fits: 42 with a weak map, 1 with a property.
 */
export function withContext(result: FitResult, context: FitContext): FitResult {
  return Object.defineProperty(result, key, { value: context });
}

/** The same with a context that is computed on first read. */
export function withContextLater(result: FitResult, make: () => FitContext): FitResult {
  let made: FitContext | undefined;
  return Object.defineProperty(result, key, { get: () => (made ??= make()) });
}
