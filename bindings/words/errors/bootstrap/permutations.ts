/** Why a fit has no permutation test, in English. */
import { says } from '../../told.js';

export const variesWithin = says(
  'no-bootstrap/within',
  'within: clusters are exchanged whole, but the column varies within a cluster; choose a column that is constant within clusters',
);
export const nothingToExchange = says(
  'no-bootstrap/exchange',
  'nothing can be exchanged; expected at least two rows, or two clusters of the same size',
);
export const acrossLevels = says(
  'no-bootstrap/across-levels',
  'permuting across the levels of {effect} would change its effects; expected within {effect}, or the effects written as i({effect})',
);
export const notPermutable = says(
  'no-bootstrap/permutation-fit',
  'expected a fit by ols or panel from this process, found one by {estimator}',
);
export const noResidualsToPermute = says(
  'no-bootstrap/perfect-fit',
  'expected residuals to permute, found none: the model without {of} fits {depvar} exactly, up to rounding; use another outcome',
);
export const endogenousPermutation = says(
  'no-bootstrap/endogenous',
  'permuting an endogenous regressor would remove its correlation with the error; expected ols or panel, for example of the outcome on the instruments',
);
export const weightedPermutation = says(
  'no-bootstrap/weighted-permutation',
  'weighted rows cannot be exchanged, because their variances differ; expected no weights',
);
export const severalEffects = says(
  'no-bootstrap/several-effects',
  ({ effects }: { readonly effects: readonly string[] }) =>
    `permutations can keep one absorbed effect, found ${effects.join(' and ')}; write the others as i(column)`,
);
export const otherVariance = says(
  'no-bootstrap/permuted-t',
  'the permuted t needs an unadjusted, robust or one-way clustered variance, found vcov {type}; use statistic coefficient',
);
