/** The data and estimate behind a dynamic panel of arrays, kept with its result. */
import type { DynamicFit } from '../../models/dynamic/fit.js';
import type { KnownDynamic } from '../../models/refits/dynamic.js';
import type { FitResult } from '../../results/fit.js';

/**
 * Not the symbol of the main entry point, whose functions read columns of tables again. The property is not enumerable,
 * so copies lack it.
 */
const key = Symbol('context of arrays');

/** A fit of arrays. */
export type ArraysFit = DynamicFit<KnownDynamic>;

export function withDpdContext(fitted: ArraysFit): FitResult {
  return Object.defineProperty(fitted.result, key, { value: fitted });
}

/** Undefined for any other result, and for a copy. */
export function dpdContext(result: unknown): ArraysFit | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  return (result as { readonly [key]?: ArraysFit })[key];
}
