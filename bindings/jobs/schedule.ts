import { EconError, EngineError } from '../core/errors.js';
import { handOut, type Job, type Range } from './queue.js';
import type { Runner } from './runner.js';

/** Target duration of a chunk: long compared with a message, short enough to report progress and to stop. */
const TARGET_MS = 15;
const LARGEST_CHUNK = 16384;
/** Attempts at a chunk before its failure is final. */
const ATTEMPTS = 3;
/** A chunk of n runners holds at most 1 / (SHARES n) of the remaining jobs, so the last chunks are small. */
const SHARES = 2;
/** A chunk holds at most this many times the jobs of the runner's chunk before. */
const GROWTH = 8;

/** Jobs in a runner's first chunk; later chunks hold multiples of `smallest`. */
export interface ChunkSizes {
  readonly first: number;
  readonly smallest: number;
}

export interface Schedule<Chunk> {
  /** Name of the analysis, for messages. */
  readonly subject: string;
  /** Numbers of the jobs. */
  readonly ranges: readonly Range[];
  readonly signal?: AbortSignal | undefined;
  /** True when no more jobs are needed. */
  readonly enough: () => boolean;
  readonly take: (chunk: Chunk) => void;
  readonly sizes: ChunkSizes;
  /** True if some of the jobs are worth a result. Default false. */
  readonly partly?: boolean | undefined;
}

interface Sent<Chunk> {
  readonly job: Job;
  readonly chunk: Promise<Chunk>;
  readonly startTime: number;
}

/**
 * Hands out jobs in order, in chunks, to whichever runner is free. It ends when all jobs are done, enough are done,
 * or `signal` aborts. The size of a chunk follows the runner's speed and changes no result. A runner of depth 2
 * receives its next chunk while it computes one, so it does not wait for messages. Long chunks and the last ones are
 * not sent ahead, as another runner may be free first.
 *
 * @throws EngineError `worker-failed` after three failed attempts at a chunk; EconError of a job
 */
export async function schedule<Chunk>(
  runners: readonly Runner<Chunk>[],
  { subject, ranges, signal, enough, take, sizes }: Schedule<Chunk>,
): Promise<void> {
  const shares = runners.length > 1 ? SHARES * runners.length : 1;
  const jobs = handOut(ranges, sizes.smallest, shares);
  const stop = stopper(signal);
  const many = () => jobs.left >= shares * sizes.smallest;
  let failed = false;

  const send = (runner: Runner<Chunk>, size: number): Sent<Chunk> | undefined => {
    const job = failed || signal?.aborted || enough() ? undefined : jobs.claim(size);
    if (job === undefined) return undefined;
    const chunk = runner.run(job.first, job.count);
    chunk.catch(() => undefined); // it may fail while the code awaits another chunk
    return { job, chunk, startTime: performance.now() };
  };

  const serve = async (runner: Runner<Chunk>) => {
    let size = sizes.first;
    let brief = false;
    let free = 0;
    let ahead: Sent<Chunk> | undefined;
    for (;;) {
      const sent = ahead ?? send(runner, size);
      if (sent === undefined) return;
      ahead = brief && runner.depth > 1 && many() ? send(runner, size) : undefined;
      const { job, chunk, startTime } = sent;
      try {
        take(await stop.race(chunk));
        const elapsed = performance.now() - Math.max(startTime, free);
        size = nextSize(job.count, elapsed, sizes.smallest);
        brief = elapsed < 2 * TARGET_MS;
      } catch (error) {
        if (signal?.aborted) return;
        if (error instanceof EconError || job.attempt >= ATTEMPTS) {
          failed = true;
          throw asError(subject, error);
        }
        jobs.giveBack(job);
      }
      free = performance.now();
    }
  };
  try {
    await Promise.all(runners.map(serve));
  } finally {
    stop.end();
  }
}

function nextSize(size: number, elapsed: number, smallest: number): number {
  const wanted = (size * TARGET_MS) / Math.max(elapsed, 0.1);
  const bounded = Math.min(Math.max(wanted, size / 2, smallest), GROWTH * size, LARGEST_CHUNK);
  return smallest * Math.ceil(bounded / smallest);
}

interface Stopper {
  /** The work, or a rejection as soon as the signal aborts. */
  race<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

/** One listener for all chunks, as Node warns of more than ten on a signal. */
function stopper(signal: AbortSignal | undefined): Stopper {
  if (signal === undefined) return { race: (work) => work, end: () => undefined };
  const waiting = new Set<(reason: unknown) => void>();
  const stop = () => waiting.forEach((reject) => reject(signal.reason));
  signal.addEventListener('abort', stop, { once: true });
  return {
    race: (work) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        work.then(resolve, reject).finally(() => waiting.delete(reject));
      }),
    end: () => signal.removeEventListener('abort', stop),
  };
}

function asError(subject: string, error: unknown): EconError {
  if (error instanceof EconError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new EngineError(
    'worker-failed',
    `${subject}: a worker failed ${ATTEMPTS} times (${message}); set workers to 0 to run in the calling thread`,
  );
}
