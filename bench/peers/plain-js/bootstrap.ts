/** Bootstrap of two-step GMM in plain JavaScript: units are drawn with replacement. */
import { drawUnits } from '../../random.js';
import type { Blocks } from './blocks.js';
import type { Loops } from './loops.js';
import { createWorkspace, twoStep } from './two-step.js';

export interface Replicates {
  /** reps x k, two-step coefficients; NaN if a replicate failed. */
  readonly beta: Float64Array;
  /** Hansen's J of each replicate. */
  readonly j: Float64Array;
  readonly failed: number;
}

/** `reps` replicates; the number of a replicate and the seed determine its draws. */
export function bootstrapBlocks(
  blocks: Blocks,
  reps: number,
  seed: number,
  loops: Loops,
): Replicates {
  const { n, k } = blocks;
  const work = createWorkspace(blocks);
  const draws = new Int32Array(n);
  const weights = new Float64Array(n);
  const beta = new Float64Array(reps * k).fill(NaN);
  const j = new Float64Array(reps);
  let failed = 0;
  for (let r = 0; r < reps; r++) {
    drawUnits(draws, seed, r);
    weights.fill(0);
    for (let d = 0; d < n; d++) weights[draws[d]!]! += 1;
    j[r] = twoStep(blocks, weights, work, loops);
    if (Number.isNaN(j[r])) failed++;
    else beta.set(work.beta2, r * k);
  }
  return { beta, j, failed };
}
