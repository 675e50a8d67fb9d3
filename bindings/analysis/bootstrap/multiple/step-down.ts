/** p-values of several hypotheses from the joint distribution of their statistics. */
import { ascending } from './adjustments.js';

/** Absolute statistics of several hypotheses on one scale, on which a larger value is further from the null. */
export interface JointDraws {
  /** For each hypothesis, the smallest value that is as extreme as the sample. */
  readonly bounds: readonly number[];
  /** For each hypothesis, its values in the draws. */
  readonly draws: readonly Float64Array[];
  /** True if the draws are all possible ones, so that the sample is one of them. */
  readonly enumerated: boolean;
}

/**
 * Step-down p-values (Westfall and Young, 1993; Romano and Wolf, 2005). From the largest statistic down, the i-th has
 *
 *   p = (1 + #{max over the statistics not yet passed of s* >= s_i}) / (1 + R)
 *
 * or the plain share if the draws are enumerated, and is never below the one before.
 */
export function stepDown({ bounds, draws, enumerated }: JointDraws): number[] {
  const reps = draws[0]?.length ?? 0;
  const order = ascending(bounds);
  const largest = new Float64Array(reps).fill(-Infinity);
  const raw = new Array<number>(bounds.length);
  // From the smallest up: the maximum over the hypotheses so far is the maximum over those not yet passed.
  for (const place of order) {
    const draw = draws[place]!;
    let beyond = 0;
    for (let r = 0; r < reps; r++) {
      if (draw[r]! > largest[r]!) largest[r] = draw[r]!;
      if (largest[r]! >= bounds[place]!) beyond++;
    }
    raw[place] = shareOf(beyond, reps, enumerated);
  }
  const out = new Array<number>(bounds.length);
  let highest = 0;
  for (const place of order.reverse()) {
    highest = Math.max(highest, raw[place]!);
    out[place] = highest;
  }
  return out;
}

/** The p-value of each hypothesis by itself. */
export function singleP({ bounds, draws, enumerated }: JointDraws): number[] {
  return bounds.map((bound, place) => {
    const beyond = draws[place]!.reduce((count, value) => count + (value >= bound ? 1 : 0), 0);
    return shareOf(beyond, draws[place]!.length, enumerated);
  });
}

function shareOf(beyond: number, reps: number, enumerated: boolean): number {
  return enumerated ? beyond / reps : (1 + beyond) / (1 + reps);
}
