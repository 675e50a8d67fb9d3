/** The scheme of a linear bootstrap with its defaults, and the units that it draws. */
import * as wanted from '../../../words/expectations/bootstrap.js';
import { isByRow, isRobust, typeOfWord } from '../../../models/covariances/registry.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { BootstrapOptions } from '../options.js';
import { badOption } from '../../../models/replicates/refusal.js';
import { clusterUnits, orderedUnits, rowUnits, type Units, withClusters } from './units.js';
import type { BootstrapScheme } from '../../../results/bootstrap/scheme.js';

/** What is drawn, in the words of the result, and its units. */
export interface ResolvedScheme {
  readonly scheme: SchemeResult;
  readonly units: Units;
}

/** Keys that each scheme has in addition to those of all schemes. */
const keysOf: Readonly<Record<BootstrapScheme, readonly (keyof BootstrapOptions)[]>> = {
  pairs: [],
  cluster: ['cluster'],
  wild: ['cluster', 'weights', 'imposeNull', 'variant'],
  'wild-cluster': ['cluster', 'subcluster', 'weights', 'imposeNull', 'variant'],
  residual: [],
  block: ['blockLength', 'order'],
  stationary: ['blockLength', 'order'],
};

/**
 * Resolves the scheme of the options, or the default one, and its units among the rows of the estimate.
 *
 * @throws InputError `no-bootstrap` if the rows do not have such units, `bad-value` for keys of other schemes
 */
export function resolveScheme(context: LinearFit, options: BootstrapOptions): ResolvedScheme {
  const scheme = options.scheme ?? defaultScheme(context, options);
  checkKeys(context, scheme, options);
  const { rows } = context;
  switch (scheme) {
    case 'cluster': {
      const cluster = clusterColumn(context, options);
      const units = clusterUnits(rows, cluster);
      return { units, scheme: { scheme, cluster, units: units.count } };
    }
    case 'wild':
    case 'wild-cluster': {
      const { subcluster } = options;
      const cluster = scheme === 'wild' ? options.cluster : clusterColumn(context, options);
      const units = wildUnits(rows, { scheme, cluster, subcluster });
      const clusters = units.clusters?.count;
      const described = { scheme, cluster, subcluster, units: units.count, clusters };
      return { units, scheme: describeWild(described, options) };
    }
    case 'pairs':
    case 'residual': {
      const units = rowUnits(rows);
      return { units, scheme: { scheme, units: units.count } };
    }
    default: {
      const order = orderColumn(context, options);
      const units = orderedUnits(rows, order);
      const blockLength = options.blockLength ?? defaultLength(units.count);
      if (blockLength >= units.count) {
        throw badOption('blockLength', wanted.fewerThanRows({ rows: units.count }), blockLength);
      }
      return { units, scheme: { scheme, order, blockLength, units: units.count } };
    }
  }
}

/** What shares a multiplier, in the clusters of the variance. */
function wildUnits(
  rows: LinearFit['rows'],
  { scheme, cluster, subcluster }: Pick<SchemeResult, 'scheme' | 'cluster' | 'subcluster'>,
): Units {
  if (cluster === undefined) return rowUnits(rows);
  const clusters = clusterUnits(rows, cluster);
  if (scheme === 'wild') return withClusters(rowUnits(rows), clusters, { cluster, subcluster: '' });
  if (subcluster === undefined) return clusters;
  const units = clusterUnits(rows, subcluster, 'bootstrap', 'subcluster');
  return withClusters(units, clusters, { cluster, subcluster });
}

function describeWild(
  drawn: SchemeResult & { readonly units: number },
  { weights = 'rademacher', imposeNull = true, variant = '11', reps }: BootstrapOptions,
): SchemeResult {
  const { scheme, cluster, subcluster, units, clusters } = drawn;
  const enumerated = weights === 'rademacher' && units < 31 && 2 ** units <= reps;
  const common = {
    scheme,
    ...(cluster !== undefined && { cluster }),
    ...(subcluster !== undefined && { subcluster }),
    weights,
    imposeNull,
    variant,
  };
  return { ...common, units, ...(clusters !== undefined && { clusters }), enumerated };
}

/** The default is `cluster` if the options or the model name clusters, or if the model has units. */
function defaultScheme(context: LinearFit, options: BootstrapOptions): BootstrapScheme {
  const { vcov, panel } = context.model;
  const { type = 'unadjusted' } = context.moments?.weight ?? {};
  if (isRobust({ type }) && isByRow(typeOfWord(type, false)!)) return 'pairs';
  const clustered = options.cluster ?? vcov.cluster ?? panel;
  return clustered === undefined ? 'pairs' : 'cluster';
}

function checkKeys(
  { moments }: LinearFit,
  scheme: BootstrapScheme,
  options: BootstrapOptions,
): void {
  const all = new Set(Object.values(keysOf).flat());
  for (const key of all) {
    const value = options[key];
    if (value === undefined || keysOf[scheme].includes(key)) continue;
    throw badOption(key, wanted.nothingWithScheme({ scheme }), value);
  }
  if (options.recenter !== undefined && moments === undefined) {
    throw badOption('recenter', wanted.nothingOfGmm(), options.recenter);
  }
}

function clusterColumn(context: LinearFit, { cluster }: BootstrapOptions): string {
  const { vcov, panel } = context.model;
  if (cluster !== undefined) return cluster;
  const weighted = context.moments?.weight.cluster;
  if (weighted?.length === 1) return weighted[0]!;
  if (vcov.cluster?.length === 1) return vcov.cluster[0]!;
  if (vcov.cluster !== undefined) {
    const clusters = vcov.cluster.join(', ');
    throw badOption('cluster', wanted.oneColumnOfClusters(), clusters);
  }
  if (panel !== undefined) return panel.unit;
  throw badOption('cluster', wanted.drawnColumn(), 'nothing');
}

function orderColumn({ model }: LinearFit, { order }: BootstrapOptions): string {
  const column = order ?? model.vcov.order ?? model.panel?.time;
  if (column !== undefined) return column;
  throw badOption('order', wanted.orderingColumn(), 'nothing');
}

/** Smallest whole number not below n^(1/3). This rate minimises the error of variances. */
function defaultLength(n: number): number {
  let length = 1;
  while (length * length * length < n) length += 1;
  return length;
}
