/** The worker of bootstraps: replicates of one, or confidence sets that invert its tests. */
import type { Engine } from '../core/engine.js';
import {
  type InversionChunk,
  type InversionTask,
  prepareInversion,
} from '../bootstrap/invert-tests.js';
import { prepareTask } from '../bootstrap/prepared.js';
import type { BootstrapTask } from '../bootstrap/replicator.js';
import { serve } from '../jobs/workers/serve.js';
import type { Chunk } from '../bootstrap/chunk.js';
import type { Prepared } from '../jobs/messages.js';

function prepare(
  engine: Engine,
  task: BootstrapTask | InversionTask,
): Prepared<Chunk | InversionChunk> {
  return task.kind === 'inversion' ? prepareInversion(engine, task) : prepareTask(engine, task);
}

serve(prepare, (chunk) => ('values' in chunk ? [chunk.values.buffer, chunk.statuses.buffer] : []));
