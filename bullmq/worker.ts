/** A worker that computes parts of studies of its build, in threads. */
import { availableParallelism, hostname } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'bullmq';
import { type Build, loadEngine } from '../bindings/index.js';
import { writeSession } from './session.js';
import { type Connection, keysOf, openRedis, type PartJob, queueName } from './store.js';
import { openTasks } from './tasks.js';

export interface WorkerOptions {
  readonly connection: Connection;
  /** Name of the queue. Default `wasmetrics`. */
  readonly queue?: string | undefined;
  /** Name in messages and results. Default `HOST-PID`. */
  readonly name?: string | undefined;
  /** Parts at a time, each in a thread. Default: number of processors. */
  readonly concurrency?: number | undefined;
  /** Build of the core; default `simd`. It takes only work that was sent with the same. */
  readonly build?: Build | undefined;
  /** Seconds after which the parts of a worker that died go to another. Default 30. */
  readonly lockSeconds?: number | undefined;
  /** Where runners put tasks: `redis` (the default), `folder:/path` or `s3://bucket/prefix`. */
  readonly store?: string | undefined;
  /** Learns why the server cannot be reached. */
  readonly onNotice?: ((message: string) => void) | undefined;
}

export interface RunningWorker {
  readonly name: string;
  /** SHA-256 of its core. */
  readonly build: string;
  /** Finishes the parts that it computes and ends. */
  close(): Promise<void>;
}

/** What a worker says of itself in the store. */
export interface WorkerNote {
  readonly name: string;
  readonly build: string;
  readonly version: string;
}

const LOCK_SECONDS = 30;
/** Seconds that the note of a worker outlives it. */
const NOTE_SECONDS = 15;
/** Machines that died while they computed one part; a part is given up only after so many. */
const MOST_STALLS = 1000;
/** Attempts at a part whose computation throws. */
export const ATTEMPTS = 3;

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { connection, queue = 'wasmetrics', store = 'redis', onNotice } = options;
  const { concurrency = availableParallelism(), lockSeconds = LOCK_SECONDS } = options;
  const { name = `${hostname()}-${process.pid}` } = options;
  const { wasm, sha256: build, version } = (await loadEngine({ build: options.build })).info;
  const redis = openRedis(connection, onNotice);
  const keys = keysOf(queue);
  await openTasks(store, { redis, keys, keep: 0 });
  const folder = await mkdtemp(join(tmpdir(), 'wasmetrics-worker-'));
  const session = { connection, queue, name, wasm, store, folder };
  const note: WorkerNote = { name, build, version };
  const write = () => redis.set(keys.worker(name), JSON.stringify(note), 'EX', NOTE_SECONDS);
  await write();
  const timer = setInterval(() => void write().catch(() => undefined), (1000 * NOTE_SECONDS) / 3);
  const script = new URL('./processor.js', import.meta.url);
  const worker = new Worker<PartJob>(queueName(queue, build), script, {
    connection: redis,
    concurrency,
    useWorkerThreads: true,
    workerThreadsOptions: {
      env: { ...process.env, WASMETRICS_QUEUE: writeSession(session) },
    },
    maxStalledCount: MOST_STALLS,
    lockDuration: 1000 * lockSeconds,
    stalledInterval: 1000 * lockSeconds,
  });
  worker.on('error', () => undefined); // the server restarts; the worker connects again
  worker.on('failed', (job, error) => {
    if (job === undefined || job.attemptsMade < ATTEMPTS) return;
    const { digest, keep } = job.data;
    const failure = JSON.stringify({ worker: name, message: error.message });
    void redis.set(keys.failure(digest), failure, 'EX', keep).catch(() => undefined);
  });
  await worker.waitUntilReady();
  return {
    name,
    build,
    async close() {
      clearInterval(timer);
      await worker.close();
      await redis.del(keys.worker(name));
      redis.disconnect();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
