/** Errors that are correlated within clusters (Liang and Zeger, 1986; Bell and McCaffrey, 2002; MacKinnon and others, 2023). */
import type { CovarianceNames, CovarianceTraits } from './traits.js';

export const CV1 = {
  robust: true,
  alias: 'cluster',
  clusters: 4,
  streamed: true,
  weighting: true,
  replicates: { tests: 'CV1', draws: ['clusters'] },
} as const satisfies CovarianceTraits;

export const CV2 = {
  robust: true,
  clusters: 1,
  leverages: 'clusters',
  clusterParts: true,
} as const satisfies CovarianceTraits;

export const CV3 = {
  robust: true,
  clusters: 1,
  leverages: 'clusters',
} as const satisfies CovarianceTraits;

/** Names of a kind with clusters; tables name only the clusters. */
export function names(factor?: string): CovarianceNames {
  return {
    words: ({ type, clusters }) =>
      `${type === CV1.alias ? '' : `${type}, `}clustered by ${clusters}`,
    factor,
  };
}
