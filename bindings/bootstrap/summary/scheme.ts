/** What follows from a scheme alone. */
import type { SchemeResult } from '../../results/fit.js';
import type { IntervalMethod } from '../../results/scheme.js';
import type { Warning } from '../../results/common.js';

/** Clusters below which draws and signs are too few to tell distributions apart (Webb 2023). */
const FEW = 12;

/** Whether residuals are multiplied, and hypotheses tested. */
export function isWild({ scheme }: SchemeResult): boolean {
  return scheme === 'wild' || scheme === 'wild-cluster';
}

export function defaultIntervals(scheme: SchemeResult): readonly IntervalMethod[] {
  return isWild(scheme) ? ['inverted'] : ['percentile'];
}

/** What to do about few clusters; nothing where there are enough, or where it is done. */
export function fewClusters({ scheme, cluster, weights, units = FEW }: SchemeResult): Warning[] {
  if (units >= FEW || cluster === undefined) return [];
  if (scheme === 'wild-cluster' && weights !== 'rademacher') return [];
  const clusters = `${units} clusters of ${cluster}`;
  const message =
    scheme === 'wild-cluster'
      ? `${clusters} have ${2 ** units} sign vectors, and p-values no finer than 2 / ${2 ** units}; with fewer than ${FEW} clusters take weights webb`
      : `resamples of ${clusters} say little of their distribution; with fewer than ${FEW} clusters take scheme wild-cluster with weights webb`;
  return [{ code: 'few-clusters', message }];
}
