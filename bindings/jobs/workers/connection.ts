/** The starter's side of a worker: requests, and answers in the same order. */
import { startThread } from './thread.js';
import type { Reply, Request } from '../messages.js';

export interface Connection<Chunk> {
  readonly script: string;
  /** Bytes of the core's memory in the worker at its last answer. */
  readonly memory: number;
  /** True if every request is answered and none failed. */
  readonly free: boolean;
  readonly failed: boolean;
  load(module: WebAssembly.Module, task: object): void;
  /** The chunk, or undefined if the worker failed at an earlier one. Rejects if it fails at this one. */
  ask(first: number, count: number): Promise<Chunk | undefined>;
  hold(busy: boolean): void;
  end(): void;
}

interface Question<Chunk> {
  resolve(chunk: Chunk | undefined): void;
  reject(error: Error): void;
}

export function connect<Chunk>(script: string): Connection<Chunk> {
  const pending: Question<Chunk>[] = [];
  /** Messages held back until the script listens: while it loads it would miss them. */
  let early: Request<object>[] | undefined = [];
  let failed = false;
  let memory = 0;

  const fail = (error: Error) => {
    failed = true;
    thread.end();
    pending.shift()?.reject(error);
    pending.splice(0).forEach(({ resolve }) => resolve(undefined));
  };
  const hear = (reply: Reply<Chunk>) => {
    if (reply === 'ready') {
      early?.forEach(thread.post);
      early = undefined;
    } else if ('error' in reply) {
      fail(new Error(reply.error));
    } else {
      memory = reply.memory;
      pending.shift()?.resolve(reply.chunk);
    }
  };
  const thread = startThread(script, {
    message: (data) => hear(data as Reply<Chunk>),
    failed: fail,
  });
  const send = (request: Request<object>) =>
    early === undefined ? thread.post(request) : void early.push(request);

  return {
    script,
    get memory() {
      return memory;
    },
    get free() {
      return !failed && pending.length === 0;
    },
    get failed() {
      return failed;
    },
    load: (module, task) => send({ module, task }),
    ask: (first, count) =>
      new Promise((resolve, reject) => {
        pending.push({ resolve, reject });
        send({ first, count });
      }),
    hold: thread.hold,
    end() {
      failed = true;
      thread.end();
      pending.splice(0).forEach(({ reject }) => reject(new Error('the worker was ended')));
    },
  };
}
