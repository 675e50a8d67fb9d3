/** The starter's side of a worker: requests, and answers in the same order. */
import { isKeyed } from '../../arguments/arguments.js';
import { wasmBuild } from '../../../generated/build.js';
import type { Reply, Request } from '../messages.js';
import type { Script } from './script.js';
import { startThread } from './thread.js';

export interface Connection<Chunk> {
  /** Name of its script. */
  readonly script: string;
  /** Bytes of the core's memory in the worker at its last answer. */
  readonly memory: number;
  /** True if every request is answered and none failed. */
  readonly free: boolean;
  readonly failed: boolean;
  /** Resolves when the script answers; rejects if it cannot be loaded or is of another build. */
  readonly started: Promise<unknown>;
  /** Resolves when the worker can run chunks of the task. */
  load(module: WebAssembly.Module, task: object): Promise<void>;
  /** The chunk, or undefined if the worker failed at an earlier one. Rejects if it fails at this one. */
  ask(first: number, count: number): Promise<Chunk | undefined>;
  hold(busy: boolean): void;
  end(): void;
}

/** Starts a worker. Throws if the host refuses it at once. */
export function connect<Chunk>(script: Script): Connection<Chunk> {
  const questions = openQuestions<Chunk>();
  const start = openQuestions<undefined>();
  const started = start.ask(() => undefined);
  started.catch(() => undefined); // also reported with the first request
  /** Messages held back until the script listens: while it loads it would miss them. */
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
    if ('error' in reply) throw new Error(reply.error);
    if ('loaded' in reply) questions.answer(undefined);
    else if ('chunk' in reply) {
      memory = reply.memory;
      questions.answer(reply.chunk);
    } else if ('build' in reply) {
      checkBuild(reply.build);
      start.answer(undefined);
      early?.forEach(thread.post); // throws where modules cannot be sent
      early = undefined;
    }
  };
  const message = (data: unknown) => {
    try {
      if (!isKeyed(data)) throw new Error('the script is not the worker of this library');
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
      questions.end(new Error('the worker was ended'));
    },
  };
}

function checkBuild(build: string): void {
  if (build === wasmBuild) return;
  throw new Error(`the script is of another build (${build.slice(0, 12)})`);
}

interface Questions<Answer> {
  readonly empty: boolean;
  /** The answer to what `send` sends, or undefined if an earlier question failed. */
  ask(send: () => void): Promise<Answer | undefined>;
  /** Answers the oldest question. */
  answer(value: Answer | undefined): void;
  /** Rejects the oldest question and leaves the others without an answer. */
  fail(error: Error): void;
  /** Rejects all questions. */
  end(error: Error): void;
}

/** Questions that are answered in their order. */
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
        send(); // what it throws rejects
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
