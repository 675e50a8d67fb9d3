/**
 * Shows that somebody with the key made a task or result: an HMAC (SHA-256) of its fields and bytes. The fields are
 * written as a JSON list, so different fields have different texts.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { InputError } from '../bindings/index.js';
import * as said from '../bindings/words/errors/program/queue.js';

/** A key that the runner and its workers share, or `trust`: everybody who can reach the server is trusted. */
export interface Trust {
  /** At least 16 characters, such as those that `openssl rand -hex 32` prints. */
  readonly key?: string | undefined;
  readonly trust?: boolean | undefined;
}

export type Field = string | number;

export interface Seal {
  /**
   * Identifies the key without revealing it. Runners and workers with another key, or without one, use other queues.
   */
  readonly id: string;
  sign(fields: readonly Field[], bytes?: Uint8Array): string;
  isOf(mac: unknown, fields: readonly Field[], bytes?: Uint8Array): boolean;
}

const SHORTEST = 16;
/** Without a key a seal is only a checksum: it shows damage. */
const NO_KEY = 'trust';
const ID_LENGTH = 16;

/** @throws InputError `no-queue-key`, `bad-value` */
export function openSeal({ key, trust }: Trust): Seal {
  const parsed = v.safeParse(v.optional(v.boolean()), trust);
  if (!parsed.success) throw badKey({ path: 'trust' });
  if (key === undefined || key === '') {
    if (trust === true) return sealOf(NO_KEY);
    throw new InputError(said.noQueueKey(), 'queue');
  }
  if (trust === true) throw badKey({ path: 'key', found: 'both' });
  if (typeof key !== 'string') throw badKey({ path: 'key', found: 'type', type: typeof key });
  const { length } = key;
  if (length >= SHORTEST) return sealOf(key);
  throw badKey({ path: 'key', found: 'short', least: SHORTEST, length });
}

function badKey(detail: said.BadQueueKey): InputError {
  return new InputError(said.badQueueKey(detail), { of: 'queue', key: detail.path });
}

function sealOf(key: string): Seal {
  const hmac = (fields: readonly Field[], bytes?: Uint8Array) => {
    const sum = createHmac('sha256', key).update(JSON.stringify(fields));
    // JSON has no line feed, so bytes cannot be mistaken for fields.
    return (bytes === undefined ? sum : sum.update('\n').update(bytes)).digest();
  };
  return {
    id: hmac(['key']).toString('hex').slice(0, ID_LENGTH),
    sign: (fields, bytes) => hmac(fields, bytes).toString('hex'),
    isOf(mac, fields, bytes) {
      if (typeof mac !== 'string' || !/^[0-9a-f]{64}$/.test(mac)) return false;
      return timingSafeEqual(Buffer.from(mac, 'hex'), hmac(fields, bytes));
    },
  };
}
