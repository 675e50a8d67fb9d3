/**
 * Shows that somebody with the key made a task or result: an HMAC (SHA-256) of its fields and bytes. The fields are
 * written as a JSON list, so different fields have different texts.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { InputError } from '../bindings/index.js';

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

const WAY_OUT =
  'set WASMETRICS_QUEUE_KEY to the same secret for the runner and its workers (openssl rand -hex 32), or say --trust-queue, in a program trust: true, if nobody else can reach the server';

/** @throws InputError `no-queue-key`, `bad-value` */
export function openSeal({ key, trust }: Trust): Seal {
  const parsed = v.safeParse(v.optional(v.boolean()), trust);
  if (!parsed.success) throw wrong('trust', 'true or false', 'something else');
  if (key === undefined || key === '') {
    if (trust === true) return sealOf(NO_KEY);
    throw new InputError('no-queue-key', `expected a key, found none; ${WAY_OUT}`, {}, 'queue');
  }
  if (trust === true) throw wrong('key', 'a key or trust', 'both');
  if (typeof key !== 'string') throw wrong('key', 'a text', `a ${typeof key}`);
  if (key.length >= SHORTEST) return sealOf(key);
  throw wrong(
    'key',
    `at least ${SHORTEST} characters`,
    `${key.length}; openssl rand -hex 32 prints a key`,
  );
}

function wrong(name: string, expected: string, found: string): InputError {
  const message = `expected ${expected}, found ${found}`;
  return new InputError('bad-value', message, { path: name }, { of: 'queue', key: name });
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
