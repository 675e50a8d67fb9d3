/** The kinds of replicates, by the words of their tasks. */
import type { BootstrapTask } from '../replicator.js';
import { drawnRows } from './drawn-rows.js';
import type { ReplicateKind } from './kind.js';
import { unitMoments } from './unit-moments.js';
import { unitSums } from './unit-sums.js';
import { weightedRows } from './weighted-rows.js';

export const kinds = {
  'unit-moments': unitMoments,
  'unit-sums': unitSums,
  'drawn-rows': drawnRows,
  'weighted-rows': weightedRows,
} satisfies { [Kind in BootstrapTask['kind']]: ReplicateKind<BootstrapTask & { kind: Kind }> };

/** The kind of a task. */
export function kindOf<Task extends BootstrapTask>({ kind }: Task): ReplicateKind<Task> {
  return kinds[kind] as unknown as ReplicateKind<Task>;
}
