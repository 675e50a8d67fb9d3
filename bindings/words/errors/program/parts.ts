/** Errors of the parts in a queue and of their workers, in English. */
import { says, type Told } from '../../told.js';

export interface LargeResult {
  readonly path: 'parts';
  readonly most: number;
  readonly bytes: number;
}

export const largeResult = says(
  'bad-value/queue-result',
  ({ most, bytes }: LargeResult) =>
    `expected a result of at most ${most} bytes, found ${bytes}; divide the work into more parts`,
);
export const otherTaskKind = says(
  'bad-task/kind',
  'expected a task of kind {expected}, found {kind}; it is not computed',
);

/** The key of the job that is wrong; undefined if it is the range of its jobs. */
export const badJobKey = says(
  'bad-task/job',
  ({ key }: { readonly key: string | undefined }) =>
    `expected a job that a runner sent, found one whose ${key ?? 'range'} is wrong; it is not computed`,
);
export const unsealedJob = says(
  'bad-task/seal',
  'expected a job that a runner sent, found one without the seal of this key; it is not computed',
);
export const resultDamaged = says('queue-result/damaged', 'it is damaged, or no worker wrote it');
export const resultBuild = says(
  'queue-result/build',
  'worker {worker} has core {found}, expected {expected}',
);

interface OfWorker {
  readonly worker: string;
}

export const resultSeal = says(
  'queue-result/seal',
  'that of worker {worker} has no seal of this key',
);
export const resultOther = says('queue-result/other', 'worker {worker} computed something else');

/** A result of jobs `first` to `end - 1` that was refused. */
export interface RefusedResult {
  readonly first: number;
  readonly end: number;
  /** Why, in English. */
  readonly refusal: string;
  /** Why, as data. */
  readonly because: Told;
  /** How often results of these jobs were refused. */
  readonly times: number;
}

export const resultRefused = says(
  'queue-failed/result',
  ({ first, end, because, times }: RefusedResult) =>
    `the result of jobs ${first} to ${end - 1} is refused: ${because.text}, for the ${times}rd time; find out who writes to the queue`,
);
export const workerUnreadable = says(
  'queue-worker/unreadable',
  'the note of a worker cannot be read and is ignored',
);
export const workerKey = says(
  'queue-worker/key',
  'worker {worker} is refused: it has another queue key, or none',
);
export const workerBuild = says(
  'queue-worker/build',
  'worker {worker} is refused: it has core {found} of {version}, expected {expected}',
);

export interface NoWorker {
  readonly cause: undefined;
  readonly seconds: number;
  /** Why other workers were refused. */
  readonly others: readonly Told[];
}

export const noWorker = says('queue-failed/no-worker', ({ seconds, others }: NoWorker) =>
  [
    `expected a worker of this build and key, found none in ${seconds} s`,
    ...others.map(({ text }) => text),
  ].join('; '),
);

/** The code and the message of what failed. */
export interface WorkerFailed extends OfWorker {
  readonly cause: string;
  readonly reason: string;
}

export const workerFailed = says(
  'queue-failed/worker',
  ({ worker, reason }: WorkerFailed) => `worker ${worker} failed: ${reason}`,
);
export const runnerFailed = says(
  'runner-failed/queue',
  ({ reason }: { readonly reason: string; readonly error: Told }) => `the runner failed: ${reason}`,
);
