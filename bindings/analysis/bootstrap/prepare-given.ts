/** Prepares a bootstrap in an instance of the core, which then serves no other task. `prepared.ts` does it at once. */
import type { Engine } from '../../core/engine/engine.js';
import type { Resampler } from './chunk.js';
import type { Rebuild } from './tasks/rebuild.js';
import { type BootstrapTask, prepare } from './replicator.js';
import { prepareRows } from './tasks/refit-rows.js';

/** Prepares a bootstrap of the data as they are, whose replicates build no index again. */
export function prepareGiven(engine: Engine, task: BootstrapTask): Resampler {
  return task.kind === 'rows' ? prepareRows(engine, task) : prepare(engine, task);
}

/** Prepares any bootstrap. What builds indices again is loaded first, as few models have one. */
export function prepareAny(engine: Engine, task: BootstrapTask): Resampler | Promise<Resampler> {
  const { rebuild } = task;
  return rebuild === undefined
    ? prepareGiven(engine, task)
    : prepareLater(engine, { ...task, rebuild });
}

async function prepareLater(
  engine: Engine,
  task: BootstrapTask & { readonly rebuild: Rebuild },
): Promise<Resampler> {
  const { prepareRebuilt } = await import('./rebuilt/resampler.js');
  return prepareRebuilt(engine, task, prepareGiven);
}
