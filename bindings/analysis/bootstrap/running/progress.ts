import type { Range } from '../../../core/jobs/ranges.js';
import type { Progress } from '../../../core/jobs/run-options.js';
import type { ByName } from '../../../results/common.js';
import type { Collection } from '../replicates.js';
import type { RunningErrors } from '../summary/running-errors.js';

/** Progress of a bootstrap, and its estimates so far. With a `precision`, `total` is the maximum. */
export interface BootstrapProgress extends Progress {
  /** Replicates per second since the start. */
  readonly rate: number;
  /** Standard errors from the replicates before the first missing number; NaN before there are two. */
  readonly stdErrors: ByName;
  /** Monte Carlo standard error of each standard error. */
  readonly monteCarloError: ByName;
}

/**
 * A stream whose readers see only the latest value. A slow reader misses steps, but never the last. Readers are
 * independent of each other.
 */
export interface Feed<T> extends AsyncIterable<T> {
  /** Only readers call `value`, so without readers it costs nothing. */
  publish(value: () => T): void;
  close(): void;
}

export function openFeed<T>(): Feed<T> {
  let latest: (() => T) | undefined;
  let version = 0;
  let closed = false;
  let wake: () => void = () => undefined;
  let changed = new Promise<void>((resolve) => (wake = resolve));
  const announce = () => {
    wake();
    changed = new Promise<void>((resolve) => (wake = resolve));
  };
  return {
    publish(value) {
      latest = value;
      version += 1;
      announce();
    },
    close() {
      closed = true;
      announce();
    },
    async *[Symbol.asyncIterator]() {
      let seen = 0;
      for (;;) {
        if (version > seen) {
          seen = version;
          yield latest!();
        } else if (closed) return;
        else await changed;
      }
    },
  };
}

/** Progress of a run of the replicates `range`, measured from the time at which it starts. */
export function progressOf(
  { names, range }: { readonly names: readonly string[]; readonly range: Range },
  collected: Collection,
  runningErrors: RunningErrors,
): (now: number) => () => BootstrapProgress {
  const start = performance.now();
  const before = collected.completed;
  const reps = range.end - range.first;
  const byName = (values: readonly number[]): ByName =>
    Object.fromEntries(names.map((name, j) => [name, values[j]!]));
  return (now) => () => {
    const { completed, failed } = collected;
    const secondsElapsed = Math.max(now - start, 0.001) / 1000;
    const rate = (completed - before) / secondsElapsed;
    return {
      done: completed,
      total: reps,
      failed,
      rate,
      secondsElapsed,
      secondsLeft: (reps - completed) / rate,
      stdErrors: byName(runningErrors.stdErrors()),
      monteCarloError: byName(runningErrors.monteCarloErrors()),
    };
  };
}
