import { ReplicateStatus } from '../../generated/codes.js';
import type { PValueMethod } from '../../results/scheme.js';
import type { Replicates } from '../replicates.js';
import type { ByName } from '../../results/common.js';

/** How many replicates are in each tail. */
export interface Tails {
  /** Replicates that count. */
  readonly used: number;
  readonly above: number;
  readonly below: number;
}

/** The p-value of the tails: `ones` is 1 where the sample counts as a replicate. */
export function tailPValue(
  { used, above, below }: Tails,
  method: Exclude<PValueMethod, 'symmetric'>,
  ones = 1,
): number {
  if (method === 'greater') return (ones + above) / (ones + used);
  if (method === 'less') return (ones + below) / (ones + used);
  return Math.min(1, (2 * (ones + Math.min(above, below))) / (ones + used));
}

/** The method of a confidence set, which has two sides whatever the alternative. */
export function twoSidedMethod(method: PValueMethod): PValueMethod {
  return method === 'equal-tail' ? method : 'symmetric';
}

/**
 * p-values of the hypotheses that a coefficient b is 0, from the distribution of b* - b, for which no
 * symmetry is assumed (MacKinnon 2006, Bootstrap methods in econometrics, Economic Record 82, section 2):
 *
 *   greater     (1 + #{b* - b >= b}) / (1 + R), for the null b <= 0
 *   less        (1 + #{b* - b <= b}) / (1 + R), for the null b >= 0
 *   equal-tail  twice the smaller of the two, at most 1
 */
export function tailPValues(
  params: ByName,
  { completed, width, values, statuses }: Replicates,
  method: Exclude<PValueMethod, 'symmetric'>,
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
      return [name, tailPValue({ used, above, below }, method)];
    }),
  );
}
