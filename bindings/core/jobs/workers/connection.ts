/** The starter's side of a worker: requests, and answers in the same order. */
import { isKeyed } from '../../arguments/arguments.js';
import { fault } from '../../errors/cause.js';
import { wasmBuild } from '../../../generated/build.js';
import type { Reply, Request } from '../study.js';
import type * as threads from 'node:worker_threads';
import { nodeModule } from '../../engine/instances/node-module.js';
import * as said from '../../../words/errors/core/workers.js';

/** A script by its address or its text. */
export interface Script {
  /** The address, or the name of the text in messages. Workers of the same name are interchangeable. */
  readonly name: string;
  readonly text?: string;
}

export interface Connection<Chunk> {
  /** The script's name. */
  readonly script: string;
  /** Bytes of the core's memory in the worker, as of its last answer. */
  readonly memory: number;
  /** True if every request was answered and none failed. */
  readonly free: boolean;
  readonly failed: boolean;
  /** Resolves when the script answers; rejects if it cannot be loaded or belongs to another build. */
  readonly started: Promise<unknown>;
  /** Resolves when the worker can run chunks of the task. */
  load(module: WebAssembly.Module, task: object): Promise<void>;
  /** The chunk, or undefined if the worker failed at an earlier chunk. Rejects if it fails at this one. */
  ask(first: number, count: number): Promise<Chunk | undefined>;
  hold(busy: boolean): void;
  end(): void;
}

/** Starts a worker. Throws if the host refuses at once. */
export function connect<Chunk>(script: Script): Connection<Chunk> {
  const questions = openQuestions<Chunk>();
  const start = openQuestions<undefined>();
  const started = start.ask(() => undefined);
  started.catch(() => undefined); // reported again with the first request
  /** Messages held back until the script listens: it would miss them while it loads. */
  let early: Request<object>[] | undefined = [];
  let failed = false;
  let memory = 0;

  const fail = (error: Error) => {
    failed = true;
    thread.end();
    start.fail(error);
    questions.fail(error);
  };
  const hear = (reply: Reply<Chunk>) => {
    if ('error' in reply) throw fault(reply.error);
    if ('loaded' in reply) questions.answer(undefined);
    else if ('chunk' in reply) {
      memory = reply.memory;
      questions.answer(reply.chunk);
    } else if ('build' in reply) {
      checkBuild(reply.build);
      start.answer(undefined);
      early?.forEach(thread.post); // throws if the host cannot send modules
      early = undefined;
    }
  };
  const message = (data: unknown) => {
    try {
      if (!isKeyed(data)) throw fault(said.otherScript());
      hear(data as unknown as Reply<Chunk>);
    } catch (error) {
      fail(error as Error);
    }
  };
  const thread = startThread(script, { message, failed: fail });
  const ask = (request: Request<object>) =>
    questions.ask(() => void (early === undefined ? thread.post(request) : early.push(request)));

  return {
    script: script.name,
    get memory() {
      return memory;
    },
    get free() {
      return !failed && questions.empty;
    },
    get failed() {
      return failed;
    },
    started,
    load: async (module, task) => void (await ask({ module, task })),
    ask: (first, count) => ask({ first, count }),
    hold: thread.hold,
    end() {
      failed = true;
      thread.end();
      questions.end(fault(said.workerEnded()));
    },
  };
}

function checkBuild(build: string): void {
  if (build === wasmBuild) return;
  throw fault(said.otherBuild({ build: build.slice(0, 12) }));
}

interface Questions<Answer> {
  readonly empty: boolean;
  /** Calls `send` and waits for the answer; undefined if an earlier question failed. */
  ask(send: () => void): Promise<Answer | undefined>;
  /** Answers the oldest question. */
  answer(value: Answer | undefined): void;
  /** Rejects the oldest question and leaves the others without an answer. */
  fail(error: Error): void;
  /** Rejects all open questions. */
  end(error: Error): void;
}

/** Questions that are answered in order. */
function openQuestions<Answer>(): Questions<Answer> {
  const pending: {
    resolve(value: Answer | undefined): void;
    reject(error: Error): void;
  }[] = [];
  return {
    get empty() {
      return pending.length === 0;
    },
    ask: (send) =>
      new Promise((resolve, reject) => {
        send(); // an error thrown here rejects
        pending.push({ resolve, reject });
      }),
    answer: (value) => pending.shift()?.resolve(value),
    fail(error) {
      pending.shift()?.reject(error);
      pending.splice(0).forEach(({ resolve }) => resolve(undefined));
    },
    end: (error) => pending.splice(0).forEach(({ reject }) => reject(error)),
  };
}

type NodeWorker = threads.Worker;

/**
 * A thread of the host (a worker of `node:worker_threads` or a Web Worker) and its port.
 *
 * The package workerpool is not used: it sends a worker one request at a time and keeps the process alive for idle
 * workers. Two workers did 1.75 times the work of one with workerpool, and 1.9 times with this code.
 */
interface Thread {
  post(message: object): void;
  /** Sets whether the thread keeps the process alive; no effect in pages. */
  hold(busy: boolean): void;
  end(): void;
}

interface ThreadListener {
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
function startThread(script: Script, listener: ThreadListener): Thread {
  const node = nodeModule('node:worker_threads');
  if (node !== undefined) return nodeThread(startNodeWorker(node, script), listener);
  if (typeof Worker === 'undefined') throw fault(said.noWorkersHere());
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
  worker.on('exit', (code) => failed(fault(said.workerExited({ code }))));
  return {
    post: (data) => worker.postMessage(data),
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}

function webThread(worker: Worker, { message, failed }: ThreadListener): Thread {
  worker.onmessage = ({ data }) => message(data);
  worker.onmessageerror = () => failed(fault(said.unreadableMessage()));
  worker.onerror = (event) => {
    event.preventDefault?.();
    failed(event.message ? new Error(event.message) : fault(said.scriptNotLoaded()));
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
  const options = { type: 'module', name: started } as const;
  if (text === undefined && isSameOrigin(name)) return new Worker(name, options);
  const source = text ?? `import ${JSON.stringify(name)};`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(url, options); // the address is not revoked, because the worker reads it later
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
