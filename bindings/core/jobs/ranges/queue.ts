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
  /** The next jobs in order, at most `size` and one of `shares` of the rest; undefined when none are left. */
  claim(size: number, shares: number): Job | undefined;
  /** Returns a job, which is handed out again before all others. */
  giveBack(job: Job): void;
}

/**
 * Hands out the jobs of `ranges` in chunks of multiples of `smallest`. A chunk holds at most 1 / `shares` of the
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
