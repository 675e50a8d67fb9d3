import { EconError, EngineError } from '../core/errors.js';
import { Batch } from '../generated/codes.js';
import { handOut, type Job } from './queue.js';
import type { Runner } from './runner.js';
import type { Range } from './range.js';

/** Milliseconds a chunk should take: long against messages, short against progress and stopping. */
const TARGET_MS = 15;
/** Whole batches of the core. */
const REPLICATES: ChunkSizes = { first: Batch.replicates, smallest: Batch.replicates };
const LARGEST_CHUNK = 16384;
/** Times a chunk is given out again after its worker died. */
const ATTEMPTS = 3;
/** One of several runners takes at most one part in so many of what is left for it: the last chunks are small. */
const SHARES = 2;
/** A chunk has at most so many times the jobs of the one before. */
const GROWTH = 8;

/** Jobs of a runner's first chunk, and the number whose multiples the later ones are. */
export interface ChunkSizes {
  readonly first: number;
  readonly smallest: number;
}

export interface Schedule<Chunk> {
  /** What is computed, for messages. */
  readonly subject: string;
  /** Numbers of the jobs, such as replicates. */
  readonly ranges: readonly Range[];
  readonly signal?: AbortSignal | undefined;
  /** True when no more are wanted. */
  readonly enough: () => boolean;
  readonly take: (chunk: Chunk) => void;
  /** Default those of replicates. */
  readonly sizes?: ChunkSizes | undefined;
}

interface Sent<Chunk> {
  readonly job: Job;
  readonly chunk: Promise<Chunk>;
  readonly at: number;
}

/**
 * Hands out jobs in chunks, in order, to whichever runner is free, until all are done, enough are,
 * or `signal` aborts. Chunks grow or shrink with each runner's speed; that changes no result. A runner of depth 2 is
 * asked for its next chunk while it computes one, so that it does not wait for messages, unless chunks are long or
 * the last: another runner may be free first.
 */
export async function schedule<Chunk>(
  runners: readonly Runner<Chunk>[],
  { subject, ranges, signal, enough, take, sizes = REPLICATES }: Schedule<Chunk>,
): Promise<void> {
  const shares = runners.length > 1 ? SHARES * runners.length : 1;
  const jobs = handOut(ranges, sizes.smallest, shares);
  const many = () => jobs.left >= shares * sizes.smallest;
  let failed = false;

  const send = (runner: Runner<Chunk>, size: number): Sent<Chunk> | undefined => {
    const job = failed || signal?.aborted || enough() ? undefined : jobs.claim(size);
    if (job === undefined) return undefined;
    const chunk = runner.run(job.first, job.count);
    chunk.catch(() => undefined); // it may fail while another is awaited
    return { job, chunk, at: performance.now() };
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
      const { job, chunk, at } = sent;
      try {
        take(await raceAbort(chunk, signal));
        const elapsed = performance.now() - Math.max(at, free);
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
  await Promise.all(runners.map(serve));
}

function nextSize(size: number, elapsed: number, smallest: number): number {
  const wanted = (size * TARGET_MS) / Math.max(elapsed, 0.1);
  const bounded = Math.min(Math.max(wanted, size / 2, smallest), GROWTH * size, LARGEST_CHUNK);
  return smallest * Math.ceil(bounded / smallest);
}

/** The chunk, or a rejection as soon as the signal aborts. */
function raceAbort<T>(work: PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return Promise.resolve(work);
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).then(() => signal.removeEventListener('abort', stop));
  });
}

function asError(subject: string, error: unknown): EconError {
  if (error instanceof EconError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new EngineError(
    'worker-failed',
    `${subject}: a worker failed ${ATTEMPTS} times: ${message}`,
  );
}
