/**
 * Which rows may depend on each other under a covariance: by cluster, by order, or by columns that only the covariance
 * reads.
 */
import { type LedgerRule, presentRule } from '../../../data/ledger.js';
import { finiteColumn, type Table } from '../../../data/table.js';
import { extraEntries } from '../../covariances/registry.js';
import { type Clustering, clusterCodes, clusterRules } from './clusters.js';
import type { LinearCovariance } from '../model/model.js';
import { type Calendar, type Order, orderOf, orderRule } from './order.js';

/** The clusters and the order of the rows used. */
export interface Dependence {
  readonly clusters: readonly Clustering[];
  readonly order?: Order | undefined;
  /** Columns that only the covariance reads, such as coordinates. */
  readonly columns?: readonly Float64Array[] | undefined;
}

/**
 * Leaves out rows without a cluster, a place in the order, or a value in a column that the covariance reads; `key` is
 * the covariance's key in the model.
 */
export function dependenceRules(vcov: LinearCovariance, table: Table, key: string): LedgerRule[] {
  return [
    ...clusterRules(vcov, table, `${key}.cluster`),
    ...orderRule(vcov, table, `${key}.order`),
    ...extraEntries<string>(vcov, 'columns').map(([name, column]) =>
      presentRule(`${column} (${name})`, finiteColumn(table, column, `${key}.${name}`)),
    ),
  ];
}

/**
 * What the covariance reads of the rows used (`rows` of the table).
 *
 * @throws IdentificationError `too-few-clusters`; InputError `time-off-grid`, `too-many-periods`
 */
export function dependenceOf(
  vcov: LinearCovariance,
  calendar: Calendar,
  rows: Int32Array,
  key: string,
): Dependence {
  const { table } = calendar;
  const columns = extraEntries<string>(vcov, 'columns').map(([name, column]) => {
    const values = finiteColumn(table, column, `${key}.${name}`);
    return Float64Array.from(rows, (row) => values[row]!);
  });
  return {
    ...(columns.length > 0 && { columns }),
    clusters: clusterCodes(vcov, table, rows, `${key}.cluster`),
    order: orderOf(vcov, calendar, rows, `${key}.order`),
  };
}
