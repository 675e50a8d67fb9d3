/** Prepares any bootstrap in an instance of the core, which then serves no other task. */
import type { Engine } from '../core/engine.js';
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
  buffersOf: ({ values, statuses }) => [values.buffer, statuses.buffer],
};
