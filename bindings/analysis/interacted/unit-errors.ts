/** The errors used to studentise permutations and wild replicates, and the errors of CR2. */
import { groupingOf } from '../../models/linear/design/effects.js';
import type { Clustering } from '../../models/linear/design/clusters.js';
import { isOfMeans } from '../../models/linear/fitted.js';
import type { Errors } from './fit.js';
import type { Labelled } from './stack.js';

/** Errors clustered by unit, or HC1 of rows; the between estimator has one row per unit. */
export function unitErrors(
  { context }: Labelled,
  column: string | undefined,
  units: Int32Array,
): Errors {
  if (column === undefined || isOfMeans(context)) {
    return { vcov: { type: 'HC1', small: true }, clusters: [], order: undefined };
  }
  return clusterErrors(column, units, 'CV1');
}

/** Errors with their clusters. */
export type ClusterErrors = Errors & { readonly clusters: readonly Clustering[] };

/** Errors clustered by the units of the rows. Without a column of units each row is a cluster. */
export function clusterErrors(
  column = 'row',
  units: Int32Array,
  type: 'CV1' | 'CV2',
): ClusterErrors {
  const rows = Int32Array.from(units, (_, i) => i);
  const { codes, count } = groupingOf({ name: column, codes: units }, rows);
  const vcov = { type, cluster: [column], small: true } as const;
  return { vcov, clusters: [{ column, codes, count }], order: undefined };
}
