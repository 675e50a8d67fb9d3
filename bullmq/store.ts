/**
 * Keys of Redis or Valkey outside the queue: tasks by the hash of their content, and results by (study digest, part),
 * so that a part that was computed twice counts once.
 */
import { createHash } from 'node:crypto';
import { InputError } from '../bindings/index.js';
import { badQueueName } from '../bindings/words/errors/program/queue.js';
import type { Range } from '../bindings/core/jobs/ranges.js';
import type { Seal } from './seal.js';

export interface Keys {
  task(digest: string): string;
  /** Results and failures under another key have other names, because they would be refused. */
  result(part: Range & { readonly digest: string }): string;
  failure(digest: string): string;
  worker(name: string): string;
  /** Matches the notes of all workers. */
  readonly workers: string;
}

export function keysOf(queue: string, { id }: Seal): Keys {
  return {
    task: (digest) => `${queue}:task:${digest}`,
    result: ({ digest, first, end }) => `${queue}:result:${id}:${digest}:${first}-${end}`,
    failure: (digest) => `${queue}:failure:${id}:${digest}`,
    worker: (name) => `${queue}:worker:${name}`,
    workers: `${queue.replace(/[*?[\]\\]/g, '\\$&')}:worker:*`,
  };
}

/** @throws InputError `bad-value` */
export function checkQueue(queue: string): void {
  if (typeof queue === 'string' && /^[^:]{1,100}$/.test(queue)) return;
  throw new InputError(badQueueName({ path: 'queue' }), 'queue');
}

/**
 * Workers of another build or with another key listen to another queue, so they never receive work that they cannot do.
 */
export function queueName(queue: string, build: string, { id }: Seal): string {
  return `${queue}-${build.slice(0, 16)}-${id}`;
}

export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
