/** Runs the jobs of an analysis over a queue of BullMQ. */
import { setTimeout as wait } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobRunner, SharedWork } from '../bindings/index.js';
import {
  type Connection,
  decode,
  digestOf,
  encode,
  type Keys,
  keysOf,
  openRedis,
  type PartJob,
  type PartResult,
  queueName,
  unreachable,
} from './store.js';
import { openTasks } from './tasks.js';
import { ATTEMPTS, type WorkerNote } from './worker.js';

export interface BullmqOptions {
  readonly connection: Connection;
  /** Name of the queue, as workers have it. Default `wasmetrics`. */
  readonly queue?: string | undefined;
  /** Number of parts. Default 64. */
  readonly parts?: number | undefined;
  /** Priority of the parts: 1 comes first. Default: after all that have one. */
  readonly priority?: number | undefined;
  /** Seconds that tasks and results are kept. Default a day. */
  readonly keep?: number | undefined;
  /**
   * Where the task and its data go, once for all workers: `redis` (the default), `folder:/path` or `s3://bucket/prefix`.
   * Workers need the same.
   */
  readonly store?: string | undefined;
  /** Seconds to wait for a worker of this build. Default 60. */
  readonly patience?: number | undefined;
  /** Learns of workers whose build differs, and of results that were refused. */
  readonly onNotice?: ((message: string) => void) | undefined;
}

const PARTS = 64;
const DAY = 86_400;
const PATIENCE = 60;
/** Milliseconds to take the waiting parts out of the queue when the work is stopped. */
const LEAVE_MS = 5000;
/** Milliseconds between looks at the results, and at the queue. */
const RESULTS_MS = 100;
const QUEUE_MS = 2000;

/** A runner for the option `runner` of bootstraps and other analyses. */
export function bullmq(options: BullmqOptions): JobRunner {
  return { run: (work) => runOverQueue(options, work) };
}

async function runOverQueue(options: BullmqOptions, work: SharedWork): Promise<void> {
  const { connection, queue: name = 'wasmetrics' } = options;
  const redis = openRedis(connection, options.onNotice);
  const queue = new Queue<PartJob>(queueName(name, work.build.sha256), { connection: redis });
  queue.on('error', () => undefined); // the server restarts; the queue connects again
  const { signal } = work;
  const leave = () => void setTimeout(() => redis.disconnect(), LEAVE_MS).unref();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    await reached(redis, options, signal);
    await collect({ redis, queue, keys: keysOf(name), options }, work);
  } catch (error) {
    if (signal?.aborted !== true) throw error; // the server was gone when the work was stopped
  } finally {
    signal?.removeEventListener('abort', leave);
    redis.disconnect();
    await queue.close().catch(() => undefined);
  }
}

/** Waits for the server. Commands that are sent before wait without end. */
async function reached(
  redis: Redis,
  { patience = PATIENCE }: BullmqOptions,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (redis.status === 'ready') return;
  let reason = 'no answer';
  const hear = (error: Error) => (reason = error.message);
  redis.on('error', hear);
  const ready = new Promise<boolean>((resolve) => redis.once('ready', () => resolve(true)));
  const isReady = await Promise.race([ready, wait(1000 * patience, false, { signal, ref: false })]);
  redis.off('error', hear);
  if (!isReady) throw new Error(`${unreachable(redis, reason)} in ${patience} s`);
}

interface Place {
  readonly redis: Redis;
  readonly queue: Queue<PartJob>;
  readonly keys: Keys;
  readonly options: BullmqOptions;
}

async function collect(place: Place, work: SharedWork): Promise<void> {
  const { redis, keys, options } = place;
  const { keep = DAY } = options;
  const task = encode(work.task);
  const digest = digestOf(work.build.sha256, task);
  const tasks = await openTasks(options.store ?? 'redis', { redis, keys, keep });
  await tasks.put(digest, task);
  await redis.del(keys.failure(digest));
  const missing = new Map<string, PartJob>();
  for (const job of partsOf(work, digest, options)) missing.set(keys.result(job), job);
  const stopped = () => work.signal?.aborted === true || work.enough();
  const looks = watch(place, work, digest);
  try {
    while (missing.size > 0 && !stopped()) {
      await takeResults(place, work, missing);
      if (missing.size === 0 || stopped()) return;
      await looks([...missing.values()]);
      await wait(RESULTS_MS);
    }
  } finally {
    if (missing.size > 0) await withdraw(place, [...missing.values()]);
  }
}

/** The jobs in parts of a multiple of `smallest`, at places that depend on the work only. */
function partsOf({ ranges, smallest }: SharedWork, digest: string, options: BullmqOptions) {
  const { parts = PARTS, keep = DAY } = options;
  const total = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const size = smallest * Math.max(1, Math.ceil(total / (parts * smallest)));
  const jobs: PartJob[] = [];
  for (const { first, end } of ranges) {
    for (let from = first; from < end; from += size) {
      jobs.push({ digest, first: from, end: Math.min(from + size, end), keep });
    }
  }
  return jobs;
}

/** Results per look, which bounds the memory. */
const AT_ONCE = 32;

async function takeResults(
  { redis, keys, options }: Place,
  work: SharedWork,
  missing: Map<string, PartJob>,
): Promise<void> {
  const present: string[] = [];
  const all = [...missing.keys()];
  const replies = await redis.pipeline(all.map((key) => ['exists', key])).exec();
  replies?.forEach(([, reply], i) => reply === 1 && present.push(all[i]!));
  for (let from = 0; from < present.length && !work.enough(); from += AT_ONCE) {
    const some = present.slice(from, from + AT_ONCE);
    const values = await redis.mgetBuffer(some);
    for (const [i, bytes] of values.entries()) {
      const job = missing.get(some[i]!)!;
      const result = bytes === null ? undefined : decode(bytes);
      const refused = refusal(result, job, work);
      if (refused === undefined) {
        work.take((result as PartResult).chunk);
        missing.delete(some[i]!);
      } else {
        await redis.del(keys.result(job));
        options.onNotice?.(`replicates ${job.first} to ${job.end - 1}: refused: ${refused}`);
      }
    }
  }
}

/** Why a result does not count; undefined if it does. */
function refusal(result: unknown, job: PartJob, { build }: SharedWork): string | undefined {
  if (typeof result !== 'object' || result === null) return 'its bytes are damaged';
  const { digest, first, end, build: core, worker } = result as Partial<PartResult>;
  if (core !== build.sha256) {
    return `worker ${worker} has core ${core}, expected ${build.sha256}`;
  }
  if (digest !== job.digest || first !== job.first || end !== job.end) {
    return `worker ${worker} computed another part`;
  }
  return undefined;
}

/** Looks now and then at the queue: adds jobs that it lacks, and throws if a part failed or nobody computes. */
function watch(place: Place, work: SharedWork, digest: string) {
  const { redis, keys, options } = place;
  const { patience = PATIENCE } = options;
  const told = new Set<string>();
  let next = 0;
  let lonelySince: number | undefined;
  return async (missing: readonly PartJob[]) => {
    const now = Date.now();
    if (now < next) return;
    next = now + QUEUE_MS;
    await addMissing(place, missing);
    const failure = await redis.get(keys.failure(digest));
    if (failure !== null) throw failureOf(failure);
    const notes = await workersOf(redis, keys);
    const foreign = notes.filter(({ build }) => build !== work.build.sha256);
    for (const note of foreign) {
      if (told.has(note.name)) continue;
      told.add(note.name);
      options.onNotice?.(`worker ${note.name} is refused: ${buildWords(note, work)}`);
    }
    lonelySince = notes.length > foreign.length ? undefined : (lonelySince ?? now);
    if (lonelySince === undefined || now - lonelySince < 1000 * patience) return;
    const others = foreign.map(
      (note) => `worker ${note.name} is refused: ${buildWords(note, work)}`,
    );
    throw new Error(
      [`expected a worker of this build, found none in ${patience} s`, ...others].join('; '),
    );
  };
}

function buildWords({ build, version }: WorkerNote, work: SharedWork): string {
  return `it has core ${build.slice(0, 12)} of ${version}, expected ${work.build.sha256.slice(0, 12)}`;
}

function failureOf(json: string): Error {
  const { worker, message } = JSON.parse(json) as { worker: string; message: string };
  return new Error(`worker ${worker} failed ${ATTEMPTS} times: ${message}`);
}

/** Adds the jobs; those that the queue has already are ignored, as they have the same names. */
async function addMissing({ queue, options }: Place, missing: readonly PartJob[]): Promise<void> {
  const { priority } = options;
  await queue.addBulk(
    missing.map((job) => ({
      name: 'part',
      data: job,
      opts: {
        jobId: nameOf(job),
        attempts: ATTEMPTS,
        removeOnComplete: true,
        removeOnFail: true,
        ...(priority !== undefined && { priority }),
      },
    })),
  );
}

function nameOf({ digest, first, end }: PartJob): string {
  return `${digest}-${first}-${end}`;
}

/** Takes jobs that nobody has started out of the queue. */
async function withdraw({ queue }: Place, missing: readonly PartJob[]): Promise<void> {
  await Promise.all(missing.map((job) => queue.remove(nameOf(job)).catch(() => 0)));
}

async function workersOf(redis: Redis, keys: Keys): Promise<WorkerNote[]> {
  const notes: WorkerNote[] = [];
  for await (const names of redis.scanStream({ match: keys.worker('*'), count: 1000 })) {
    for (const name of names as string[]) {
      const json = await redis.get(name);
      if (json !== null) notes.push(JSON.parse(json) as WorkerNote);
    }
  }
  return notes;
}
