/**
 * What is kept in Redis or Valkey besides the queue: tasks by the hash of their content, and results under (study digest,
 * part), each put only if it is absent, so that a part that was computed twice counts once.
 */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { Redis, type RedisOptions } from 'ioredis';

/** An address such as `rediss://user:password@host:6379`, or the options of ioredis; TLS and passwords pass through. */
export type Connection = string | RedisOptions;

/**
 * Connects. Commands wait while the server restarts, as BullMQ demands of workers. `onNotice` learns once of each reason
 * why the server cannot be reached.
 */
export function openRedis(connection: Connection, onNotice?: (message: string) => void): Redis {
  const waiting = { maxRetriesPerRequest: null } as const;
  const redis =
    typeof connection === 'string'
      ? new Redis(connection, waiting)
      : new Redis({ ...connection, ...waiting });
  const told = new Set<string>();
  redis.on('error', (error: Error) => {
    const message = `${unreachable(redis, error.message)}; trying again`; // ioredis connects again
    if (!told.has(message)) onNotice?.(message);
    told.add(message);
  });
  return redis;
}

/** Says why the server cannot be reached, without the password. */
export function unreachable({ options }: Redis, reason: string): string {
  const { host = '', port = '', password = '' } = options;
  const words = password === '' ? reason : reason.replaceAll(password, '***');
  return `the server at ${host}:${port} cannot be reached: ${words}`;
}

/** The work of a job of the queue. */
export interface PartJob {
  /** Digest of the study: of its task and the build of the core. */
  readonly digest: string;
  readonly first: number;
  readonly end: number;
  /** Seconds that the result is kept. */
  readonly keep: number;
}

/** A result with what it was computed from. */
export interface PartResult extends Omit<PartJob, 'keep'> {
  /** SHA-256 of the core, and the name of the worker. */
  readonly build: string;
  readonly worker: string;
  readonly chunk: unknown;
}

export interface Keys {
  task(digest: string): string;
  result(job: Pick<PartJob, 'digest' | 'first' | 'end'>): string;
  failure(digest: string): string;
  worker(name: string): string;
}

export function keysOf(queue: string): Keys {
  return {
    task: (digest) => `${queue}:task:${digest}`,
    result: ({ digest, first, end }) => `${queue}:result:${digest}:${first}-${end}`,
    failure: (digest) => `${queue}:failure:${digest}`,
    worker: (name) => `${queue}:worker:${name}`,
  };
}

/** Workers of another build listen to another queue, so they are never given work that is not theirs. */
export function queueName(queue: string, build: string): string {
  return `${queue}-${build.slice(0, 16)}`;
}

export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** A value with typed arrays as bytes, after the SHA-256 of these bytes. */
export function encode(value: unknown): Buffer {
  const bytes = serialize(value);
  return Buffer.concat([Buffer.from(digestOf(bytes)), bytes]);
}

const DIGEST_LENGTH = 64;

/** The value of bytes; undefined for bytes that `encode` did not write. */
export function decode(encoded: Uint8Array): unknown {
  const bytes = encoded.subarray(DIGEST_LENGTH);
  const digest = Buffer.from(encoded.subarray(0, DIGEST_LENGTH)).toString('latin1');
  if (digestOf(bytes) !== digest) return undefined;
  try {
    return deserialize(bytes) as unknown;
  } catch {
    return undefined;
  }
}
