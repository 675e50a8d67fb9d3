import type { Tests } from './fit.js';

/** p-values of the tests that assess a dynamic panel; null if a test does not exist. */
export interface PValues {
  readonly hansen: number | null;
  readonly sargan: number | null;
  readonly ar2: number | null;
  /** Difference-in-Hansen test of the GMM-style instruments of the level equation. */
  readonly levelHansen: number | null;
}

export function pValuesOf({ hansen, sargan, ar, diffHansen }: Tests): PValues {
  const level = diffHansen?.find(({ group }) => group === 'gmm instruments for levels');
  return {
    hansen: hansen?.pValue ?? null,
    sargan: sargan?.pValue ?? null,
    ar2: ar?.find(({ order }) => order === 2)?.pValue ?? null,
    levelHansen: level?.difference.pValue ?? null,
  };
}
