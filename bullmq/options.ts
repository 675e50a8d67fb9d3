/** How a runner uses the queue, and the options of the jobs it sends. */
import type { OnNotice } from '../bindings/words/errors/program/queue.js';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import * as v from 'valibot';
import { InputError } from '../bindings/index.js';
import { badQueueNumber } from '../bindings/words/errors/program/queue.js';
import type { Connection } from './address.js';
import { MOST_KEEP, type PartJob, type Run } from './records.js';
import type { Seal, Trust } from './seal.js';
import type { Keys } from './store.js';

export interface BullmqOptions extends Trust {
  readonly connection: Connection;
  /** Name of the queue, the same as that of the workers. Default `wasmetrics`. */
  readonly queue?: string | undefined;
  /** Minimum number of parts. Default 64. */
  readonly parts?: number | undefined;
  /** Priority of the parts: 1 comes first. By default they come after all parts with a priority. */
  readonly priority?: number | undefined;
  /** Seconds that tasks and results are kept. Default a day. */
  readonly keep?: number | undefined;
  /**
   * Where the task and its data are stored, once for all workers: `redis` (the default), `folder:/path` or
   * `s3://bucket/prefix`. Workers need the same store.
   */
  readonly store?: string | undefined;
  /** Seconds to wait for a worker of this build. Default 60. */
  readonly patience?: number | undefined;
  /** Called with a message about workers whose build or key differs, and about refused results. */
  readonly onNotice?: OnNotice | undefined;
}

/** Seconds to wait for the server and for a worker. */
export const PATIENCE = 60;

const whole = (most: number) =>
  v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most)));
const numbers = {
  parts: whole(2 ** 31),
  priority: whole(2 ** 21),
  keep: whole(MOST_KEEP),
  patience: v.optional(v.pipe(v.number(), v.minValue(0))),
} as const;

/** @throws InputError `bad-value` */
export function checkNumbers(options: BullmqOptions): void {
  for (const path of ['parts', 'priority', 'keep', 'patience'] as const) {
    if (v.is(numbers[path], options[path])) continue;
    throw new InputError(badQueueNumber({ path }), { of: 'queue', key: path });
  }
}

/** Attempts at a part whose computation throws an error. */
export const ATTEMPTS = 3;
/** The options of every part in the queue. */
export const jobOptions = { attempts: ATTEMPTS, removeOnComplete: true, removeOnFail: true };

/** What the runner needs from the server. */
export interface Place {
  readonly redis: Redis;
  readonly queue: Queue<unknown>;
  readonly keys: Keys;
  readonly seal: Seal;
  readonly run: Run;
  readonly options: BullmqOptions;
}

/** Name of a job in the queue. The queue accepts each name once. */
export function nameOf({ digest, first, end }: PartJob): string {
  return `${digest}-${first}-${end}`;
}
