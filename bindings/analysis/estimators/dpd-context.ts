/** What a dynamic panel of arrays was computed from, kept with its result. */
import type { DpdFitted } from '../../models/dpd/index.js';
import type { FitResult } from '../../results/fit.js';

/** Not the key of the root, whose functions read columns of tables again. It is not enumerable, so copies lack it. */
const key = Symbol('context of arrays');

export function withDpdContext(fitted: DpdFitted): FitResult {
  return Object.defineProperty(fitted.result, key, { value: fitted });
}

/** Undefined for a result of anything else, and for a copy. */
export function dpdContext(result: unknown): DpdFitted | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  return (result as { readonly [key]?: DpdFitted })[key];
}
