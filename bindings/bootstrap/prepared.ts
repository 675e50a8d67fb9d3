/** Any bootstrap prepared in one instance of the core, which serves no other task. */
import type { Engine } from '../core/engine.js';
import { type BootstrapTask, prepare } from './replicator.js';
import { prepareRows } from './tasks/refit-rows.js';
import type { Resampler } from './chunk.js';

export function prepareTask(engine: Engine, task: BootstrapTask): Resampler {
  return task.kind === 'rows' ? prepareRows(engine, task) : prepare(engine, task);
}
