import type { Engine } from '../../core/engine/engine.js';
import { ReplicateStatus } from '../../generated/codes.js';
import { type Range, rowsRange } from '../../core/jobs/ranges.js';
import type { Study } from '../../core/jobs/study.js';
import { type Chunk, isStatus, type Resampler } from './replicates.js';
import type { BootstrapTask } from './replicator.js';

/** Replicates of a bootstrap, of the tasks that `prepare` knows. */
export function studyOf(
  prepare: (engine: Engine, task: BootstrapTask) => Resampler | Promise<Resampler>,
): Study<BootstrapTask, Chunk> {
  return {
    kinds: ['unit-moments', 'unit-sums', 'drawn-rows', 'weighted-rows'],
    prepare,
    rangeOf: replicatesRange,
    buffersOf: ({ values, statuses }) => [values.buffer, statuses.buffer],
  };
}

/** Checks that the jobs of a chunk have statuses of the core, and that failed replicates have no numbers. */
function replicatesRange(chunk: unknown): Range | undefined {
  const range = rowsRange(chunk, ['values', 'statuses']);
  if (range === undefined) return undefined;
  const { count, values, statuses } = chunk as Chunk;
  if (!(values instanceof Float64Array) || statuses.length !== count) return undefined;
  const width = values.length / count;
  const isReplicate = (status: number, r: number) =>
    isStatus(status) &&
    ((status & ReplicateStatus.bits) === 0 ||
      values.subarray(r * width, (r + 1) * width).every(Number.isNaN));
  return statuses.every(isReplicate) ? range : undefined;
}
