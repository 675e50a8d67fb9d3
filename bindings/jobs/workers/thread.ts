/**
 * A thread of the host: a worker of `node:worker_threads` or a Web Worker, and the port by which it hears.
 *
 * Own code rather than the package workerpool, which sends a worker one request at a time and keeps the process alive
 * for idle ones: with both, two workers did 1.75 times the work of one instead of 1.9.
 */
import type { Worker as NodeWorker } from 'node:worker_threads';

export interface Thread {
  post(message: object): void;
  /** Whether the process stays for it; pages do in no case. */
  hold(busy: boolean): void;
  end(): void;
}

export interface ThreadListener {
  message(data: unknown): void;
  /** The script cannot be loaded, threw outside an answer, or ended; may be called twice. */
  failed(error: Error): void;
}

/** What both kinds of port have. */
interface Port {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** Starts a module that answers through `ownPort`. */
export function startThread(script: string, listener: ThreadListener): Thread {
  const node = nodeModule('node:worker_threads');
  if (node === undefined) return startWebWorker(script, listener);
  // Without the options of the process: Node refuses some of them to a worker, such as --input-type.
  return nodeThread(new node.Worker(pathOf(script), { execArgv: [] }), listener);
}

/** The way back to whom started this thread. */
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
  worker.onmessageerror = () => failed(new Error('the worker sent what cannot be read'));
  worker.onerror = (event) => {
    event.preventDefault();
    failed(new Error(event.message || `the worker ${script} could not be started`));
  };
  return {
    post: (data) => worker.postMessage(data),
    hold: () => undefined,
    end: () => worker.terminate(),
  };
}

/** Node takes an address only as a `URL`, and a text as a path. */
function pathOf(script: string): string | URL {
  return script.startsWith('file:') ? new URL(script) : script;
}

/** A module of Node; undefined in a browser. */
function nodeModule<Name extends 'node:worker_threads' | 'node:os'>(name: Name) {
  return globalThis.process?.getBuiltinModule?.(name);
}
