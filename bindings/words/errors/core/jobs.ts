/** Errors of repeated work in workers and on other machines, in English. */
import { counted, showWord } from '../../text/messages.js';
import { says, type Told } from '../../told.js';

/** What a worker, a runner or the host says of a failure, in its own words. */
interface Reason {
  readonly reason: string;
}

export const workerFailed = says(
  'worker-failed/attempts',
  ({ cause, attempts }: { readonly cause: Told; readonly attempts: number }) =>
    `a worker failed ${attempts} times (${cause.text}); set workers to 0 to run in the calling thread`,
);
export const taskFailed = says(
  'worker-failed/task',
  ({ cause }: Reason & { readonly cause: Told }) =>
    `the task cannot run here: ${cause.text}; send the task of this build as it is`,
);
export const runnerFailed = says('runner-failed', 'the runner failed: {reason}');
export const otherJobs = says(
  'runner-failed/other-jobs',
  'the runner failed: it returned something else than the jobs that were sent',
);
export const jobsLeft = says(
  'runner-failed/jobs-left',
  ({ left }: { readonly left: number }) =>
    `the runner failed: it ended without ${counted(left, 'job')}`,
);

/** A value of a type that is no plain data. */
export const notPlain = says(
  'not-plain-data',
  'expected plain data with arrays of numbers, found a {found}; send plain data',
);

/** Why a value cannot be written as plain data. */
export type PlainProblem = keyof typeof values;

const values = {
  hole: 'list with a hole',
  size: 'value that is too large, too deep or holds itself',
  json: 'value that JSON lacks',
  prototype: 'key __proto__',
} as const;

export const notWritten = says(
  'not-plain-data/value',
  ({ problem }: { readonly problem: PlainProblem }) =>
    `expected plain data with arrays of numbers, found a ${values[problem]}; send plain data`,
);

/** What is wrong with bytes that should be plain data. */
export type BytesProblem = keyof typeof problems;

const problems = {
  length: 'a length beyond the bytes',
  'unknown-array': 'an unknown array',
  'array-length': 'an array beyond the bytes',
  rest: 'bytes after the arrays',
  'no-list': 'no list',
  'no-entries': 'no entries',
  'no-keys': 'no keys',
  'unknown-number': 'an unknown number',
  prototype: 'a key __proto__',
} as const;

const notRead = (reason: string) =>
  `expected the bytes of plain data, found others (${reason}); send them again`;

export const otherBytes = says(
  'not-plain-data/bytes',
  ({ problem }: { readonly problem: BytesProblem }) => notRead(problems[problem]),
);
export const unreadableBytes = says('not-plain-data/unreadable', ({ reason }: Reason) =>
  notRead(reason.slice(0, 100)),
);

/** The kind that a task has. */
interface Kind {
  readonly kind: unknown;
}

export const codeInTask = says<'code-in-task', [Kind]>(
  'code-in-task',
  () =>
    'expected a task that is data, found one that names code; a statistic of yours runs in the process that you give it, with its own workers',
);
export const unknownTask = says(
  'bad-task',
  ({ kind }: Kind) =>
    `expected a task of this build, found ${kind === undefined ? 'no kind' : `the kind ${showWord(kind)}`}; send it with the build that computes it`,
);
