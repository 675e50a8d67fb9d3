/** Runners of numbered jobs, such as replicates: in a worker or in the calling thread. */
import { newEngine, type Engine } from '../core/engine.js';
import type { Connection } from './workers/connection.js';
import { leaveWorker } from './workers/idle.js';
import { openWorker } from './workers/open.js';
import type { FindScript } from './workers/script.js';
import type { Prepared } from './messages.js';

export interface Runner<Chunk> {
  /** Chunks to request at a time; with 2, one waits while the other is computed. */
  readonly depth: 1 | 2;
  run(first: number, count: number): Promise<Chunk>;
}

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
  scripts: readonly FindScript[],
): Recruit<Chunk> {
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

/** A runner in the calling thread, which gives way to other work between chunks. */
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

/**
 * Waits for the next turn of the event loop. Pages use messages, because their timers wait for milliseconds. Node
 * uses setImmediate, because a message takes about 0.1 ms there. Old versions of workerd have neither.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
