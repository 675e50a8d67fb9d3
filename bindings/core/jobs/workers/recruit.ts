/** Runners in workers. This is a separate part of the library, loaded when there is enough work for a worker. */
import type { Runner } from '../runner.js';
import { connect, type Connection, type Script } from './connection.js';
import { causeOf, fault } from '../../errors/cause.js';
import type { Told } from '../../../words/told.js';
import { processors } from '../processors.js';
import { nodeModule } from '../../engine/instances/node-module.js';
import * as said from '../../../words/errors/core/workers.js';

/** Milliseconds to wait for a script before the next script is tried. */
const PATIENCE_MS = 10_000;

/**
 * Scripts that could not be started in this process, with the reasons; they are not tried again while another script
 * works.
 */
const refused = new WeakMap<FindScript, Told>();

/**
 * A worker whose script answers.
 *
 * @param use - called with each worker before it has started
 * @throws Error with the reasons of all scripts
 */
async function openWorker<Chunk>(
  scripts: readonly FindScript[],
  use: (worker: Connection<Chunk>) => void,
): Promise<Connection<Chunk>> {
  for (const find of scripts.filter((script) => !refused.has(script))) {
    try {
      const worker = takeWorker<Chunk>(await find());
      use(worker);
      await inTime(worker);
      return worker;
    } catch (error) {
      refused.set(find, causeOf(error));
    }
  }
  const causes = scripts.map((script) => refused.get(script)!);
  scripts.forEach((script) => refused.delete(script));
  const different = [...new Map(causes.map((cause) => [cause.text, cause])).values()];
  throw fault(said.severalReasons({ reasons: different }));
}

async function inTime(worker: Connection<unknown>): Promise<void> {
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

/** A worker that is being started. */
export interface Recruit<Chunk> {
  /** The runner, when it has the task; rejects if no worker can be started. */
  readonly ready: Promise<Runner<Chunk>>;
  /** Returns the worker for the next run. */
  close(): void;
}

/**
 * Starts a runner in a worker whose script calls `serve`. It sends the task once. Arrays are transferred back, so no
 * SharedArrayBuffer is needed. If the worker fails, its current chunk rejects and a new worker takes its place.
 */
export function recruitWorker<Chunk>(
  module: WebAssembly.Module,
  task: object,
  workerUrl: string | URL | undefined,
): Recruit<Chunk> {
  const scripts = scriptsOf(workerUrl);
  let worker: Connection<Chunk> | undefined;
  let closed = false;
  const open = async () => {
    const connection = await openWorker<Chunk>(scripts, (started) => {
      worker = started;
      started.hold(!closed);
    });
    await connection.load(module, task);
    return connection;
  };
  let opened = open();
  const loaded = async () => {
    const current = opened;
    const connection = await current;
    if (connection.failed && opened === current) opened = open();
    return opened;
  };
  const runner: Runner<Chunk> = {
    depth: 2,
    async run(first, count) {
      for (;;) {
        const chunk = await (await loaded()).ask(first, count);
        if (chunk !== undefined) return chunk;
      }
    },
  };
  let up = false;
  const ready = opened.then(() => {
    up = true;
    return runner;
  });
  const leave = () => {
    if (worker !== undefined && !worker.failed) leaveWorker(worker);
  };
  return {
    ready,
    close() {
      closed = true;
      if (up) leave();
      else {
        worker?.hold(false);
        ready.then(leave, () => undefined);
      }
    },
  };
}

/** Milliseconds after which an idle worker ends. */
const IDLE_MS = 10_000;
/** Maximum bytes of memory of an idle worker; WebAssembly memory never shrinks. */
const IDLE_MEMORY = 2 ** 26;

/**
 * Workers kept between runs, each with the timer that ends it. The first chunk of a small bootstrap arrives after 45 ms
 * from a new worker and after 8 ms from a kept one. They belong to the process, and they do not keep it alive.
 */
const idle = new Map<Connection<unknown>, ReturnType<typeof setTimeout>>();

/** A worker of this script, reserved for one run. */
export function takeWorker<Chunk>(script: Script): Connection<Chunk> {
  const kept = idleOf(script.name).find(({ free }) => free);
  if (kept === undefined) return connect(script);
  clearTimeout(idle.get(kept));
  idle.delete(kept);
  kept.hold(true);
  return kept as Connection<Chunk>;
}

/**
 * Keeps a worker for the next run. The worker is ended instead if it is busy, has failed or uses too much memory, or if
 * as many workers of its script are idle as there are processors.
 */
export function leaveWorker(worker: Connection<unknown>): void {
  const { script, free, memory } = worker;
  if (!free || memory > IDLE_MEMORY || idleOf(script).length >= processors()) {
    worker.end();
    return;
  }
  worker.hold(false);
  const timer = setTimeout(() => {
    idle.delete(worker);
    worker.end();
  }, IDLE_MS);
  timer.unref?.(); // in browsers a timer is a number
  idle.set(worker, timer);
}

/** True if a run can use a worker that has already started. */
export function hasIdleWorkers(): boolean {
  return idle.size > 0;
}

function idleOf(script: string): Connection<unknown>[] {
  return [...idle.keys()].filter((worker) => worker.script === script);
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
