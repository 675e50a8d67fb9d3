/** Prepares a bootstrap in an instance of the core, which then does no other task. */
import type { Engine } from '../../core/engine/engine.js';
import { kindOf } from './kinds/registry.js';
import type { Resampler } from './replicates.js';
import type { BootstrapTask } from './replicator.js';
import type { RebuiltTask } from './rebuilt/resampler.js';

/** Prepares any bootstrap. Parts that only a few models need are loaded first. */
export function prepareAny(engine: Engine, task: BootstrapTask): Resampler | Promise<Resampler> {
  const { rebuild } = task;
  return rebuild === undefined
    ? kindOf(task).prepare(engine, task)
    : prepareLater(engine, { ...task, rebuild });
}

async function prepareLater(engine: Engine, task: RebuiltTask): Promise<Resampler> {
  const { prepareRebuilt } = await import('./rebuilt/resampler.js');
  return prepareRebuilt(engine, task);
}
