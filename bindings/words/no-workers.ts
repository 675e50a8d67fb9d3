import type { Told } from './told.js';

/** Why no worker could be started, and what to do. */
export interface NoWorkers {
  /** In English. */
  readonly reason: string;
  /** The same as data; files of older versions lack it. */
  readonly cause?: Told;
  readonly workerUrl?: string;
}

/** What can be done about it. */
export type WorkersWay = 'policy' | 'types' | 'none' | 'taken' | 'address' | 'serve';

interface Refusal {
  readonly directive: string;
}

/** What can be done, by the reason: a host without workers cannot serve their file. */
export function wayToWorkers({ cause, workerUrl }: NoWorkers): WorkersWay {
  const { reasons = cause === undefined ? [] : [cause] } = (cause?.detail ?? {}) as {
    readonly reasons?: readonly Told[];
  };
  const ids = reasons.map(({ id }) => id);
  const refusal = reasons.find(({ id }) => id === 'worker/policy')?.detail as Refusal | undefined;
  if (refusal !== undefined) return /types/.test(refusal.directive) ? 'types' : 'policy';
  if (ids.includes('worker/none')) return 'none';
  if (ids.includes('worker/threads-taken')) return 'taken';
  return workerUrl === undefined ? 'serve' : 'address';
}

export function noWorkersWords(detail: NoWorkers): string {
  const { reason, workerUrl } = detail;
  const way = {
    policy: "let the page's policy allow workers (worker-src 'self' blob:), or set workers to 0",
    types: "leave require-trusted-types-for out of the page's policy, or set workers to 0",
    none: 'set workers to 0 in such a host',
    taken: 'wait for the other runs, or set workers to 0',
    address: `workerUrl is ${workerUrl}: set it to the address of the file of wasmetrics/worker`,
    serve:
      'serve the file of wasmetrics/worker and set workerUrl to its address, or set workers to 0',
  }[wayToWorkers(detail)];
  return `no worker could be started (${reason}), so the calling thread did all of the work, with the same result; ${way}`;
}
