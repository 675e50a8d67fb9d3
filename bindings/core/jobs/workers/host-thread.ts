/** Threads of the host: workers of `node:worker_threads` or Web Workers. */
import { fault } from '../../errors/cause.js';
import type * as threads from 'node:worker_threads';
import { nodeModule } from '../../engine/instances/node-module.js';
import { notLoaded, watchPolicy } from './not-loaded.js';
import * as said from '../../../words/errors/core/workers.js';

/** A script by its address or its text. */
export interface Script {
  /** The address, or the name of the text in messages. Workers of the same name are interchangeable. */
  readonly name: string;
  readonly text?: string;
}

type NodeWorker = threads.Worker;

/**
 * A thread and its port.
 *
 * The package workerpool is not used: it sends a worker one request at a time and keeps the process alive for idle
 * workers. Two workers did 1.75 times the work of one with workerpool, and 1.9 times with this code.
 */
export interface Thread {
  post(message: object): void;
  /** Sets whether the thread keeps the process alive; no effect in pages. */
  hold(busy: boolean): void;
  end(): void;
}

export interface ThreadListener {
  message(data: unknown): void;
  /** Called if the script could not be loaded, threw outside an answer, or ended; possibly twice. */
  failed(error: Error): void;
}

/** Common to both kinds of port. */
interface Port {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** Starts a script that answers through `parentPort`. @throws if the host has no threads or refuses this one */
export function startThread(script: Script, listener: ThreadListener): Thread {
  const node = nodeModule('node:worker_threads');
  if (node !== undefined) return nodeThread(startNodeWorker(node, script), listener);
  if (typeof Worker === 'undefined') throw fault(said.noWorkersHere());
  return webThread(script, listener);
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
  worker.on('exit', (code) => failed(fault(said.workerExited({ code }))));
  return {
    post: (data) => worker.postMessage(data),
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}

function webThread(script: Script, { message, failed }: ThreadListener): Thread {
  const worker = startWebWorker(script);
  const policy = watchPolicy();
  worker.onmessage = ({ data }) => {
    policy.end();
    message(data);
  };
  worker.onmessageerror = () => failed(fault(said.unreadableMessage()));
  worker.onerror = (event) => {
    event.preventDefault?.();
    if (event.message) failed(new Error(event.message));
    else {
      const url = script.text === undefined ? script.name : undefined;
      void notLoaded(url, policy).then(failed).finally(policy.end);
    }
  };
  return {
    post: (data) => worker.postMessage(data),
    hold: () => undefined,
    end: () => worker.terminate(),
  };
}

/** Address space for compiled JavaScript: a worker needs little, but V8 reserves 512 MB by default. */
const resourceLimits = { codeRangeSizeMb: 64 };

/** Tells the script that it is started: it is also a module that exports its text. */
const started = 'wasmetrics';

/** Node refuses some options of the process in a worker, such as --input-type, so none is passed on. */
function startNodeWorker(node: typeof threads, { name, text }: Script): NodeWorker {
  if (text !== undefined)
    return new node.Worker(text, { eval: true, execArgv: [], resourceLimits });
  return new node.Worker(pathOf(name), { workerData: started, execArgv: [], resourceLimits });
}

/** Browsers do not start a worker from another origin, but a worker may import from an origin that allows it. */
function startWebWorker({ name, text }: Script): Worker {
  if (text === undefined && isSameOrigin(name)) return newWorker(name);
  return newWorker(addressOf(text ?? `import ${JSON.stringify(absolute(name).href)};`));
}

function newWorker(url: string): Worker {
  try {
    return new Worker(url, { type: 'module', name: started });
  } catch (error) {
    if (!String(error).includes('TrustedScriptURL')) throw error;
    throw fault(said.refusedByPolicy({ directive: 'require-trusted-types-for' }));
  }
}

/** A frame without an origin, as sandboxes have, starts modules of `data:` addresses only. */
const isWithoutOrigin = () => globalThis.origin === 'null';

/** It is never revoked, because the worker reads it later. */
function addressOf(source: string): string {
  const type = 'text/javascript';
  return isWithoutOrigin()
    ? `data:${type},${encodeURIComponent(source)}`
    : URL.createObjectURL(new Blob([source], { type }));
}

const absolute = (url: string) => new URL(url, globalThis.location?.href);

function isSameOrigin(url: string): boolean {
  if (globalThis.location?.href === undefined) return true;
  const { origin, protocol } = absolute(url);
  if (protocol === 'blob:' || protocol === 'data:') return true;
  return origin === globalThis.location.origin && !isWithoutOrigin();
}

/** Node accepts a file address only as a `URL`; it reads text as a path. */
function pathOf(script: string): string | URL {
  return script.startsWith('file:') ? new URL(script) : script;
}
