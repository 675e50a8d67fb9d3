import { rejects } from '../../../core/numerics/ties.js';
import type { Warning } from '../../../results/common.js';
import type { ChosenOptions } from './options.js';
import { drawnMethods } from './progress.js';
import { resampledTestWarnings } from '../../../words/en/warnings/bootstraps/tests.js';
import { warning } from '../../../words/warning.js';

/** Warns if no test of this size exists, because the sample counts as one of the permutations or replicates. */
export function fewReplicates({ methods, reps }: ChosenOptions, size: number): Warning[] {
  const drawn = methods.filter((method) => drawnMethods.includes(method));
  if (drawn.length === 0 || rejects(1 / (1 + reps), size)) return [];
  const enough = Math.ceil(1 / size);
  const least = (rejects(1 / (enough - 1), size) ? enough - 1 : enough) - 1;
  const detail = { of: 'replicates', methods: drawn, replicates: reps, size, least } as const;
  return [warning(resampledTestWarnings, 'no-test', detail)];
}
