import { isKeyed } from '../arguments/arguments.js';

/** Numbered jobs, such as replicates: `first` to `end - 1`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** Consecutive jobs, and the number of times they were handed out. */
export interface Job {
  readonly first: number;
  readonly count: number;
  readonly attempt: number;
}

export interface Jobs {
  /** Jobs that have not been handed out yet. */
  readonly left: number;
  /** True if no job is to be handed out, none that was given back either. */
  readonly empty: boolean;
  /** The next jobs in order: at most `size`, and at most 1 / `shares` of the rest; undefined if none are left. */
  claim(size: number, shares: number): Job | undefined;
  /** Takes back a job, which is handed out again before all others. */
  giveBack(job: Job): void;
}

/**
 * Hands out the jobs of `ranges` in chunks of multiples of `smallest`. A chunk has at most 1 / `shares` of the
 * remaining jobs, so all runners end at about the same time.
 */
export function handOut(ranges: readonly Range[], smallest: number): Jobs {
  const returned: Job[] = [];
  const waiting = ranges.map((range) => ({ ...range }));
  let left = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  return {
    get left() {
      return left;
    },
    get empty() {
      return left === 0 && returned.length === 0;
    },
    claim(size, shares) {
      const again = returned.pop();
      const range = waiting[0];
      if (again !== undefined || range === undefined) return again;
      const { first, end } = range;
      const share = smallest * Math.ceil(left / (shares * smallest));
      const count = Math.min(size, share, end - first);
      left -= count;
      range.first += count;
      if (range.first === end) waiting.shift();
      return { first, count, attempt: 1 };
    },
    giveBack: (job) => void returned.push({ ...job, attempt: job.attempt + 1 }),
  };
}

/**
 * The jobs of a chunk `{first, count}` with the arrays of `names`, each of `count` rows of equal length; undefined for
 * other values.
 */
export function rowsRange(chunk: unknown, names: readonly string[]): Range | undefined {
  if (!isKeyed(chunk)) return undefined;
  const { first, count } = chunk;
  if (!isWhole(first) || !isWhole(count) || count === 0) return undefined;
  const isRows = (value: unknown) =>
    (value instanceof Float64Array || value instanceof Int32Array) && value.length % count === 0;
  return names.every((name) => isRows(chunk[name])) ? { first, end: first + count } : undefined;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Number of jobs in a runner's first chunk; later chunks have a multiple of `smallest` jobs. */
export interface ChunkSizes {
  readonly first: number;
  readonly smallest: number;
}

export interface Schedule<Chunk> {
  /** Name of the analysis, for messages. */
  readonly subject: string;
  /** Numbers of the jobs. */
  readonly ranges: readonly Range[];
  readonly signal?: AbortSignal | undefined;
  /** True when no more jobs are needed. */
  readonly enough: () => boolean;
  readonly take: (chunk: Chunk) => void;
  readonly sizes: ChunkSizes;
  /** True if a result from some of the jobs is useful. Default false. */
  readonly partly?: boolean | undefined;
}
