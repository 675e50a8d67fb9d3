import { counted, listed } from '../../../core/text/messages.js';
import { rejects } from '../../../core/numerics/ties.js';
import type { Warning } from '../../../results/common.js';
import type { ChosenOptions } from './options.js';
import { drawnMethods } from './progress.js';

/** Warns if no test of this size exists, as the sample is one of the permutations and replicates. */
export function fewReplicates({ methods, reps }: ChosenOptions, size: number): Warning[] {
  const drawn = methods.filter((method) => drawnMethods.includes(method));
  if (drawn.length === 0 || rejects(1 / (1 + reps), size)) return [];
  const enough = Math.ceil(1 / size);
  const least = (rejects(1 / (enough - 1), size) ? enough - 1 : enough) - 1;
  const message = `${listed(drawn)}: with ${counted(reps, 'replicate')} the smallest p-value is 1 / ${1 + reps}, so no ${Number((100 * size).toFixed(4))}% test exists; draw at least ${least} (--reps)`;
  return [{ code: 'no-test', message }];
}
