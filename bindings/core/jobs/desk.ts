/** Hands out chunks of numbered jobs to runners, in sizes that follow their speed. */
import { causeOf } from '../errors/cause.js';
import { EconError, EngineError } from '../errors/errors.js';
import { handOut, type Job, type Schedule } from './ranges.js';
import type { Runner } from './runner.js';
import { workerFailed } from '../../words/errors/core/jobs.js';

/** Target duration of a chunk: long compared with a message, short enough for progress reports and a prompt stop. */
const TARGET_MS = 15;
const LARGEST_CHUNK = 16384;
/** Attempts at a chunk before its failure is final. */
const ATTEMPTS = 3;
/** A chunk contains at most 1 / (SHARES n) of the remaining jobs for n runners, so the last chunks are small. */
const SHARES = 2;
/** A chunk has at most this many times the jobs of the runner's previous chunk. */
const GROWTH = 8;
/** Milliseconds of work after which the remaining time can be estimated. */
const MEASURED_MS = 20;

export interface Desk<Chunk> {
  /** True if no more jobs need to be handed out. */
  done(): boolean;
  /** Counts runners that arrive or leave; the others' shares change accordingly. */
  enter(count: number): void;
  leave(): void;
  /**
   * Lets a runner work until the jobs are done, or until `leaves` returns true after a chunk; it receives the time that
   * this runner would need for the rest. A runner of depth 2 receives its next chunk while it computes one, so it does
   * not wait for messages. Long chunks and the last ones are not sent ahead, because another runner may be free
   * earlier.
   */
  serve(runner: Runner<Chunk>, leaves?: (msLeft: number) => boolean): Promise<void>;
}

interface Sent<Chunk> {
  readonly job: Job;
  readonly chunk: Promise<Chunk>;
  readonly startTime: number;
}

export function openDesk<Chunk>(
  { subject, ranges, signal, enough, take, sizes }: Schedule<Chunk>,
  stop: Stopper,
): Desk<Chunk> {
  const jobs = handOut(ranges, sizes.smallest);
  let runners = 0;
  let failed = false;

  const shares = () => (runners > 1 ? SHARES * runners : 1);
  const many = () => jobs.left >= shares() * sizes.smallest;
  const done = () => failed || signal?.aborted === true || enough();
  const send = (runner: Runner<Chunk>, size: number): Sent<Chunk> | undefined => {
    const job = done() ? undefined : jobs.claim(size, shares());
    if (job === undefined) return undefined;
    const chunk = runner.run(job.first, job.count);
    chunk.catch(() => undefined); // it may fail while the code awaits another chunk
    return { job, chunk, startTime: performance.now() };
  };
  /** Resolves to the milliseconds that a chunk took; undefined if it failed and will be handed out again. */
  const finish = async ({ job, chunk, startTime }: Sent<Chunk>, free: number) => {
    try {
      take(await stop.race(chunk));
      return performance.now() - Math.max(startTime, free);
    } catch (error) {
      if (signal?.aborted) return undefined;
      if (error instanceof EconError || job.attempt >= ATTEMPTS) {
        failed = true;
        throw asError(subject, error);
      }
      jobs.giveBack(job);
      return undefined;
    }
  };

  return {
    done,
    enter: (count) => void (runners += count),
    leave: () => void (runners -= 1),
    async serve(runner, leaves = () => false) {
      let size = sizes.first;
      let [brief, spent, free] = [false, 0, 0];
      let ahead: Sent<Chunk> | undefined;
      for (;;) {
        const sent = ahead ?? send(runner, size);
        if (sent === undefined) return;
        ahead = brief && runner.depth > 1 && many() ? send(runner, size) : undefined;
        const elapsed = await finish(sent, free);
        free = performance.now();
        if (elapsed === undefined) continue;
        size = nextSize(sent.job.count, elapsed, sizes.smallest);
        brief = elapsed < 2 * TARGET_MS;
        spent += elapsed;
        const msLeft = spent < MEASURED_MS ? 0 : (jobs.left * elapsed) / sent.job.count;
        if (leaves(msLeft)) return;
      }
    },
  };
}

function nextSize(size: number, elapsed: number, smallest: number): number {
  const wanted = (size * TARGET_MS) / Math.max(elapsed, 0.1);
  const bounded = Math.min(Math.max(wanted, size / 2, smallest), GROWTH * size, LARGEST_CHUNK);
  return smallest * Math.ceil(bounded / smallest);
}

function asError(subject: string, error: unknown): EconError {
  if (error instanceof EconError) return error;
  return new EngineError(workerFailed({ cause: causeOf(error), attempts: ATTEMPTS }), subject);
}

interface Stopper {
  /** The work, or a rejection as soon as the signal aborts. */
  race<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

/** One listener for all chunks, because Node warns of more than ten listeners on a signal. */
export function stopper(signal: AbortSignal | undefined): Stopper {
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
