/** Prepares any bootstrap at once in an instance of the core, which then does no other task. */
import type { Engine } from '../../core/engine/engine.js';
import { kinds } from './kinds/registry.js';
import { prepareRebuilt } from './rebuilt/resampler.js';
import type { Resampler } from './replicates.js';
import type { BootstrapTask } from './replicator.js';
import { studyOf } from './study.js';
import { prepareWeighted } from './tasks/weighted-replicates.js';

/** The kinds with the code that others load on use. */
const preparations = { ...kinds, 'weighted-rows': { prepare: prepareWeighted } };

export function prepareTask(engine: Engine, task: BootstrapTask): Resampler {
  const { rebuild } = task;
  if (rebuild !== undefined) return prepareRebuilt(engine, { ...task, rebuild });
  const { prepare } = preparations[task.kind] as {
    prepare: (engine: Engine, task: BootstrapTask) => Resampler;
  };
  return prepare(engine, task);
}

/** Replicates of any bootstrap. */
export const replicateStudy = studyOf(prepareTask);
