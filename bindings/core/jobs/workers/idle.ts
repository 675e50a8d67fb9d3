/**
 * Workers kept between runs. The first chunk of a small bootstrap arrives after 45 ms from a new worker and after 8
 * ms from a kept one. They belong to the process, so every run finds them, and they do not keep it alive.
 */
import { processors } from '../processors.js';
import { connect, type Connection } from './connection.js';
import type { Script } from './script.js';

/** Milliseconds after which an idle worker ends. */
const IDLE_MS = 10_000;
/** Most bytes of memory that an idle worker may hold; WebAssembly memory never shrinks. */
const IDLE_MEMORY = 2 ** 26;

/** Each idle worker with the timer that ends it. */
const idle = new Map<Connection<unknown>, ReturnType<typeof setTimeout>>();

/** A worker of this script, reserved for one run. */
export function takeWorker<Chunk>(script: Script): Connection<Chunk> {
  const kept = idleOf(script.name).find(({ free }) => free);
  if (kept === undefined) return connect(script);
  clearTimeout(idle.get(kept));
  idle.delete(kept);
  kept.hold(true);
  return kept as Connection<Chunk>;
}

/**
 * Keeps a worker for the next run. It ends instead if it is busy, has failed, holds too much memory, or as many
 * workers of its script as processors are idle.
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
  timer.unref?.(); // in browsers a timer is a number
  idle.set(worker, timer);
}

/** True if a run need not wait for a worker to start. */
export function hasIdleWorkers(): boolean {
  return idle.size > 0;
}

function idleOf(script: string): Connection<unknown>[] {
  return [...idle.keys()].filter((worker) => worker.script === script);
}
