/** p-values of several hypotheses from the joint distribution of their statistics. */
import { ascending } from './adjustments.js';

/** One list of sizes for each hypothesis: those of the sample, and those of the replicates; larger is further from the null. */
export interface JointDraws {
  readonly sizes: readonly number[];
  readonly draws: readonly Float64Array[];
}

/**
 * Step-down p-values (Westfall and Young, 1993; Romano and Wolf, 2005). From the largest statistic down, the i-th has
 *
 *   p = (1 + #{max over the statistics not yet passed of s* >= s_i}) / (1 + R)
 *
 * and is not below the one before.
 */
export function stepDown({ sizes, draws }: JointDraws): number[] {
  const reps = draws[0]?.length ?? 0;
  const order = ascending(sizes);
  const largest = new Float64Array(reps).fill(-Infinity);
  const raw = new Array<number>(sizes.length);
  // From the smallest up, the maximum over the hypotheses so far is that over those not yet passed.
  for (const place of order) {
    const draw = draws[place]!;
    let beyond = 0;
    for (let r = 0; r < reps; r++) {
      if (draw[r]! > largest[r]!) largest[r] = draw[r]!;
      if (largest[r]! >= sizes[place]!) beyond++;
    }
    raw[place] = (1 + beyond) / (1 + reps);
  }
  const out = new Array<number>(sizes.length);
  let highest = 0;
  for (const place of order.reverse()) {
    highest = Math.max(highest, raw[place]!);
    out[place] = highest;
  }
  return out;
}

/** The p-value of each hypothesis alone. */
export function singleP({ sizes, draws }: JointDraws): number[] {
  return sizes.map((size, place) => {
    const beyond = draws[place]!.reduce((count, value) => count + (value >= size ? 1 : 0), 0);
    return (1 + beyond) / (1 + draws[place]!.length);
  });
}
