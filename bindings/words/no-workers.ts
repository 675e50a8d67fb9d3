import type { Told } from './told.js';

/** Why no worker could be started, and what to do. */
export interface NoWorkers {
  /** In English. */
  readonly reason: string;
  /** The same as data; files of older versions lack it. */
  readonly cause?: Told;
  readonly workerUrl?: string;
}

export function noWorkersWords({ reason, workerUrl }: NoWorkers): string {
  const way =
    workerUrl === undefined
      ? 'serve the file of wasmetrics/worker and set workerUrl to its address, or set workers to 0'
      : `workerUrl is ${workerUrl}: set it to the address of the file of wasmetrics/worker`;
  return `no worker could be started (${reason}), so the calling thread did all of the work, with the same result; ${way}`;
}
