/** A worker as its starter sees it: requests, and answers in their order. */
import { startThread } from './thread.js';
import type { Reply, Request } from '../messages.js';

export interface Connection<Chunk> {
  readonly script: string;
  /** Bytes of the core's memory in it, as of the last answer. */
  readonly memory: number;
  /** True when it has answered all and failed at nothing. */
  readonly free: boolean;
  readonly failed: boolean;
  load(module: WebAssembly.Module, task: object): void;
  /** The chunk; undefined when the worker failed at one before it. Rejects when it fails at this one. */
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
  /** Messages for a script that does not listen yet, as one that is being loaded would miss them. */
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
