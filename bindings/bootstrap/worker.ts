/** The worker's side: one engine, prepared once with the task, then chunk after chunk. */
import workerpool from 'workerpool';
import { loadEngine } from '../core/engine.js';
import { type InversionChunk, type InversionTask, prepareInversion } from './linear/inversion.js';
import { prepareTask } from './prepared.js';
import type { BootstrapTask, Chunk } from './replicator.js';
import type { Prepared } from './runner.js';

let prepared: Prepared<Chunk | InversionChunk> | undefined;

async function load(module: WebAssembly.Module, task: BootstrapTask | InversionTask) {
  const engine = await loadEngine(module);
  prepared = task.kind === 'inversion' ? prepareInversion(engine, task) : prepareTask(engine, task);
}

function run(first: number, count: number) {
  const chunk = prepared!.run(first, count);
  const buffers = 'values' in chunk ? [chunk.values.buffer, chunk.statuses.buffer] : [];
  return new workerpool.Transfer(chunk, buffers);
}

workerpool.worker({ load, run });
