import { EconError, EngineError } from '../core/errors.js';
import type { Runner } from './runner.js';
import type { Range } from './shard.js';

/** Milliseconds a chunk should take: long against messages, short against progress and stopping. */
const TARGET_MS = 15;
/** Whole batches of the core. */
const REPLICATES: ChunkSizes = { first: 64, smallest: 64 };
const LARGEST_CHUNK = 16384;
/** Times a chunk is given out again after its worker died. */
const ATTEMPTS = 3;

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

/**
 * Hands out jobs in chunks, in order, to whichever runner is free, until all are done, enough are,
 * or `signal` aborts. Chunks grow or shrink with each runner's speed; that changes no result.
 */
export async function schedule<Chunk>(
  runners: readonly Runner<Chunk>[],
  { subject, ranges, signal, enough, take, sizes = REPLICATES }: Schedule<Chunk>,
): Promise<void> {
  const returned: { first: number; count: number; attempt: number }[] = [];
  const left = ranges.map((range) => ({ ...range }));
  let failed = false;

  const claim = (size: number) => {
    const again = returned.pop();
    const range = left[0];
    if (again !== undefined || range === undefined) return again;
    const { first } = range;
    const count = Math.min(size, range.end - first);
    range.first += count;
    if (range.first === range.end) left.shift();
    return { first, count, attempt: 1 };
  };

  const serve = async (runner: Runner<Chunk>) => {
    let size = sizes.first;
    while (!failed && !signal?.aborted && !enough()) {
      const job = claim(size);
      if (job === undefined) return;
      const start = performance.now();
      try {
        take(await raceAbort(runner.run(job.first, job.count), signal));
        size = nextSize(size, performance.now() - start, sizes.smallest);
      } catch (error) {
        if (signal?.aborted) return;
        if (error instanceof EconError || job.attempt >= ATTEMPTS) {
          failed = true;
          throw asError(subject, error);
        }
        returned.push({ ...job, attempt: job.attempt + 1 });
      }
    }
  };
  await Promise.all(runners.map(serve));
}

function nextSize(size: number, elapsed: number, smallest: number): number {
  const wanted = (size * TARGET_MS) / Math.max(elapsed, 0.1);
  const bounded = Math.min(Math.max(wanted, size / 2, smallest), 2 * size, LARGEST_CHUNK);
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
