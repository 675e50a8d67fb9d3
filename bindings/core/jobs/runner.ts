/** Runners of numbered jobs, such as replicates: in a worker or in the calling thread. */
import { newEngine, type Engine } from '../engine/engine.js';
import { giveWay } from '../engine/rest.js';
import type { Prepared } from './study.js';

export interface Runner<Chunk> {
  /** Number of chunks requested at a time; with 2, one waits while the other is computed. */
  readonly depth: 1 | 2;
  run(first: number, count: number): Promise<Chunk>;
}

/** A runner in the calling thread, which lets other work run between chunks. */
export async function localRunner<Task, Chunk>(
  module: WebAssembly.Module,
  task: Task,
  prepare: (engine: Engine, task: Task) => Prepared<Chunk> | Promise<Prepared<Chunk>>,
): Promise<Runner<Chunk>> {
  const prepared = await prepare(await newEngine(module), task);
  return {
    depth: 1,
    async run(first, count) {
      await giveWay();
      return prepared.run(first, count);
    },
  };
}
