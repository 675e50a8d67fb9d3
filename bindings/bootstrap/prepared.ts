/** Prepares any bootstrap in an instance of the core, which then serves no other task. */
import type { Engine } from '../core/engine.js';
import { ReplicateStatus } from '../generated/codes.js';
import type { Range } from '../jobs/queue.js';
import { rowsRange } from '../jobs/rows-range.js';
import type { Study } from '../jobs/study.js';
import { type Chunk, isStatus, type Resampler } from './chunk.js';
import { type BootstrapTask, prepare } from './replicator.js';
import { prepareRebuilt } from './rebuilt/resampler.js';
import { prepareRows } from './tasks/refit-rows.js';

export function prepareTask(engine: Engine, task: BootstrapTask): Resampler {
  const { rebuild } = task;
  if (rebuild !== undefined) return prepareRebuilt(engine, { ...task, rebuild }, prepareTask);
  return task.kind === 'rows' ? prepareRows(engine, task) : prepare(engine, task);
}

/** Replicates of a bootstrap. */
export const replicateStudy: Study<BootstrapTask, Chunk> = {
  kinds: ['dpd', 'linear', 'rows'],
  prepare: prepareTask,
  rangeOf: replicatesRange,
  buffersOf: ({ values, statuses }) => [values.buffer, statuses.buffer],
};

/** The jobs of a chunk whose statuses are those of the core, and whose failed replicates have no numbers. */
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
