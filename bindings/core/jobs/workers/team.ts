/** The workers of a run. This is a separate part of the library, loaded when there is enough work for a worker. */
import { causeOf } from '../../errors/cause.js';
import { type NoWorkers, noWorkersWords } from '../../../words/no-workers.js';
import type { Told } from '../../../words/told.js';
import type { Runner } from '../runner.js';
import { type Recruit, recruitWorker, type Work } from './recruit.js';

import type { Thread } from './threads.js';

export { hasIdleThreads } from './threads.js';

/** A warning for the result. */
export interface Notice {
  readonly code: 'no-workers';
  readonly message: string;
  readonly detail: NoWorkers;
}

export interface Team<Chunk> {
  /** True if a worker answers: then only other runs of its thread delay it. */
  readonly started: boolean;
  /** Another worker: its runner, when it has the task. Rejects if no worker can be had. */
  recruit(): Promise<Runner<Chunk>>;
  close(): void;
  /** The reason why the calling thread did all the work, if no worker could be started. */
  notices(): Notice[];
}

export function openTeam<Chunk>({
  limit,
  ...work
}: Omit<Work, 'seats'> & { readonly limit: number }): Team<Chunk> {
  const seats = { limit, threads: new Set<Thread>() };
  const recruits: Recruit<Chunk>[] = [];
  let [started, came] = [false, false];
  let cause: Told | undefined;
  return {
    get started() {
      return started;
    },
    recruit() {
      const recruit = recruitWorker<Chunk>({ ...work, seats });
      recruits.push(recruit);
      recruit.started.then(
        () => (started = true),
        () => undefined, // `ready` rejects too
      );
      recruit.ready.then(
        () => (came = true),
        (error: unknown) => (cause ??= causeOf(error)),
      );
      return recruit.ready;
    },
    close: () => recruits.forEach((recruit) => recruit.close()),
    notices: () => (came || cause === undefined ? [] : [noWorkers(cause, work.workerUrl)]),
  };
}

function noWorkers(cause: Told, workerUrl: string | URL | undefined): Notice {
  const url = workerUrl === undefined ? {} : { workerUrl: String(workerUrl).slice(0, 100) };
  const detail = { reason: cause.text.slice(0, 200), cause, ...url };
  return { code: 'no-workers', message: noWorkersWords(detail), detail };
}
