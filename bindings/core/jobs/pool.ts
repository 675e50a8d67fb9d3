/**
 * The threads that can do the work of a run: the calling thread, and workers. A new worker can compute after 50 to 100
 * ms, so small work begins in the calling thread, which measures it; workers start if enough is left to be worth it. A
 * job's result has the same bits wherever it is computed.
 */
import { compileCore } from '../engine/engine.js';
import { InputError } from '../errors/errors.js';
import { onFirstUse } from '../values/first-use.js';
import type { RunOptions } from './run-options.js';
import { processors, room, threadLimit, usualWorkers } from './processors.js';
import { localRunner, type Runner } from './runner.js';
import type { Study, StudyTask } from './study.js';
import type { Notice } from './workers/team.js';
import type * as Threads from './workers/team.js';
import { badKeyValue } from '../../words/errors/values.js';
import { wholeAtLeast } from '../../words/expectations/values.js';
import { unexpected } from '../errors/bad-argument.js';

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
  /** True if a worker answers: then only other runs of its thread delay it. */
  started(): boolean;
  /** Starts workers for `ms` milliseconds of work. Each promise resolves when its worker can run chunks, or rejects. */
  recruit(ms: number): readonly Promise<Runner<Chunk>>[];
}

/** The options that decide where work runs. */
export interface CrewOptions extends Pick<RunOptions, 'workers' | 'workerUrl' | 'engine'> {
  /** Keeps the calling thread free: it works only if no worker can be started. */
  readonly away?: boolean;
}

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
  const { most, limit } = boundsOf(subject, options);
  const module = options.engine?.module ?? (await compileCore());
  const { workerUrl } = options;
  let team: Threads.Team<Chunk> | undefined;
  let closed = false;
  const recruit = (count: number): readonly Promise<Runner<Chunk>>[] => {
    const opened = threads.load().then(({ openTeam }) => {
      if (!closed) team = openTeam({ module, task, workerUrl, limit });
    });
    return Array.from({ length: count }, () => opened.then(() => team!.recruit()));
  };
  const immediate = Math.min(most, options.workers ?? useful);
  const away = options.away === true || isLarge(task, LARGE_BYTES);
  const beginsHere = immediate === 0 || !away;
  try {
    await use({
      beginsHere,
      here: () => localRunner(module, task, study.prepare),
      repays: (ms) =>
        most > 0 && ms >= (threads.loaded?.hasIdleThreads() ? REPAID_MS.warm : REPAID_MS.cold),
      started: () => team?.started === true,
      recruit: (ms) =>
        recruit(beginsHere ? Math.min(most, Math.ceil(ms / MS_PER_WORKER)) : immediate),
    });
  } finally {
    closed = true;
    team?.close();
  }
  return team?.notices() ?? [];
}

/** How many threads a run may use, and below how many of the process it starts another. */
function boundsOf(subject: string, { workers = usualWorkers() }: CrewOptions) {
  const limit = Math.min(threadLimit(), room());
  const most = Math.min(workers, limit);
  if (!Number.isSafeInteger(most) || most < 0) {
    const detail = unexpected('workers', wholeAtLeast({ low: 0 }), workers);
    throw new InputError(badKeyValue(detail), { of: subject, key: 'workers' });
  }
  return { most, limit: Math.min(limit, Math.max(most, processors())) };
}

/** The part of the library that starts workers. */
const threads = onFirstUse(() => import('./workers/team.js'));
