import { counted } from '../core/text/messages.js';
import type { Warning } from '../results/common.js';

/**
 * With fewer clusters, or units of a dynamic panel, clustered standard errors are doubtful: "42" in Angrist and Pischke
 * (2009), Mostly Harmless Econometrics, section 8.2.3. No number is safe if sizes differ (Cameron and Miller 2015).
 */
export const FEW_CLUSTERS = 42;

/** Warns of few clusters; `noun` says what they are, and `remedies` what else the estimator has. */
export function fewClusters(
  n: number,
  column: string,
  { noun = 'cluster', remedies }: { readonly noun?: string; readonly remedies: string },
): Warning[] {
  if (n >= FEW_CLUSTERS) return [];
  const message = `with ${counted(n, noun)} of ${column}, fewer than ${FEW_CLUSTERS}, clustered standard errors tend to be too small and tests reject too often; compare with ${remedies}`;
  return [{ code: 'few-clusters', message }];
}
