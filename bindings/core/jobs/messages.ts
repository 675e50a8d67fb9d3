import type { Failure } from './failures.js';

/** A task prepared in one instance of the core. */
export interface Prepared<Chunk> {
  run(first: number, count: number): Chunk;
}

/** A message to a worker: the task of all later chunks, or the request for one chunk. */
export type Request<Task> =
  | { readonly module: WebAssembly.Module; readonly task: Task }
  | { readonly first: number; readonly count: number };

/** A message from a worker: the build of its core once it listens, and then one answer per request, in order. */
export type Reply<Chunk> =
  | { readonly build: string }
  | { readonly loaded: true }
  | { readonly chunk: Chunk; readonly memory: number }
  | { readonly error: string };

export interface Outcomes<Outcome> {
  readonly first: number;
  readonly outcomes: readonly (Outcome | Failure)[];
}
