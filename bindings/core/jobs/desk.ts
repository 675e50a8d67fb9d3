/** Hands out chunks of numbered jobs to runners, in sizes that follow their speed. */
import { causeOf } from '../errors/cause.js';
import { EconError, EngineError } from '../errors/errors.js';
import { handOut, type Job, type Schedule } from './ranges.js';
import { openPace, type Pace } from './pace.js';
import type { Runner, Turn } from './runner.js';
import type { Computed } from './study.js';
import { workerFailed } from '../../words/errors/core/jobs.js';

/** Attempts at a chunk before its failure is final. */
const ATTEMPTS = 3;
/** A chunk contains at most 1 / (SHARES n) of the remaining jobs for n runners, so the last chunks are small. */
const SHARES = 2;

export interface Desk<Chunk> {
  /** True if no more jobs need to be handed out. */
  done(): boolean;
  /** True if jobs are left, although no runner works at them. */
  abandoned(): boolean;
  /** Counts runners that arrive or leave; the others' shares change accordingly. */
  enter(count: number): void;
  leave(): void;
  /**
   * Lets a runner work until the jobs are done, until it cannot go on, or until `leaves` returns true after a chunk; it
   * receives the time that this runner would need for the rest. A runner of depth 2 receives its next chunk while it
   * computes one, so it does not wait for messages. Long chunks and the last ones are not sent ahead, because another
   * runner may be free earlier.
   */
  serve(runner: Runner<Chunk>, leaves?: (msLeft: number) => boolean): Promise<void>;
}

interface Sent<Chunk> {
  readonly job: Job;
  readonly computed: Promise<Computed<Chunk>>;
}

export function openDesk<Chunk>(plan: Schedule<Chunk>, stop: Stopper): Desk<Chunk> {
  const { ranges, signal, enough, take, sizes } = plan;
  const jobs = handOut(ranges, sizes.smallest);
  let runners = 0;
  /** Chunks that runners compute. */
  let out = 0;
  let failed = false;
  const turns = openTurns<Chunk>(stop);

  const shares = () => (runners > 1 ? SHARES * runners : 1);
  const many = () => jobs.left >= shares() * sizes.smallest;
  const done = () => failed || signal?.aborted === true || enough();
  const send = async (
    runner: Runner<Chunk>,
    pace: Pace,
    isUseful = () => true,
  ): Promise<Sent<Chunk> | undefined> => {
    const turn = done() ? undefined : await turns.of(runner);
    const job = turn && !done() && isUseful() ? jobs.claim(pace.size, shares()) : undefined;
    if (job === undefined) {
      turn?.pass();
      return undefined;
    }
    out += 1;
    const computed = turn!.run(job.first, job.count);
    computed.catch(() => undefined); // it may fail while the code awaits another chunk
    return { job, computed };
  };
  /** Takes a chunk and resolves to the milliseconds that it took. */
  const finish = async (sent: Sent<Chunk>): Promise<number | undefined> => {
    try {
      const computed = await answerOf(sent, plan, stop);
      if (computed === undefined) jobs.giveBack(sent.job);
      else take(computed.chunk);
      return computed?.ms;
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      out -= 1;
      if (done() || (out === 0 && jobs.empty)) turns.end();
    }
  };

  return {
    done,
    abandoned: () => !done() && out === 0 && !jobs.empty,
    enter: (count) => void (runners += count),
    leave: () => void (runners -= 1),
    async serve(runner, leaves = () => false) {
      const pace = openPace(sizes);
      let ahead: Promise<Sent<Chunk> | undefined> | undefined;
      for (;;) {
        const sent = (await ahead) ?? (await send(runner, pace));
        if (sent === undefined) return;
        ahead = pace.isBrief && runner.depth > 1 ? send(runner, pace, many) : undefined;
        const ms = await finish(sent);
        if (ms === undefined) continue;
        pace.took(sent.job.count, ms);
        if (leaves(pace.msFor(jobs.left))) return;
      }
    },
  };
}

/**
 * The chunk; undefined if it failed and is to be computed again, or if the signal aborted.
 *
 * @throws EngineError `worker-failed` at the last attempt; EconError
 */
async function answerOf<Chunk>(
  { job, computed }: Sent<Chunk>,
  { subject, signal }: Schedule<Chunk>,
  stop: Stopper,
): Promise<Computed<Chunk> | undefined> {
  try {
    return await stop.race(computed);
  } catch (error) {
    if (signal?.aborted === true) return undefined;
    if (error instanceof EconError || job.attempt >= ATTEMPTS) throw asError(subject, error);
    return undefined;
  }
}

interface Turns<Chunk> {
  /** The turn of a runner; undefined if the work ends before, or the runner does. */
  of(runner: Runner<Chunk>): Promise<Turn<Chunk> | undefined>;
  /** Ends the work for those that wait for a turn, which they will pass. */
  end(): void;
}

function openTurns<Chunk>(stop: Stopper): Turns<Chunk> {
  const waiting = new Set<() => void>();
  return {
    of: (runner) =>
      new Promise((resolve) => {
        const giveUp = () => resolve(undefined);
        const take = (turn: Turn<Chunk>) => (waiting.delete(giveUp) ? resolve(turn) : turn.pass());
        waiting.add(giveUp);
        stop.race(runner.turn().then(take)).catch(() => {
          waiting.delete(giveUp);
          giveUp();
        });
      }),
    end() {
      const all = [...waiting];
      waiting.clear();
      all.forEach((giveUp) => giveUp());
    },
  };
}

function asError(subject: string, error: unknown): EconError {
  if (error instanceof EconError) return error;
  const told = workerFailed({ cause: causeOf(error), attempts: ATTEMPTS });
  return new EngineError(told, { of: subject, cause: error });
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
