import { IdentificationError } from '../../core/errors.js';
import { Status } from '../../core/status.js';
import {
  findColumn,
  type LedgerRule,
  levelsOf,
  presentRule,
  type Table,
} from '../../data/index.js';
import type { LinearCovariance } from './model.js';

/** One dimension of clustering. */
export interface Clustering {
  readonly column: string;
  /** Cluster of each row used, 0 .. count - 1. */
  readonly codes: Int32Array;
  readonly count: number;
}

const use = 'vcov.cluster';

/** Rows that belong to no cluster are left out. */
export function clusterRules({ cluster = [] }: LinearCovariance, table: Table): LedgerRule[] {
  return cluster.map((column) => {
    const found = findColumn(table, column, use);
    const name = `${column} (cluster)`;
    if (found.kind === 'number') return presentRule(name, found.values);
    const keep = Uint8Array.from(found.values, (value) => Number(value !== ''));
    return { reason: `${name} missing`, keep };
  });
}

/**
 * The clusters of the rows used, numbered without gaps.
 *
 * @throws IdentificationError `too-few-clusters` where a column has one value in the sample
 */
export function clusterCodes(
  { cluster = [] }: LinearCovariance,
  table: Table,
  rows: Int32Array,
): Clustering[] {
  return cluster.map((column) => {
    const { codes, names } = levelsOf(findColumn(table, column, use));
    const numbers = new Int32Array(names.length).fill(-1);
    let count = 0;
    const own = rows.map((row) => {
      const code = codes[row]!;
      if (numbers[code] === -1) numbers[code] = count++;
      return numbers[code]!;
    });
    if (count < 2) throw oneCluster(column);
    return { column, codes: own, count };
  });
}

function oneCluster(column: string): IdentificationError {
  return new IdentificationError(
    'too-few-clusters',
    `${use}: column "${column}" has one value in the sample; expected at least two clusters`,
    { column },
    Status.TooFewClusters,
  );
}
