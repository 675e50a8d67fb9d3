/**
 * A thread of the host (a worker of `node:worker_threads` or a Web Worker) and its port.
 *
 * The package workerpool is not used: it sends a worker one request at a time and keeps the process alive for idle
 * workers. With it two workers did 1.75 times the work of one, with this code 1.9 times.
 */
import type { Worker as NodeWorker } from 'node:worker_threads';
import { nodeModule } from '../../core/node-module.js';

export interface Thread {
  post(message: object): void;
  /** Keeps the process alive for the thread, or not; no effect in pages. */
  hold(busy: boolean): void;
  end(): void;
}

export interface ThreadListener {
  message(data: unknown): void;
  /** The script could not be loaded, threw outside an answer, or ended; may be called twice. */
  failed(error: Error): void;
}

/** The part that both kinds of port share. */
interface Port {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** Starts a module that answers through `ownPort`. */
export function startThread(script: string, listener: ThreadListener): Thread {
  const node = nodeModule('node:worker_threads');
  if (node === undefined) return startWebWorker(script, listener);
  // Node refuses some options of the process in a worker, such as --input-type, so none is passed on.
  return nodeThread(new node.Worker(pathOf(script), { execArgv: [] }), listener);
}

/** The port to the thread that started this one. */
export function parentPort(): Port {
  const parent = nodeModule('node:worker_threads')?.parentPort;
  return (parent ?? globalThis) as unknown as Port;
}

/** Processors that this process may use. */
export function processors(): number {
  const count = nodeModule('node:os')?.availableParallelism() ?? navigator.hardwareConcurrency;
  return Math.max(1, count);
}

function nodeThread(worker: NodeWorker, { message, failed }: ThreadListener): Thread {
  worker.on('message', message);
  worker.on('messageerror', failed);
  worker.on('error', failed);
  worker.on('exit', (code) => failed(new Error(`the worker ended with exit code ${code}`)));
  return {
    post: (data) => worker.postMessage(data),
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}

function startWebWorker(script: string, { message, failed }: ThreadListener): Thread {
  const worker = new Worker(script, { type: 'module' });
  worker.onmessage = ({ data }) => message(data);
  worker.onmessageerror = () => failed(new Error('the worker sent a message that cannot be read'));
  worker.onerror = (event) => {
    event.preventDefault();
    failed(
      new Error(
        event.message || `the worker ${script} could not be started; set workerUrl to its address`,
      ),
    );
  };
  return {
    post: (data) => worker.postMessage(data),
    hold: () => undefined,
    end: () => worker.terminate(),
  };
}

/** Node accepts a file address only as a `URL`; it reads text as a path. */
function pathOf(script: string): string | URL {
  return script.startsWith('file:') ? new URL(script) : script;
}
