/** Warnings about bootstraps with few clusters, apart from those about estimates: pages of estimates do not load them. */
import type { DrawnWarnings, FewDrawnClusters } from '../../../details/linear.js';
import { counted } from '../../../text/messages.js';
import type { Sentences } from '../../../warning.js';

export const drawnWarnings: Sentences<DrawnWarnings> = { 'few-clusters': fewDrawn };

function fewDrawn({ clusters, column, fewerThan, scheme, draws }: FewDrawnClusters): string {
  const those = `${counted(clusters, 'cluster')} of ${column}`;
  return scheme === 'wild-cluster'
    ? `with ${those} there are ${draws} sign vectors, so p-values are multiples of 2 / ${draws}; with fewer than ${fewerThan} clusters use Webb weights (--multipliers webb)`
    : `${those} ${clusters === 1 ? 'gives' : 'give'} only ${draws} distinct resamples, so the bootstrap is unreliable; with fewer than ${fewerThan} clusters use the wild cluster bootstrap with Webb weights (--scheme wild-cluster --multipliers webb)`;
}
