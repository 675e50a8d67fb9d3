/**
 * Workers between two runs: the first chunk of a small bootstrap comes 45 ms after its start from a new worker and 8 ms
 * after it from one that was kept. They belong to the process rather than to an object of the caller's, so that every run
 * finds them, and keep no process alive.
 */
import { connect, type Connection } from './connection.js';
import { processors } from './thread.js';

/** Milliseconds after which a worker that no run has taken is ended. */
const IDLE_MS = 10_000;
/** Bytes of memory that an idle worker may hold: what has grown does not shrink. */
const IDLE_MEMORY = 2 ** 26;

/** With what ends them in time. */
const idle = new Map<Connection<unknown>, ReturnType<typeof setTimeout>>();

/** A worker of this script for one run alone. */
export function takeWorker<Chunk>(script: string): Connection<Chunk> {
  const kept = idleOf(script).find(({ free }) => free);
  if (kept === undefined) return connect(script);
  clearTimeout(idle.get(kept));
  idle.delete(kept);
  kept.hold(true);
  return kept as Connection<Chunk>;
}

/**
 * Keeps a worker for the next run, unless it still computes, has failed, is large or there are as many of its script
 * as processors.
 */
export function leaveWorker(worker: Connection<unknown>): void {
  const { script, free, memory } = worker;
  if (!free || memory > IDLE_MEMORY || idleOf(script).length >= processors()) {
    worker.end();
    return;
  }
  worker.hold(false);
  const timer = setTimeout(() => {
    idle.delete(worker);
    worker.end();
  }, IDLE_MS);
  timer.unref?.(); // a number in browsers
  idle.set(worker, timer);
}

function idleOf(script: string): Connection<unknown>[] {
  return [...idle.keys()].filter((worker) => worker.script === script);
}
