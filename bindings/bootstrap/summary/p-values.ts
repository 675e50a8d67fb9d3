import { ReplicateStatus } from '../../generated/codes.js';
import type { Replicates } from '../replicates.js';
import type { ByName } from '../../results/common.js';

/**
 * p-values of the hypotheses that a coefficient b is 0, from the distribution of b* - b, for which no
 * symmetry is assumed (MacKinnon 2006, Bootstrap methods in econometrics, Economic Record 82, section 2):
 *
 *   2 min(1 + #{b* - b >= b}, 1 + #{b* - b <= b}) / (1 + R), at most 1
 */
export function equalTailPValues(
  params: ByName,
  { completed, width, values, statuses }: Replicates,
): ByName {
  return Object.fromEntries(
    Object.entries(params).map(([name, estimate], j) => {
      let used = 0;
      let above = 0;
      let below = 0;
      for (let r = 0; r < completed; ++r) {
        const distance = values[r * width + j]! - estimate;
        if ((statuses[r]! & ReplicateStatus.bits) !== 0 || Number.isNaN(distance)) continue;
        used += 1;
        if (distance >= estimate) above += 1;
        if (distance <= estimate) below += 1;
      }
      return [name, Math.min(1, (2 * (1 + Math.min(above, below))) / (1 + used))];
    }),
  );
}
