/** Prepares any bootstrap in an instance of the core, which then does no other task. */
import type { Engine } from '../../core/engine/engine.js';
import type { Resampler } from './replicates.js';
import { prepareGiven } from './prepare-given.js';
import { prepareRebuilt } from './rebuilt/resampler.js';
import type { BootstrapTask } from './replicator.js';
import { studyOf } from './study.js';
import { prepareWeighted } from './tasks/weighted-replicates.js';

export function prepareTask(engine: Engine, task: BootstrapTask): Resampler {
  if (task.kind === 'weighted') return prepareWeighted(engine, task);
  const { rebuild } = task;
  if (rebuild !== undefined) return prepareRebuilt(engine, { ...task, rebuild }, prepareGiven);
  return prepareGiven(engine, task);
}

/** Replicates of any bootstrap. */
export const replicateStudy = studyOf(prepareTask);
