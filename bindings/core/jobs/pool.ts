/**
 * The threads that can do the work of a run: the calling thread, and workers. A new worker can compute after 50 to 100
 * ms, so small work begins in the calling thread, which measures it; workers start if enough is left to be worth it. A
 * job's result has the same bits wherever it is computed.
 */
import { compileCore } from '../engine/engine.js';
import { causeOf, fault } from '../errors/cause.js';
import type { Told } from '../../words/told.js';
import { InputError } from '../errors/errors.js';
import type { RunOptions } from './run-options.js';
import { processors, room } from './processors.js';
import { localRunner, type Runner } from './runner.js';
import type { Study, StudyTask } from './study.js';
import type * as Threads from './workers/recruit.js';
import { type NoWorkers, noWorkersWords } from '../../words/no-workers.js';
import { badKeyValue } from '../../words/errors/values.js';
import { wholeAtLeast } from '../../words/expectations/values.js';
import { unexpected } from '../errors/bad-argument.js';
import { workEnded } from '../../words/errors/core/workers.js';

/** Maximum elements of an array of objects that are inspected. */
const WIDEST = 1000;
/** Bytes of a number, or of a reference to a text. */
const CELL_BYTES = 8;

/** True if the arrays in a task have more than `most` bytes. */
function isLarge(task: object, most: number): boolean {
  const waiting: unknown[] = [task];
  const seen = new Set<unknown>();
  let bytes = 0;
  while (waiting.length > 0 && bytes <= most) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next)) bytes += next.byteLength;
    else if (!Array.isArray(next)) waiting.push(...Object.values(next));
    else if (isPlain(next[0])) bytes += next.length * CELL_BYTES;
    else waiting.push(...(next as unknown[]).slice(0, WIDEST));
  }
  return bytes > most;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

export interface Work<Task extends StudyTask, Chunk> {
  /** Name of the analysis, for messages. */
  readonly subject: string;
  readonly study: Study<Task, Chunk>;
  readonly task: NoInfer<Task>;
  /** Maximum workers for a large task if the options do not set their number. */
  readonly useful: number;
}

export interface Crew<Chunk> {
  /** True if the calling thread begins. */
  readonly beginsHere: boolean;
  /** The runner of the calling thread. */
  here(): Promise<Runner<Chunk>>;
  /** True if workers would finish `ms` milliseconds of work sooner than the calling thread. */
  repays(ms: number): boolean;
  /** Starts workers for `ms` milliseconds of work. Each promise resolves when its worker can run chunks, or rejects. */
  recruit(ms: number): readonly Promise<Runner<Chunk>>[];
}

/** A warning for the result. */
export interface Notice {
  readonly code: 'no-workers';
  readonly message: string;
  readonly detail: NoWorkers;
}

/** The options that decide where work runs. */
export interface CrewOptions extends Pick<RunOptions, 'workers' | 'workerUrl' | 'engine'> {
  /** Keeps the calling thread free: it works only if no worker can be started. */
  readonly away?: boolean;
}

/** More workers would only take memory and time to start. */
const WORKERS_PER_PROCESSOR = 2;
/** Milliseconds of work that are worth starting workers, and milliseconds that are worth using idle ones. */
const REPAID_MS = { cold: 200, warm: 30 };
/** Milliseconds of work that are worth one more worker. */
const MS_PER_WORKER = 75;
/** A larger task is not begun in the calling thread, because its first chunk might block the thread for long. */
const LARGE_BYTES = 2 ** 19;

/**
 * Calls `use` with the crew and closes its workers on every path. Returns warnings for the result.
 *
 * @throws InputError `bad-value` if `workers` is not a whole number of at least 0
 */
export async function withCrew<Task extends StudyTask, Chunk>(
  { subject, study, task, useful }: Work<Task, Chunk>,
  options: CrewOptions,
  use: (crew: Crew<Chunk>) => Promise<void>,
): Promise<Notice[]> {
  const most = mostWorkers(subject, options);
  const module = options.engine?.module ?? (await compileCore());
  const workers = newWorkers<Chunk>(module, task, options.workerUrl);
  const immediate = Math.min(most, options.workers ?? useful);
  const away = options.away === true || isLarge(task, LARGE_BYTES);
  const beginsHere = immediate === 0 || !away;
  try {
    await use({
      beginsHere,
      here: () => localRunner(module, task, study.prepare),
      repays: (ms) =>
        most > 0 && ms >= (threads?.hasIdleWorkers() ? REPAID_MS.warm : REPAID_MS.cold),
      recruit: (ms) =>
        workers.recruit(beginsHere ? Math.min(most, Math.ceil(ms / MS_PER_WORKER)) : immediate),
    });
  } finally {
    workers.close();
  }
  return workers.notices();
}

function mostWorkers(subject: string, { workers = processors() }: CrewOptions): number {
  const most = Math.min(workers, WORKERS_PER_PROCESSOR * processors(), room());
  if (Number.isSafeInteger(most) && most >= 0) return most;
  const detail = unexpected('workers', wholeAtLeast({ low: 0 }), workers);
  throw new InputError(badKeyValue(detail), { of: subject, key: 'workers' });
}

interface Workers<Chunk> {
  recruit(count: number): readonly Promise<Runner<Chunk>>[];
  close(): void;
  /** The reason why the calling thread did all the work, if no worker could be started. */
  notices(): Notice[];
}

function newWorkers<Chunk>(
  module: WebAssembly.Module,
  task: object,
  workerUrl: string | URL | undefined,
): Workers<Chunk> {
  const recruits: Threads.Recruit<Chunk>[] = [];
  let came = 0;
  let cause: Told | undefined;
  return {
    recruit(count) {
      while (recruits.length < count) {
        const recruit = later(loadThreads(), ({ recruitWorker }) =>
          recruitWorker<Chunk>(module, task, workerUrl),
        );
        recruit.ready.then(
          () => (came += 1),
          (error: unknown) => (cause ??= causeOf(error)),
        );
        recruits.push(recruit);
      }
      return recruits.map(({ ready }) => ready);
    },
    close: () => recruits.forEach((recruit) => recruit.close()),
    notices: () => (came > 0 || cause === undefined ? [] : [noWorkers(cause, workerUrl)]),
  };
}

/** The part of the library that starts workers, once it has been loaded. */
let threads: typeof Threads | undefined;

async function loadThreads() {
  return (threads ??= await import('./workers/recruit.js'));
}

/** A recruit that waits for a part of the library, unless it is closed first. */
function later<Part, Chunk>(
  part: Promise<Part>,
  recruitFrom: (part: Part) => Threads.Recruit<Chunk>,
): Threads.Recruit<Chunk> {
  let recruit: Threads.Recruit<Chunk> | undefined;
  let closed = false;
  const ready = part.then((loaded) => {
    if (closed) throw fault(workEnded());
    recruit = recruitFrom(loaded);
    return recruit.ready;
  });
  return {
    ready,
    close() {
      closed = true;
      recruit?.close();
    },
  };
}

function noWorkers(cause: Told, workerUrl: string | URL | undefined): Notice {
  const url = workerUrl === undefined ? {} : { workerUrl: String(workerUrl).slice(0, 100) };
  const detail = { reason: cause.text.slice(0, 200), cause, ...url };
  return { code: 'no-workers', message: noWorkersWords(detail), detail };
}
