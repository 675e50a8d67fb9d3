/** Replicates that estimate all rows, weighted by how often their units are drawn. Their code is loaded on use. */
import type { WeightedTask } from '../tasks/weighted.js';
import type { ReplicateKind } from './kind.js';

export const weightedRows = {
  isSlow: true,
  async prepare(engine, task) {
    const { prepareWeighted } = await import('../tasks/weighted-replicates.js');
    return prepareWeighted(engine, task);
  },
  coefficients: (task) => task,
  inputs: ({ units }) => ({ ...units }),
} satisfies ReplicateKind<WeightedTask>;
