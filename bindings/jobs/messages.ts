import type { Failure } from './failures.js';

/** A task prepared in one instance of the core. */
export interface Prepared<Chunk> {
  run(first: number, count: number): Chunk;
}

/** What a worker is told: a task for all later chunks, or to compute a chunk of it. */
export type Request<Task> =
  | { readonly module: WebAssembly.Module; readonly task: Task }
  | { readonly first: number; readonly count: number };

/** What it says: that it listens, and then one answer a chunk, in their order. */
export type Reply<Chunk> =
  'ready' | { readonly chunk: Chunk; readonly memory: number } | { readonly error: string };

export interface Outcomes<Outcome> {
  readonly first: number;
  readonly outcomes: readonly (Outcome | Failure)[];
}
