/** Why replicates cannot rebuild an index, in English. */
import { says } from '../../told.js';

export const noClusterOfIndex = says(
  'no-bootstrap/cluster-of-index',
  'cluster: column "{column}" has no value in row {row}, which the index uses; expected a cluster in every row of the index, or rebuild false',
);
export const notResampled = says(
  'no-bootstrap/rebuild',
  ({ estimator, indices }: { readonly estimator: string; readonly indices: readonly string[] }) =>
    `estimates by ${estimator} cannot rebuild the index ${indices.join(', ')}; expected rebuild false`,
);
export const keptRows = says(
  'no-bootstrap/kept-rows',
  ({ scheme, indices }: { readonly scheme: string; readonly indices: readonly string[] }) =>
    `scheme ${scheme} keeps the rows, so the index ${indices.join(', ')} cannot be rebuilt; expected scheme pairs or cluster, or rebuild false, which takes the index as given`,
);
export const otherIndexUnits = says(
  'no-bootstrap/index-units',
  'brown-newey gives probabilities to the units of the estimate, but the index also uses {other}, which the estimate does not; expected recenter true or false, or rebuild false',
);
export const builtOtherwise = says(
  'no-bootstrap/built-otherwise',
  '{column} was built from other rows or values than those of the data now, so it cannot be rebuilt; build it last, estimate again, or set rebuild false',
);
