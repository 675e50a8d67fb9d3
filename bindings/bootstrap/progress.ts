import type { Progress } from '../jobs/run-options.js';
import type { ByName } from '../results/common.js';

/** How far a bootstrap is, and its estimates so far; with a `precision`, `total` is the most that are computed. */
export interface BootstrapProgress extends Progress {
  /** Replicates per second since the start. */
  readonly rate: number;
  /** From the first replicates by number up to the first that is still missing; NaN before there are two. */
  readonly stdErrors: ByName;
  /** Monte Carlo standard error of each standard error. */
  readonly monteCarloError: ByName;
}

/**
 * A stream of which readers see the latest value only: one who is slow misses steps, never the last.
 * Every reader has its own place.
 */
export interface Feed<T> extends AsyncIterable<T> {
  /** `value` is called by readers only: a run that nobody watches spends nothing on it. */
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
