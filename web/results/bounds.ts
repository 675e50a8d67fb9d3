/** The range in which the coefficient of the lagged outcome is expected (Bond 2002). */
import type { FitResult } from 'wasmetrics';

export interface Bounds {
  readonly coefficient: string;
  readonly within: number;
  readonly pooled: number;
}

/** Undefined if the model has no such bounds. */
export function boundsOf({ baselines }: FitResult): Bounds | undefined {
  if (baselines === undefined) return undefined;
  const { pooledOls, within } = baselines;
  if (pooledOls.params === null || within.params === null) return undefined;
  const [coefficient] = Object.keys(within.params);
  if (coefficient === undefined) return undefined;
  return {
    coefficient,
    within: within.params[coefficient]!,
    pooled: pooledOls.params[coefficient]!,
  };
}
