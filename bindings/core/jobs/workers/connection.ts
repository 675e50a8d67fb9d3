/** The starter's side of a worker, which serves several runs: a session has the task of one of them. */
import { isKeyed } from '../../arguments/arguments.js';
import { fault } from '../../errors/cause.js';
import { wasmBuild } from '../../../generated/build.js';
import * as said from '../../../words/errors/core/workers.js';
import type { Computed, Reply, Request } from '../study.js';
import { type Script, startThread } from './host-thread.js';
import { type Lane, type Leave, openLane } from './lane.js';
import { openQuestions, type Questions } from './questions.js';

/** A task in a worker, with an instance of the core for it. */
export interface Session<Chunk> {
  /** True if the worker ended or this task failed in it; other tasks of the worker go on. */
  readonly failed: boolean;
  /** Resolves to true when the worker can run chunks, to false if it ended by another task; rejects if it cannot. */
  readonly loaded: Promise<boolean>;
  /** Waits until the worker has a place for a chunk. */
  place(): Promise<Leave>;
  /** The chunk, or undefined if the worker ended by another one. Rejects if this one fails. */
  ask(first: number, count: number): Promise<Computed<Chunk> | undefined>;
  close(): void;
}

export interface Connection {
  readonly failed: boolean;
  /** Number of open sessions. */
  readonly sessions: number;
  /** The most bytes that the cores in the worker had together. */
  readonly memory: number;
  /** Resolves when the script answers; rejects if it cannot be loaded or belongs to another build. */
  readonly started: Promise<void>;
  open<Chunk>(module: WebAssembly.Module, task: object): Session<Chunk>;
  hold(busy: boolean): void;
  end(): void;
}

export interface ConnectionListener {
  /** Called when the last session was closed and has no open question. */
  emptied(): void;
  /** Called when the worker has ended, whatever the reason; possibly several times. */
  ended(): void;
}

/** Milliseconds that a chunk may take after its run was stopped, before it ends the worker. */
const GRACE_MS = 100;
/** Milliseconds of a chunk that counts as brief. */
const BRIEF_MS = 30;

/** What is known of a session: bytes of its core, and milliseconds of its last chunk. */
interface State {
  memory: number;
  ms: number;
  failed: boolean;
}

/** What the sessions of a worker share. */
interface Shared {
  readonly questions: Questions;
  readonly lane: Lane;
  readonly sessions: Map<number, State>;
  readonly send: (request: Request<object>) => void;
  readonly isFailed: () => boolean;
  /** Called when a session was closed, and when its last question was answered. */
  readonly closed: () => void;
  readonly settled: () => void;
  readonly end: () => void;
}

/** Starts a worker. Throws if the host refuses at once. */
export function connect(script: Script, listener: ConnectionListener): Connection {
  const questions = openQuestions();
  const lane = openLane();
  const sessions = new Map<number, State>();
  const { started, start, refuse } = starting();
  const early = holdBack(questions);
  let [failed, memory, opened] = [false, 0, 0];

  const fail = (error: Error) => {
    failed = true;
    thread.end();
    refuse(error);
    questions.end(error);
    lane.end();
    listener.ended();
  };
  const message = (data: unknown) => {
    try {
      if (!isKeyed(data)) throw fault(said.otherScript());
      const reply = data as unknown as Reply<unknown>;
      if ('build' in reply) {
        checkBuild(reply.build);
        early.pass(thread.post);
        start();
      } else hear(reply, questions, sessions.get(reply.session));
      memory = Math.max(memory, sumOf(sessions));
    } catch (error) {
      fail(error as Error);
    }
  };
  const thread = startThread(script, { message, failed: fail });
  const end = () => fail(fault(said.workerEnded()));
  const shared: Shared = {
    questions,
    lane,
    sessions,
    send: early.send,
    isFailed: () => failed,
    closed: () => thread.hold(sessions.size > 0),
    settled: () => void (sessions.size === 0 && !failed && listener.emptied()),
    end,
  };

  return {
    get failed() {
      return failed;
    },
    get sessions() {
      return sessions.size;
    },
    get memory() {
      return memory;
    },
    started,
    open: <Chunk>(module: WebAssembly.Module, task: object) =>
      openSession<Chunk>(shared, opened++, { module, task }),
    hold: thread.hold,
    end,
  };
}

/** Holds requests back until the script listens: it would miss them while it loads. */
function holdBack(questions: Questions) {
  const early: Request<object>[] = [];
  let post: ((request: Request<object>) => void) | undefined;
  return {
    send: (request: Request<object>) =>
      post === undefined ? void early.push(request) : post(request),
    pass(listening: (request: Request<object>) => void) {
      post = listening;
      for (const request of early.splice(0)) {
        try {
          post(request);
        } catch (error) {
          questions.refuse(request.session, error as Error); // such as a task that cannot be copied
        }
      }
    },
  };
}

/** Takes the answer to the oldest question of a session, which may have been closed since. */
function hear(
  reply: Exclude<Reply<unknown>, { readonly build: string }>,
  questions: Questions,
  state: State | undefined,
): void {
  const { session } = reply;
  if ('loaded' in reply) questions.answer(session, true);
  else if ('error' in reply) {
    if (state !== undefined) state.failed = true;
    questions.refuse(session, fault(reply.error));
  } else {
    const { chunk, ms, memory } = reply;
    if (state !== undefined) Object.assign(state, { ms, memory });
    questions.answer(session, { chunk, ms });
  }
}

function openSession<Chunk>(
  { questions, lane, sessions, send, isFailed, closed, settled, end }: Shared,
  session: number,
  what: { readonly module: WebAssembly.Module; readonly task: object },
): Session<Chunk> {
  const state: State = { memory: 0, ms: Infinity, failed: false };
  sessions.set(session, state);
  const loaded = questions
    .ask<true>(session, () => send({ session, ...what }))
    .then((answer) => answer === true);
  /** Settles with the last question. */
  let last = loaded.then(nothing, nothing); // an error is reported to the one that awaits it
  const endIfBusy = () => {
    const timer = setTimeout(end, GRACE_MS);
    timer.unref?.(); // in browsers a timer is a number
    void last.then(() => clearTimeout(timer));
  };
  return {
    get failed() {
      return state.failed || isFailed();
    },
    loaded,
    place: () => lane.place(state, state.ms < BRIEF_MS),
    ask(first, count) {
      const answer = questions.ask<Computed<Chunk>>(session, () => send({ session, first, count }));
      last = answer.then(nothing, nothing);
      return answer;
    },
    close() {
      if (!sessions.delete(session)) return;
      lane.forget(state);
      if (isFailed()) return;
      send({ session, end: true });
      closed();
      void loaded.then(endIfBusy, nothing);
      void last.then(settled);
    },
  };
}

function nothing() {}

function sumOf(sessions: ReadonlyMap<number, State>): number {
  return [...sessions.values()].reduce((sum, { memory }) => sum + memory, 0);
}

function starting() {
  let start!: () => void;
  let refuse!: (error: Error) => void;
  const started = new Promise<void>((resolve, reject) => {
    start = resolve;
    refuse = reject;
  });
  started.catch(() => undefined); // reported to the one that awaits it
  return { started, start, refuse };
}

function checkBuild(build: string): void {
  if (build === wasmBuild) return;
  throw fault(said.otherBuild({ build: build.slice(0, 12) }));
}
