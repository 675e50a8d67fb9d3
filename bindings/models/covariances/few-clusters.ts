import type { FewClusters } from '../../words/details/linear.js';
import type { Warning } from '../../results/common.js';
import { estimateWarnings } from '../../words/en/warnings/linear.js';
import { warning } from '../../words/warning.js';

/**
 * With fewer clusters, or units of a dynamic panel, clustered standard errors are doubtful: "42" in Angrist and Pischke
 * (2009), Mostly Harmless Econometrics, section 8.2.3. No number is safe if sizes differ (Cameron and Miller 2015).
 */
export const FEW_CLUSTERS = 42;

/** Warns of few clusters, or few units of a dynamic panel; `remedy` says what else the estimator has. */
export function fewClusters(
  clusters: number,
  column: string,
  remedy: FewClusters['remedy'],
  noun: FewClusters['noun'] = 'cluster',
): Warning[] {
  if (clusters >= FEW_CLUSTERS) return [];
  const detail = { clusters, column, noun, fewerThan: FEW_CLUSTERS, remedy };
  return [warning(estimateWarnings, 'few-clusters', detail)];
}
