/**
 * Where numbered jobs, such as replicates, are computed: in workers, or in the calling thread. Each worker
 * is a `workerpool` pool of one, because a worker must be sent its data once and then asked for chunks: the
 * package brings messages, transfer, crash detection and termination for Node and browsers alike.
 * No SharedArrayBuffer is needed; arrays come back by transfer.
 */
import workerpool from 'workerpool';
import { loadEngine, type Engine } from '../core/engine.js';

/** A task prepared in one instance of the core. */
export interface Prepared<Chunk> {
  run(first: number, count: number): Chunk;
}

export interface Runner<Chunk> {
  run(first: number, count: number): Promise<Chunk>;
  close(): Promise<void>;
}

/**
 * A runner in a worker of its own, whose script has `load(module, task)` and `run(first, count)`. A worker
 * that dies is started and loaded again at the next chunk.
 */
export function workerRunner<Chunk>(
  module: WebAssembly.Module,
  task: object,
  workerUrl: string | URL,
): Runner<Chunk> {
  const pool = workerpool.pool(scriptName(workerUrl), {
    maxWorkers: 1,
    workerType: isNode() ? 'thread' : 'web',
    workerOpts: { type: 'module' },
  });
  let loaded: PromiseLike<unknown> | undefined;
  return {
    async run(first, count) {
      try {
        loaded ??= pool.exec('load', [module, task]);
        await loaded;
        return await (pool.exec('run', [first, count]) as PromiseLike<Chunk>);
      } catch (error) {
        loaded = undefined;
        throw error;
      }
    },
    close: async () => {
      await pool.terminate(true);
    },
  };
}

/** A runner in the calling thread that gives way to other work between chunks. */
export async function localRunner<Task, Chunk>(
  module: WebAssembly.Module,
  task: Task,
  prepare: (engine: Engine, task: Task) => Prepared<Chunk>,
): Promise<Runner<Chunk>> {
  const prepared = prepare(await loadEngine(module), task);
  return {
    async run(first, count) {
      await giveWay();
      return prepared.run(first, count);
    },
    close: () => Promise.resolve(),
  };
}

/** Processors the host reports. */
export function processors(): number {
  return Math.max(1, workerpool.cpus);
}

/** Browsers start a worker from an address, Node from a path. */
function scriptName(workerUrl: string | URL): string {
  if (!isNode() || typeof workerUrl === 'string') return String(workerUrl);
  return decodeURIComponent(workerUrl.pathname).replace(/^\/(?=[A-Za-z]:)/, '');
}

function isNode(): boolean {
  return workerpool.platform === 'node';
}

/** The next turn of the event loop: a message, as timers would wait for milliseconds in a browser. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
