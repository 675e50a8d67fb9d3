/** Which rows may depend on each other in a covariance: by cluster or by order. */
import type { LedgerRule } from '../../../data/ledger.js';
import type { Table } from '../../../data/table.js';
import { type Clustering, clusterCodes, clusterRules } from './clusters.js';
import type { LinearCovariance } from '../model/model.js';
import { type Calendar, type Order, orderOf, orderRule } from './order.js';

/** The clusters and the order of the rows used. */
export interface Dependence {
  readonly clusters: readonly Clustering[];
  readonly order?: Order | undefined;
}

/** Leaves out rows without a cluster or without a place in the order; `key` is the covariance's key in the model. */
export function dependenceRules(vcov: LinearCovariance, table: Table, key: string): LedgerRule[] {
  return [
    ...clusterRules(vcov, table, `${key}.cluster`),
    ...orderRule(vcov, table, `${key}.order`),
  ];
}

/**
 * The clusters and the order of the rows used (`rows` of the table).
 *
 * @throws IdentificationError `too-few-clusters`; InputError `time-off-grid`, `too-many-periods`
 */
export function dependenceOf(
  vcov: LinearCovariance,
  calendar: Calendar,
  rows: Int32Array,
  key: string,
): Dependence {
  return {
    clusters: clusterCodes(vcov, calendar.table, rows, `${key}.cluster`),
    order: orderOf(vcov, calendar, rows, `${key}.order`),
  };
}
