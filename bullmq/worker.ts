/** A worker that computes parts of studies of its build, in threads. */
import { fewParts, type OnNotice } from '../bindings/words/errors/program/queue.js';
import { quoted } from '../bindings/core/errors/quoted.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Job, Worker } from 'bullmq';
import { type Build, EconError, InputError, loadEngine } from '../bindings/index.js';
import { badQueueName } from '../bindings/words/errors/program/queue.js';
import { room } from '../bindings/core/jobs/processors.js';
import type { Connection } from './address.js';
import { ATTEMPTS } from './options.js';
import { type PartJob, type Run, readJob, writeFailure, writeNote } from './records.js';
import { openSeal, type Seal, type Trust } from './seal.js';
import { openServer, reached, type Server } from './server.js';
import { writeSession } from './session.js';
import { checkQueue, type Keys, keysOf, queueName } from './store.js';
import { openTasks } from './tasks/stores.js';

export interface WorkerOptions extends Trust {
  readonly connection: Connection;
  /** Name of the queue. Default `wasmetrics`. */
  readonly queue?: string | undefined;
  /** Name in messages and results. Default `HOST-PID`. */
  readonly name?: string | undefined;
  /** Parts computed at a time, each in a thread. Default: number of processors. */
  readonly concurrency?: number | undefined;
  /** Build of the core; default `simd`. The worker takes only work that was sent with the same build. */
  readonly build?: Build | undefined;
  /** Seconds after which the parts of a dead worker go to another. Default 30. */
  readonly lockSeconds?: number | undefined;
  /** Where runners put tasks: `redis` (the default), `folder:/path` or `s3://bucket/prefix`. */
  readonly store?: string | undefined;
  /** Called with a message if the server cannot be reached, and for refused jobs. */
  readonly onNotice?: OnNotice | undefined;
}

export interface RunningWorker {
  readonly name: string;
  /** SHA-256 of the worker's core. */
  readonly build: string;
  /** Rejects if the server refuses the worker later; then close the worker. */
  readonly refused: Promise<never>;
  /** Finishes the parts in progress and ends. */
  close(): Promise<void>;
}

const LOCK_SECONDS = 30;
/** Seconds after which the note of a dead worker expires. */
const NOTE_SECONDS = 15;
/** How often a part is retried after the worker that computed it died: the part itself may be the cause. */
const MOST_STALLS = 2;
/**
 * Node refuses some options of the process in a thread, such as --disable-wasm-trap-handler, so none is passed on. By
 * default V8 would reserve 512 MB of address space for each thread's JavaScript code, which is small.
 */
const threadOptions = { execArgv: [], resourceLimits: { codeRangeSizeMb: 64 } };
/** Maximum characters that are kept of a reason. */
const MOST_REASON = 1000;

/**
 * Starts a worker once the server is reached.
 *
 * @throws InputError `bad-value`, `no-queue-key`, `queue-authentication`, `queue-tls`, `no-credentials`
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { connection, queue = 'wasmetrics', store = 'redis', onNotice } = options;
  const { name = `${hostname()}-${process.pid}`, key, trust } = options;
  const seal = openSeal({ key, trust });
  checkQueue(queue);
  checkName(name);
  const { wasm, sha256: build, version } = (await loadEngine({ build: options.build })).info;
  const server = openServer(connection, onNotice);
  const folder = await mkdtemp(join(tmpdir(), 'wasmetrics-worker-'));
  const end = async () => {
    server.redis.disconnect();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await reached(server, Infinity);
    const place: Place = { server, seal, keys: keysOf(queue, seal), run: { queue, build }, name };
    await openTasks(store, { redis: server.redis, keys: place.keys, keep: 0 });
    const note = writeNote(seal, queue, { name, build, version });
    const session = { wasm, connection, trust: { key, trust }, queue, name, store, folder };
    return await listen(place, options, { note, session: writeSession(session), end });
  } catch (error) {
    await end();
    throw server.errorOf(error);
  }
}

function checkName(name: string): void {
  if (typeof name === 'string' && name.length >= 1 && name.length <= 200) return;
  throw new InputError(badQueueName({ path: 'name' }), { of: 'worker', key: 'name' });
}

interface Place {
  readonly server: Server;
  readonly seal: Seal;
  readonly keys: Keys;
  readonly run: Run;
  readonly name: string;
}

interface Started {
  readonly note: string;
  readonly session: string;
  end(): Promise<void>;
}

async function listen(
  place: Place,
  {
    concurrency: wanted = availableParallelism(),
    lockSeconds = LOCK_SECONDS,
    onNotice,
  }: WorkerOptions,
  { note, session, end }: Started,
): Promise<RunningWorker> {
  const { server, seal, keys, run, name } = place;
  const { redis } = server;
  const concurrency = Math.min(wanted, Math.max(1, room()));
  if (concurrency < wanted) {
    const told = fewParts({ parts: concurrency, wanted });
    onNotice?.(told.text, told);
  }
  const tell = () => redis.set(keys.worker(name), note, 'EX', NOTE_SECONDS);
  await tell();
  const timer = setInterval(() => void tell().catch(() => undefined), (1000 * NOTE_SECONDS) / 3);
  const script = new URL('./processor.js', import.meta.url);
  const worker = new Worker<unknown>(queueName(run.queue, run.build, seal), script, {
    connection: redis,
    concurrency,
    useWorkerThreads: true,
    workerThreadsOptions: { ...threadOptions, env: { ...process.env, WASMETRICS_QUEUE: session } },
    maxStalledCount: MOST_STALLS,
    maxStartedAttempts: ATTEMPTS + MOST_STALLS, // whatever attempts the job allows
    lockDuration: 1000 * lockSeconds,
    stalledInterval: 1000 * lockSeconds,
  });
  worker.on('error', () => undefined); // the server restarts; the worker connects again
  worker.on('failed', (job, error) => {
    if (job !== undefined) void failed(place, job, error, onNotice).catch(() => undefined);
  });
  let isRefused = false;
  server.refused.catch(() => (isRefused = true));
  const close = async () => {
    clearInterval(timer);
    await worker.close(isRefused); // if the server refuses the worker, close without waiting
    if (!isRefused) await redis.del(keys.worker(name)).catch(() => 0);
    await end();
  };
  try {
    await Promise.race([worker.waitUntilReady(), server.refused]);
  } catch (error) {
    await close();
    throw error;
  }
  return { name, build: run.build, refused: server.refused, close };
}

/** Records the last failure of a part for the runner. A job that no runner sent is only reported here. */
async function failed(
  { server, seal, keys, run, name }: Place,
  { data, attemptsMade }: Job<unknown>,
  error: Error,
  onNotice: WorkerOptions['onNotice'],
): Promise<void> {
  let job: PartJob;
  try {
    job = readJob(seal, run, data);
  } catch (refusal) {
    onNotice?.((refusal as EconError).message, quoted(refusal as EconError));
    return;
  }
  const isLast = attemptsMade >= ATTEMPTS || error.name === 'UnrecoverableError';
  if (!isLast) return;
  const { code = 'worker-failed' } = error as Partial<EconError>;
  const died = /stalled more than|started more than/.test(error.message);
  const reason = died
    ? `${MOST_STALLS + 1} workers ended while they computed it, perhaps for lack of memory`
    : server.hidden(error);
  const words = `jobs ${job.first} to ${job.end - 1}: ${reason}`.slice(0, MOST_REASON);
  const failure = writeFailure(seal, run, job.digest, { worker: name, code, message: words });
  await server.redis.set(keys.failure(job.digest), failure, 'EX', job.keep);
}
