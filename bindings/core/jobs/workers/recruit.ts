/** Runners in workers. */
import type { Runner, Turn } from '../runner.js';
import type { Connection, Session } from './connection.js';
import type { Script } from './host-thread.js';
import { type Seats, takeThread, type Thread } from './threads.js';
import { causeOf, fault } from '../../errors/cause.js';
import type { Told } from '../../../words/told.js';
import { kindOf } from '../../engine/instances/instance.js';
import { nodeModule } from '../../engine/instances/node-module.js';
import * as said from '../../../words/errors/core/workers.js';

/** Milliseconds to wait for a script before the next script is tried. */
const PATIENCE_MS = 10_000;

/**
 * Scripts that could not be started in this process, with the reasons; they are not tried again while another script
 * works.
 */
const refused = new WeakMap<FindScript, Told>();

/** What a worker is recruited for. */
export interface Work {
  readonly module: WebAssembly.Module;
  readonly task: object;
  readonly workerUrl: string | URL | undefined;
  readonly seats: Seats;
}

/**
 * A session in a worker whose script answers.
 *
 * @param use - called with each session before its worker has started
 * @throws Error with the reasons of all scripts, or because all threads of the process do other work
 */
async function openSession<Chunk>(
  work: Work,
  use: (session: Session<Chunk>) => void,
): Promise<Session<Chunk>> {
  const scripts = scriptsOf(work.workerUrl);
  for (const find of scripts.filter((script) => !refused.has(script))) {
    const tried = await trySession(find, work, use);
    if (tried === undefined) throw fault(said.otherThreads({ threads: work.seats.limit }));
    if ('loaded' in tried) return tried;
    refused.set(find, tried);
  }
  const causes = scripts.map((script) => refused.get(script)!);
  scripts.forEach((script) => refused.delete(script));
  const different = [...new Map(causes.map((cause) => [cause.text, cause])).values()];
  throw fault(said.severalReasons({ reasons: different }));
}

/** A session, the reason why the script cannot be started, or undefined if no thread is to be had. */
async function trySession<Chunk>(
  find: FindScript,
  { module, task, seats }: Work,
  use: (session: Session<Chunk>) => void,
): Promise<Session<Chunk> | Told | undefined> {
  let thread: Thread | undefined;
  try {
    const script = await find();
    thread = takeThread(`${kindOf('engine', module).wasm} ${script.name}`, script, seats);
    if (thread === undefined) return undefined;
    const session = thread.worker.open<Chunk>(module, task);
    use(session);
    await inTime(thread.worker);
    return session;
  } catch (error) {
    if (thread !== undefined) seats.threads.delete(thread);
    return causeOf(error);
  }
}

async function inTime(worker: Connection): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    const seconds = PATIENCE_MS / 1000;
    timer = setTimeout(() => reject(fault(said.noAnswer({ seconds }))), PATIENCE_MS);
    timer.unref?.(); // in browsers a timer is a number
  });
  try {
    await Promise.race([worker.started, late]);
  } catch (error) {
    worker.end();
    throw error;
  } finally {
    clearTimeout(timer!);
  }
}

/** A worker that is being recruited. */
export interface Recruit<Chunk> {
  /** Resolves when a thread answers; then only its other runs delay it. */
  readonly started: Promise<unknown>;
  /** The runner, when it has the task; rejects if no worker can be had. */
  readonly ready: Promise<Runner<Chunk>>;
  /** Ends the session; its thread serves other runs. */
  close(): void;
}

/**
 * A runner in a worker whose script calls `serve`. It sends the task once. Arrays are transferred back, so no
 * SharedArrayBuffer is needed. If the worker fails, its current chunk rejects and another worker takes its place.
 */
export function recruitWorker<Chunk>(work: Work): Recruit<Chunk> {
  let session: Session<Chunk> | undefined;
  let closed = false;
  const sit = () =>
    openSession<Chunk>(work, (opened) => {
      session = opened;
      if (closed) opened.close();
    });
  const load = async (first: Promise<Session<Chunk>>) => {
    let opened = await first;
    while (!(await opened.loaded)) {
      if (closed) throw fault(said.workEnded());
      opened = await sit();
    }
    return opened;
  };
  const started = sit();
  let current = load(started);
  /** The session, or another one if it has failed. */
  const working = async () => {
    if (closed) throw fault(said.workEnded());
    const before = current;
    const { failed } = await before;
    if (failed && current === before) current = load(sit());
    return current;
  };
  return {
    started,
    ready: current.then(() => runnerIn(working)),
    close() {
      closed = true;
      session?.close();
    },
  };
}

function runnerIn<Chunk>(working: () => Promise<Session<Chunk>>): Runner<Chunk> {
  const turn = async (): Promise<Turn<Chunk>> => {
    for (;;) {
      const session = await working();
      const pass = await session.place();
      if (!session.failed) return { pass, run: inSession(session, pass) };
      pass();
    }
  };
  const inSession =
    (session: Session<Chunk>, pass: () => void) => async (first: number, count: number) => {
      const computed = await session.ask(first, count).finally(pass);
      return computed ?? (await turn()).run(first, count);
    };
  return { depth: 2, turn };
}

/** Finds a script; rejects if there is none. */
type FindScript = () => Promise<Script>;

/** The scripts to try, in order. */
function scriptsOf(workerUrl: string | URL | undefined): readonly FindScript[] {
  if (workerUrl !== undefined) return [() => Promise.resolve({ name: String(workerUrl) })];
  return [fileNextToLibrary, textInLibrary];
}

/**
 * The file next to the library. It is lost if a bundler does not copy it, or makes a CommonJS module that has no
 * address.
 */
async function fileNextToLibrary(): Promise<Script> {
  if ((import.meta.url as string | undefined) === undefined) {
    throw fault(said.noAddress());
  }
  const url = new URL('../wasmetrics-worker.js', import.meta.url);
  const files = nodeModule('node:fs');
  if (files !== undefined && url.protocol === 'file:' && !files.existsSync(url)) {
    throw fault(said.noScript({ url: url.href }));
  }
  return { name: url.href };
}

/** The text of that file, which it also exports, so that every bundler includes it. */
async function textInLibrary(): Promise<Script> {
  const { workerSource } = await import('../../../../dist/wasmetrics-worker.js');
  return { name: 'the script inside the library', text: workerSource };
}
