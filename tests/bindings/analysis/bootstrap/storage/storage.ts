/** Checkpoints in variables. */
import { createHash } from 'node:crypto';
import type { CheckpointStorage } from 'wasmetrics/jobs';

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
function asRead(bytes: Uint8Array | undefined): Uint8Array | undefined {
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

/** A checkpoint whose header text is `edit` of that of `bytes`, with the right lengths and digest: a forged one. */
export function forged(bytes: Uint8Array, edit: (header: string) => string): Uint8Array {
  const file = Buffer.from(bytes);
  const bodyOffset = 80 + file.readUInt32LE(8);
  const json = Buffer.from(edit(file.toString('utf8', 80, bodyOffset).trimEnd()));
  const header = Buffer.alloc(8 * Math.ceil(json.length / 8), ' ');
  json.copy(header);
  const prefix = Buffer.from(file.subarray(0, 16));
  prefix.writeUInt32LE(header.length, 8);
  const body = file.subarray(bodyOffset);
  const digest = createHash('sha256').update(prefix).update(header).update(body).digest('hex');
  return Uint8Array.from(Buffer.concat([prefix, Buffer.from(digest), header, body]));
}
