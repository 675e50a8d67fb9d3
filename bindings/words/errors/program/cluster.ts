/** Errors of job folders: their plans, inputs and outputs, in English. */
import { says, type Told } from '../../told.js';

interface OfFile {
  readonly file: string;
}

export interface PlanParts {
  readonly path: 'parts';
  readonly found: number;
  readonly most: number;
}

export const badPlanParts = says(
  'bad-value/plan-parts',
  ({ most, found }: PlanParts) =>
    `expected a whole number from 1 to ${most}, the pieces into which the jobs can be divided, found ${found}`,
);

export interface PlanMemory {
  readonly path: 'memory';
  readonly found: number;
  /** Gigabytes, rounded to two decimals. */
  readonly least: string;
}

export const badPlanMemory = says(
  'bad-value/plan-memory',
  ({ least, found }: PlanMemory) =>
    `expected more than ${least} gigabytes, which a part takes whatever its jobs, found ${found}; use fewer workers or more memory`,
);
export const workBegun = says(
  'bad-value/begun',
  (_: { readonly subject: string }) =>
    'expected work that has not begun, found some of its jobs done; leave out checkpoints and caches',
);
export const missingInput = says(
  'file-not-found/input',
  (_: OfFile) => 'file not found, an input of the command',
);
export const inputNotFrozen = says(
  'file-not-readable/input',
  ({ words }: OfFile & { readonly words: string }) =>
    `cannot be frozen: ${words}, an input of the command`,
);
export const missingPlanned = says(
  'file-not-found/planned',
  ({ what }: OfFile & { readonly what: 'input' | 'task' }) =>
    `file not found, ${what === 'input' ? 'an input' : 'a task'} of the job folder; plan the folder again`,
);

export interface OtherContents extends OfFile {
  /** Hashes; `found` may say what else is there. */
  readonly expected: string;
  readonly found: string;
}

export const otherInput = says(
  'other-data/input',
  ({ expected, found }: OtherContents) =>
    `expected the contents that were planned (SHA-256 ${expected}), found others (${found}); plan the folder again`,
);
export const otherTask = says(
  'other-data/task',
  ({ expected, found }: OtherContents) =>
    `expected the contents that were planned (${expected}), found others (${found}); plan the folder again`,
);
export const unplannedInput = says(
  'other-data/unplanned',
  (_: OfFile) =>
    'expected a file that was planned, found another, which the plan does not name; plan the folder again',
);
export const outputOutside = says(
  'output-outside',
  'expected outputs below {root}, found {file}; name another folder with --out',
);

interface Build {
  readonly version: string;
  readonly sha256: string;
}

export const otherEngine = says(
  'other-engine/plan',
  ({ expected, found }: { readonly expected: Build; readonly found: Build }) =>
    `expected wasmetrics ${expected.version} with core ${expected.sha256}, found ${found.version} with core ${found.sha256}; run the build that planned the folder, or plan it again`,
);

const again = 'make the folder with wasmetrics plan';

export const noPlan = says(
  'not-a-plan/none',
  ({ file, name }: OfFile & { readonly name: string }) =>
    `${file}: expected a job folder with ${name}, found none; ${again}`,
);
export const largePlan = says(
  'not-a-plan/large',
  ({ file, most, bytes }: OfFile & { readonly most: number; readonly bytes: number }) =>
    `${file}: expected at most ${most} bytes, found ${bytes}; ${again}`,
);
export const planNoJson = says(
  'not-a-plan/json',
  ({ file }: OfFile) =>
    `${file}: expected JSON that wasmetrics plan wrote, found something else; ${again}`,
);

export interface WrongPlan extends OfFile {
  /** The key at fault; empty for the whole plan. */
  readonly key: string;
  /** What is wrong with it if it has the right form. */
  readonly fault: Told | undefined;
}

/** Parts of a plan that contradict each other. */
export type PlanFault = 'pieces' | 'jobs' | 'folder' | 'parts' | 'twice';

const faults: Readonly<Record<PlanFault, string>> = {
  pieces: 'pieces of more jobs than there are',
  jobs: 'jobs that are not those of its works',
  folder: 'more pieces than a folder can have',
  parts: 'more parts than pieces',
  twice: 'a work twice',
};

export const planFault = says(
  'plan-fault',
  ({ kind }: { readonly kind: PlanFault }) => faults[kind],
);

export const wrongPlan = says('not-a-plan/key', ({ file, key, fault }: WrongPlan) => {
  const place = key === '' ? '' : `${key}: `;
  const other = fault === undefined ? '' : `: ${fault.text}`;
  return `${file}: ${place}expected what wasmetrics plan writes${other}; ${again}`;
});
export const notRepeating = says(
  'usage/not-repeating',
  ({ known, found }: { readonly known: readonly string[]; readonly found: string | undefined }) =>
    `expected a command that repeats work (${known.join(', ')}), found ${found ?? 'none'}`,
);
export const inJobFolder = says(
  'usage/job-folder',
  '{option} cannot be used in a job folder, which keeps its parts; leave it out',
);
export const noQueuePackages = says(
  'missing-package/queue',
  (_: { readonly package: string }) =>
    'the packages bullmq and ioredis are not installed; run npm install bullmq ioredis',
);

interface Range {
  readonly first: number;
  readonly end: number;
}

export interface MissingParts {
  readonly completed: number;
  /** Jobs of all parts. */
  readonly reps: number;
  readonly missing: readonly Range[];
  readonly subject: string;
  /** Whether a partial result is possible. */
  readonly partly: boolean;
}

/** Maximum number of missing ranges in a message. */
const NAMED = 8;

export const missingParts = says('missing-replicates/merge', (detail: MissingParts) => {
  const { completed, reps, missing, subject, partly } = detail;
  const names = missing.slice(0, NAMED).map(({ first, end }) => `${first} to ${end - 1}`);
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more ranges` : '';
  const wayOut =
    completed > 0 && partly ? 'compute them or allow a partial result' : 'compute them';
  const what = subject === 'bootstrap' ? 'replicates' : `jobs of ${subject}`;
  return `expected ${reps} ${what}, found ${completed}: missing ${names.join(', ')}${more}; ${wayOut}`;
});

/** What is wrong with a file of results. */
export type PartFault =
  | { readonly kind: 'no-file' | 'other' | 'damaged' }
  | { readonly kind: 'format'; readonly expected: number; readonly found: number }
  | { readonly kind: 'large'; readonly most: string; readonly bytes: string }
  | ({ readonly kind: 'range' } & Range)
  | ({ readonly kind: 'piece'; readonly piece: number; readonly jobs: number } & Range)
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'subject'; readonly subject: string };

export const badPart = says(
  'bad-checkpoint/part',
  ({ fault }: OfFile & { readonly fault: PartFault }) =>
    `expected ${faultWords(fault)}; remove the file and run its part again`,
);

function faultWords(fault: PartFault): string {
  switch (fault.kind) {
    case 'no-file':
      return 'a part that wasmetrics run wrote, found no file';
    case 'other':
      return 'a part that wasmetrics run wrote, found something else';
    case 'damaged':
      return 'the contents that were written, found others: it was changed or damaged';
    case 'format':
      return `parts of format ${fault.expected}, found format ${fault.found}`;
    case 'large':
      return `pieces of at most ${fault.most} bytes, found ${fault.bytes}`;
    case 'range':
      return `a range of jobs, found ${fault.first} to ${fault.end}`;
    case 'piece':
      return `pieces of ${fault.piece} of ${fault.jobs} jobs, found jobs ${fault.first} to ${fault.end - 1}`;
    case 'unreadable':
      return `results of jobs, found bytes that cannot be read (${fault.reason})`;
    case 'subject':
      return `results of ${fault.subject}, found something else`;
  }
}

export const unequalParts = says(
  'unequal-parts',
  ({ files: [a, b], first, end }: { readonly files: readonly [string, string] } & Range) =>
    `expected equal bytes of jobs ${first} to ${end - 1} in ${a} and ${b}, found others; compute them again to see which file is wrong, and remove that file`,
);
export const otherRun = says(
  'other-run/part',
  ({ task }: OfFile & { readonly task: string | undefined }) =>
    `belongs to another run: expected results of the tasks in plan.json, found those of task ${task ?? 'without a digest'}; remove the file`,
);
