/** Runners of numbered jobs, such as replicates: in a worker or in the calling thread. */
import { newEngine, type Engine } from '../engine/engine.js';
import { giveWay } from '../engine/rest.js';
import type { Computed, Prepared } from './study.js';

/** The right to have one chunk computed: it is used or passed on. */
export interface Turn<Chunk> {
  run(first: number, count: number): Promise<Computed<Chunk>>;
  pass(): void;
}

export interface Runner<Chunk> {
  /** Number of turns to ask for at a time; with 2, one chunk waits while the other is computed. */
  readonly depth: 1 | 2;
  /** Resolves when the thread can take a chunk. Rejects if it ended and no other takes its place. */
  turn(): Promise<Turn<Chunk>>;
}

/** A runner in the calling thread, which lets other work run between chunks. */
export async function localRunner<Task, Chunk>(
  module: WebAssembly.Module,
  task: Task,
  prepare: (engine: Engine, task: Task) => Prepared<Chunk> | Promise<Prepared<Chunk>>,
): Promise<Runner<Chunk>> {
  const prepared = await prepare(await newEngine(module), task);
  const run = async (first: number, count: number) => {
    const start = performance.now();
    const chunk = prepared.run(first, count);
    return { chunk, ms: performance.now() - start };
  };
  const turn = { run, pass: () => undefined };
  return {
    depth: 1,
    async turn() {
      await giveWay();
      return turn;
    },
  };
}
