import { EconError, EngineError } from '../core/errors.js';
import type { Chunk } from './replicator.js';
import type { Runner } from './runner.js';

/** Milliseconds a chunk should take: long against messages, short against progress and stopping. */
const TARGET_MS = 15;
const FIRST_CHUNK = 64;
const SMALLEST_CHUNK = 32;
const LARGEST_CHUNK = 16384;
/** Times a chunk is given out again after its worker died. */
const ATTEMPTS = 3;

/**
 * Hands out replicates 0 to `reps` - 1 in chunks, whichever runner is free, until all are done or
 * `signal` aborts. Chunks grow or shrink with each runner's speed; that changes no result.
 */
export async function schedule(
  runners: readonly Runner[],
  reps: number,
  signal: AbortSignal | undefined,
  take: (chunk: Chunk) => void,
): Promise<void> {
  const returned: { first: number; count: number; attempt: number }[] = [];
  let next = 0;
  let failed = false;

  const claim = (size: number) => {
    const again = returned.pop();
    if (again !== undefined || next >= reps) return again;
    const first = next;
    next = Math.min(reps, next + size);
    return { first, count: next - first, attempt: 1 };
  };

  const serve = async (runner: Runner) => {
    let size = FIRST_CHUNK;
    while (!failed && !signal?.aborted) {
      const job = claim(size);
      if (job === undefined) return;
      const start = performance.now();
      try {
        take(await raceAbort(runner.run(job.first, job.count), signal));
        size = nextSize(size, performance.now() - start);
      } catch (error) {
        if (signal?.aborted) return;
        if (error instanceof EconError || job.attempt >= ATTEMPTS) {
          failed = true;
          throw asError(error);
        }
        returned.push({ ...job, attempt: job.attempt + 1 });
      }
    }
  };
  await Promise.all(runners.map(serve));
}

function nextSize(size: number, elapsed: number): number {
  const wanted = (size * TARGET_MS) / Math.max(elapsed, 0.1);
  const bounded = Math.min(Math.max(wanted, size / 2, SMALLEST_CHUNK), 2 * size, LARGEST_CHUNK);
  return SMALLEST_CHUNK * Math.ceil(bounded / SMALLEST_CHUNK);
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

function asError(error: unknown): EconError {
  if (error instanceof EconError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new EngineError(
    'worker-failed',
    `bootstrap: a worker failed ${ATTEMPTS} times: ${message}`,
  );
}
