/**
 * A thread of the host (a worker of `node:worker_threads` or a Web Worker) and its port.
 *
 * The package workerpool is not used: it sends a worker one request at a time and keeps the process alive for idle
 * workers. With it two workers did 1.75 times the work of one, with this code 1.9 times.
 */
import type * as threads from 'node:worker_threads';
import { nodeModule } from '../../engine/instances/node-module.js';
import type { Script } from './script.js';

type NodeWorker = threads.Worker;

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

/** Starts a script that answers through `parentPort`. @throws if the host has no threads or refuses this one */
export function startThread(script: Script, listener: ThreadListener): Thread {
  const node = nodeModule('node:worker_threads');
  if (node !== undefined) return nodeThread(startNodeWorker(node, script), listener);
  if (typeof Worker === 'undefined') throw new Error('this host has no workers');
  return webThread(startWebWorker(script), listener);
}

/** The port to the thread that started this one. */
export function parentPort(): Port {
  const parent = nodeModule('node:worker_threads')?.parentPort;
  return (parent ?? globalThis) as unknown as Port;
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

function webThread(worker: Worker, { message, failed }: ThreadListener): Thread {
  worker.onmessage = ({ data }) => message(data);
  worker.onmessageerror = () => failed(new Error('the worker sent a message that cannot be read'));
  worker.onerror = (event) => {
    event.preventDefault?.();
    failed(new Error(event.message || 'the script could not be loaded'));
  };
  return {
    post: (data) => worker.postMessage(data),
    hold: () => undefined,
    end: () => worker.terminate(),
  };
}

/** Address space for compiled JavaScript: a worker needs little, and V8 reserves 512 MB by default. */
const resourceLimits = { codeRangeSizeMb: 64 };

/** Node refuses some options of the process in a worker, such as --input-type, so none is passed on. */
function startNodeWorker(node: typeof threads, { name, text }: Script): NodeWorker {
  if (text !== undefined)
    return new node.Worker(text, { eval: true, execArgv: [], resourceLimits });
  return new node.Worker(pathOf(name), { execArgv: [], resourceLimits });
}

/** Browsers start no worker from another origin, but a worker may import from one that allows it. */
function startWebWorker({ name, text }: Script): Worker {
  const type = 'module';
  if (text === undefined && isSameOrigin(name)) return new Worker(name, { type });
  const source = text ?? `import ${JSON.stringify(name)};`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(url, { type }); // the address is not revoked, as the worker reads it later
}

function isSameOrigin(url: string): boolean {
  const { href, origin } = globalThis.location ?? {};
  if (href === undefined) return true;
  const script = new URL(url, href);
  return script.origin === origin || script.protocol === 'blob:' || script.protocol === 'data:';
}

/** Node accepts a file address only as a `URL`; it reads text as a path. */
function pathOf(script: string): string | URL {
  return script.startsWith('file:') ? new URL(script) : script;
}
