/** Runners in workers. A part of the library of its own, which is loaded when work repays a worker. */
import type { Runner } from '../runner.js';
import type { Connection } from './connection.js';
import { leaveWorker } from './idle.js';
import { openWorker } from './open.js';
import { scriptsOf } from './script.js';

export { hasIdleWorkers } from './idle.js';

/** A worker that was asked to come. */
export interface Recruit<Chunk> {
  /** The runner once it has the task; rejects if no worker can be started. */
  readonly ready: Promise<Runner<Chunk>>;
  /** Leaves the worker to the next run. */
  close(): void;
}

/**
 * Starts a runner in its own worker, whose script calls `serve`. It sends the task once. Arrays come back by transfer,
 * so no SharedArrayBuffer is needed. If the worker fails, its current chunk rejects and a new worker takes its place.
 */
export function recruitWorker<Chunk>(
  module: WebAssembly.Module,
  task: object,
  workerUrl: string | URL | undefined,
): Recruit<Chunk> {
  const scripts = scriptsOf(workerUrl);
  let worker: Connection<Chunk> | undefined;
  let closed = false;
  const open = async () => {
    const connection = await openWorker<Chunk>(scripts, (started) => {
      worker = started;
      started.hold(!closed);
    });
    await connection.load(module, task);
    return connection;
  };
  let opened = open();
  const loaded = async () => {
    const current = opened;
    const connection = await current;
    if (connection.failed && opened === current) opened = open();
    return opened;
  };
  const runner: Runner<Chunk> = {
    depth: 2,
    async run(first, count) {
      for (;;) {
        const chunk = await (await loaded()).ask(first, count);
        if (chunk !== undefined) return chunk;
      }
    },
  };
  let up = false;
  const ready = opened.then(() => {
    up = true;
    return runner;
  });
  const leave = () => {
    if (worker !== undefined && !worker.failed) leaveWorker(worker);
  };
  return {
    ready,
    close() {
      closed = true;
      if (up) leave();
      else {
        worker?.hold(false);
        ready.then(leave, () => undefined);
      }
    },
  };
}
