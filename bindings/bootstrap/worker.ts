/** The worker's side: one engine, prepared once with the task, then chunk after chunk. */
import workerpool from 'workerpool';
import { loadEngine } from '../core/engine.js';
import { type BootstrapTask, type Chunk, prepare, type Replicator } from './replicator.js';

let replicator: Replicator | undefined;

async function load(module: WebAssembly.Module, task: BootstrapTask): Promise<void> {
  replicator = prepare(await loadEngine(module), task);
}

function run(first: number, count: number) {
  const { values, statuses }: Chunk = replicator!.run(first, count);
  const buffers = [values.buffer, statuses.buffer];
  return new workerpool.Transfer({ first, count, values, statuses }, buffers);
}

workerpool.worker({ load, run });
