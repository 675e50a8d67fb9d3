/**
 * Where replicates are computed: in workers, or in the calling thread. Each worker is a `workerpool`
 * pool of one, because a worker must be sent its data once and then asked for chunks: the package
 * brings messages, transfer, crash detection and termination for Node and browsers alike.
 * No SharedArrayBuffer is needed; chunks come back by transfer.
 */
import workerpool from 'workerpool';
import { loadEngine } from '../core/engine.js';
import { type BootstrapTask, type Chunk, prepare } from './replicator.js';

export interface Runner {
  run(first: number, count: number): Promise<Chunk>;
  close(): Promise<void>;
}

/** A runner in a worker of its own. A worker that dies is started and loaded again at the next chunk. */
export function workerRunner(
  module: WebAssembly.Module,
  task: BootstrapTask,
  workerUrl: string | URL,
): Runner {
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
export async function localRunner(
  module: WebAssembly.Module,
  task: BootstrapTask,
): Promise<Runner> {
  const replicator = prepare(await loadEngine(module), task);
  return {
    async run(first, count) {
      await giveWay();
      return replicator.run(first, count);
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
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
