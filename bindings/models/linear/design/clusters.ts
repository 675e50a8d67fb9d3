import { IdentificationError } from '../../../core/errors/errors.js';
import { Status } from '../../../core/engine/status.js';
import { allFinite, findColumn, type Table } from '../../../data/table.js';
import { type LedgerRule, lossOf, presentRule } from '../../../data/ledger.js';
import { numberedOf } from '../../../data/panel/numbered.js';
import { oneCluster as oneValue } from '../../../words/errors/models/sample.js';
import { groupingOf } from './effects.js';

/** A covariance that may name columns of clusters. */
interface Clustered {
  readonly cluster?: readonly string[] | undefined;
}

/** One dimension of clustering. */
export interface Clustering {
  readonly column: string;
  /** Cluster of each row used, 0 .. count - 1. */
  readonly codes: Int32Array;
  readonly count: number;
}

/** Leaves out rows without a cluster; `use` is the key that names the columns. */
export function clusterRules({ cluster = [] }: Clustered, table: Table, use: string): LedgerRule[] {
  return cluster.flatMap((column) => {
    const labels = findColumn(table, column, use);
    const name = `${column} (cluster)`;
    if (labels.kind === 'number') {
      return allFinite(labels.values) ? [] : [presentRule(name, labels.values)];
    }
    const keep = Uint8Array.from(labels.values, (value) => Number(value !== ''));
    return [{ ...lossOf('{} missing', name), keep }];
  });
}

/**
 * Numbers the clusters of the rows used, without gaps.
 *
 * @throws IdentificationError `too-few-clusters` if a column has a single value in the sample
 */
export function clusterCodes(
  { cluster = [] }: Clustered,
  table: Table,
  rows: Int32Array,
  use: string,
): Clustering[] {
  return cluster.map((column) => {
    const all = numberedOf(findColumn(table, column, use));
    const { codes, count } = groupingOf({ name: column, ...all }, rows);
    if (count < 2) throw oneCluster(column, use);
    return { column, codes, count };
  });
}

export function oneCluster(column: string, use: string): IdentificationError {
  return new IdentificationError(oneValue({ column }), {
    of: use,
    status: Status.TooFewClusters,
  });
}
