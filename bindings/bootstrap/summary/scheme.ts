/** Defaults and warnings that follow from a scheme alone. */
import type { SchemeResult } from '../../results/fit.js';
import type { IntervalMethod } from '../../results/scheme.js';
import type { Warning } from '../../results/common.js';

/** With fewer clusters there are too few draws or signs to approximate a distribution (Webb 2023). */
const FEW = 12;

/** True for schemes that multiply residuals and test hypotheses. */
export function isWild({ scheme }: SchemeResult): boolean {
  return scheme === 'wild' || scheme === 'wild-cluster';
}

export function defaultIntervals(scheme: SchemeResult): readonly IntervalMethod[] {
  return isWild(scheme) ? ['inverted'] : ['percentile'];
}

/** Warns of few clusters and says what to do; returns nothing if that is done already. */
export function fewClusters({ scheme, cluster, weights, units = FEW }: SchemeResult): Warning[] {
  if (units >= FEW || cluster === undefined) return [];
  if (scheme === 'wild-cluster' && weights !== 'rademacher') return [];
  const clusters = `with ${units} clusters of ${cluster}`;
  const message =
    scheme === 'wild-cluster'
      ? `${clusters} there are ${2 ** units} sign vectors, so p-values are multiples of 2 / ${2 ** units}; with fewer than ${FEW} clusters use weights webb`
      : `${clusters} the bootstrap is unreliable; with fewer than ${FEW} clusters use scheme wild-cluster with weights webb`;
  return [{ code: 'few-clusters', message }];
}
