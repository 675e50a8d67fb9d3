/** Checkpoints in variables. */
import type { CheckpointStorage } from 'wasmetrics';

export interface Memory extends CheckpointStorage {
  /** Everything that was written. */
  readonly written: Uint8Array[];
}

/** A place that holds `bytes`. */
export function memory(bytes?: Uint8Array): Memory {
  const written = bytes === undefined ? [] : [bytes];
  return {
    name: 'memory',
    written,
    read: () => Promise.resolve(asRead(written.at(-1))),
    write(next) {
      written.push(next);
      return Promise.resolve();
    },
  };
}

/** As Node reads files: a view into a larger buffer, whose `slice` does not copy. */
export function asRead(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes && Buffer.concat([Buffer.alloc(8), bytes]).subarray(8);
}

/** A place that takes `writes` checkpoints and is full then. */
export function filling(writes: number): Memory {
  const place = memory();
  return {
    ...place,
    write: (bytes) =>
      place.written.length < writes
        ? place.write(bytes)
        : Promise.reject(new Error('ENOSPC: no space left on device')),
  };
}
