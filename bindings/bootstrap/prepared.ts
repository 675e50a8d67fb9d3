/** Prepares any bootstrap in an instance of the core, which then serves no other task. */
import { isKeyed } from '../core/arguments.js';
import type { Engine } from '../core/engine.js';
import type { Range } from '../jobs/queue.js';
import type { Study } from '../jobs/study.js';
import type { Chunk, Resampler } from './chunk.js';
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

function replicatesRange(chunk: unknown): Range | undefined {
  if (!isKeyed(chunk)) return undefined;
  const { first, count, values, statuses } = chunk as Readonly<Record<keyof Chunk, unknown>>;
  if (!(values instanceof Float64Array) || !(statuses instanceof Int32Array)) return undefined;
  if (!Number.isSafeInteger(first) || count !== statuses.length) return undefined;
  return { first: first as number, end: (first as number) + statuses.length };
}
