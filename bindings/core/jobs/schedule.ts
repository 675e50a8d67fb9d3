/** Decides who works when: the calling thread, and the workers that it starts. */
import { openDesk, stopper } from './desk.js';
import type { Schedule } from './ranges.js';
import { type Crew, type CrewOptions, withCrew, type Work } from './pool.js';
import type { Notice } from './workers/team.js';
import type { Runner } from './runner.js';
import { sharedEngine } from '../engine/engine.js';
import type { RunOptions } from './run-options.js';
import type { StudyTask } from './study.js';

/** Milliseconds after which the calling thread helps if no worker has started. */
const HEAD_START_MS = 3000;

/**
 * Hands out jobs in order, in chunks, to any free runner. It ends when all jobs are done, enough are done, or `signal`
 * aborts. If the calling thread begins, it starts workers when they are worth it, and continues while they start. If
 * workers begin, it helps only if they are late or do not start.
 *
 * @throws EngineError `worker-failed` after three failed attempts at a chunk; EconError of a job
 */
export async function schedule<Chunk>(crew: Crew<Chunk>, plan: Schedule<Chunk>): Promise<void> {
  const stop = stopper(plan.signal);
  const desk = openDesk(plan, stop);
  /** The work of each worker, until the end. */
  const loops: Promise<void>[] = [];
  /** Number of workers that are starting; undefined before the first. */
  let coming: number | undefined;

  const join = async (ready: Promise<Runner<Chunk>>) => {
    try {
      const runner = await stop.race(ready);
      const loop = desk.serve(runner);
      loop.catch(() => undefined); // thrown below
      loops.push(loop);
    } catch {
      desk.leave(); // the crew records the reason
    } finally {
      coming! -= 1;
    }
  };
  const recruit = (ms: number): Promise<void>[] => {
    const recruits = crew.recruit(ms);
    coming = recruits.length;
    desk.enter(coming);
    return recruits.map(join);
  };
  const workHere = async () => {
    const runner = await crew.here();
    const workersSuffice = () => coming === 0 && loops.length > 0;
    desk.enter(1);
    await desk.serve(runner, (msLeft) => {
      if (coming === undefined && crew.repays(msLeft)) recruit(msLeft);
      return workersSuffice();
    });
    desk.leave();
  };
  const finishHere = async () => {
    desk.enter(1);
    await desk.serve(await crew.here());
  };

  try {
    if (!crew.beginsHere) await firstOf(recruit(Infinity), () => loops.length > 0, crew.started);
    if (loops.length === 0 && !desk.done()) await workHere();
    for (let waited = 0; waited < loops.length;) {
      waited = loops.length;
      await Promise.all(loops);
    }
    if (desk.abandoned()) await finishHere(); // all workers ended, and none takes their place
  } finally {
    stop.end();
  }
}

/**
 * Waits until `isEnough` is true after one of the promises has settled, until all have, or until the head start is
 * over and nothing has started.
 */
function firstOf(
  promises: readonly Promise<void>[],
  isEnough: () => boolean,
  started: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => started() || resolve(), HEAD_START_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    for (const promise of promises) void promise.then(() => isEnough() && end());
    void Promise.all(promises).then(end);
  });
}

/** Does work in this process. Returns warnings for the result. @throws as `withCrew` and `schedule` */
export function runHere<Task extends StudyTask, Chunk>(
  work: Work<Task, Chunk>,
  options: CrewOptions,
  plan: Schedule<Chunk>,
): Promise<Notice[]> {
  return withCrew(work, options, (crew) => schedule(crew, plan));
}

/** Does work here or elsewhere. Returns warnings for the result. @throws as `runHere` and `shareWork` */
export async function runWork<Task extends StudyTask, Chunk>(
  work: Work<Task, Chunk>,
  options: CrewOptions & Pick<RunOptions, 'runner'>,
  plan: Schedule<Chunk>,
): Promise<Notice[]> {
  if (options.runner === undefined) return runHere(work, options, plan);
  const { info } = options.engine ?? (await sharedEngine());
  const { shareWork } = await import('./shared-work.js');
  await shareWork(options.runner, { ...work, build: info }, plan);
  return [];
}
