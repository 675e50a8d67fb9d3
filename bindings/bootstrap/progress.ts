import type { ByName } from '../results/common.js';

/** How far a bootstrap is, and what it says so far. */
export interface Progress {
  readonly done: number;
  /** Replicates asked for; with a `precision` the most that are computed. */
  readonly reps: number;
  readonly failed: number;
  /** Replicates a second since the start. */
  readonly rate: number;
  readonly secondsElapsed: number;
  readonly secondsLeft: number;
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
