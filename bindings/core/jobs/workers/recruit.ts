/** Runners in workers. A part of the library of its own, which is loaded when work repays a worker. */
import type { Runner } from '../runner.js';
import { leaveWorker, takeWorker } from './idle.js';
import type { Connection } from './connection.js';
import { type FindScript, scriptsOf } from './script.js';

/** Milliseconds to wait for a script before the next one is tried. */
const PATIENCE_MS = 10_000;

/** Scripts that did not start in this process, with the reasons; they are not tried again while another one works. */
const refused = new WeakMap<FindScript, string>();

/**
 * A worker whose script answers.
 *
 * @param use - is called with each worker before it has started
 * @throws Error with the reasons of all scripts
 */
async function openWorker<Chunk>(
  scripts: readonly FindScript[],
  use: (worker: Connection<Chunk>) => void,
): Promise<Connection<Chunk>> {
  for (const find of scripts.filter((script) => !refused.has(script))) {
    try {
      const worker = takeWorker<Chunk>(await find());
      use(worker);
      await inTime(worker);
      return worker;
    } catch (error) {
      refused.set(find, error instanceof Error ? error.message : String(error));
    }
  }
  const reasons = new Set(scripts.map((script) => refused.get(script)));
  scripts.forEach((script) => refused.delete(script));
  throw new Error([...reasons].join('; '));
}

async function inTime(worker: Connection<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    const seconds = PATIENCE_MS / 1000;
    timer = setTimeout(() => reject(new Error(`no answer in ${seconds} s`)), PATIENCE_MS);
    timer.unref?.(); // in browsers a timer is a number
  });
  try {
    await Promise.race([worker.started, late]);
  } catch (error) {
    worker.end();
    throw error;
  } finally {
    clearTimeout(timer!);
  }
}

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
