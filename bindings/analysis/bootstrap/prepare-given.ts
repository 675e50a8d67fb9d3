/**
 * Prepares a bootstrap in an instance of the core, which then does no other task. `prepared.ts` prepares at once,
 * without loading parts.
 */
import type { Engine } from '../../core/engine/engine.js';
import type { Resampler } from './replicates.js';
import type { Rebuild } from './tasks/rebuild.js';
import { type BootstrapTask, type GivenTask, prepare } from './replicator.js';
import type { WeightedTask } from './tasks/weighted.js';
import { prepareRows } from './tasks/refit-rows.js';

/** Prepares a bootstrap of unchanged data; its replicates do not build indices again. */
export function prepareGiven(engine: Engine, task: GivenTask): Resampler {
  return task.kind === 'rows' ? prepareRows(engine, task) : prepare(engine, task);
}

/** Prepares any bootstrap. Parts that only a few models need are loaded first. */
export function prepareAny(engine: Engine, task: BootstrapTask): Resampler | Promise<Resampler> {
  if (task.kind === 'weighted') return prepareWeightedLater(engine, task);
  const { rebuild } = task;
  return rebuild === undefined
    ? prepareGiven(engine, task)
    : prepareLater(engine, { ...task, rebuild });
}

async function prepareWeightedLater(engine: Engine, task: WeightedTask): Promise<Resampler> {
  const { prepareWeighted } = await import('./tasks/weighted-replicates.js');
  return prepareWeighted(engine, task);
}

async function prepareLater(
  engine: Engine,
  task: GivenTask & { readonly rebuild: Rebuild },
): Promise<Resampler> {
  const { prepareRebuilt } = await import('./rebuilt/resampler.js');
  return prepareRebuilt(engine, task, prepareGiven);
}
