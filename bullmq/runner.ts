/** Runs the jobs of an analysis over a queue of BullMQ. */
import { Queue } from 'bullmq';
import { EconError, EngineError } from '../bindings/index.js';
import type { JobRunner, SharedWork } from '../bindings/entries/jobs.js';
import { quoted } from '../bindings/core/errors/quoted.js';
import { runnerFailed } from '../bindings/words/errors/program/parts.js';
import { collect } from './collect.js';
import { type BullmqOptions, checkNumbers, PATIENCE } from './options.js';
import { openSeal, type Seal } from './seal.js';
import { openServer, reached, type Server } from './server.js';
import { checkQueue, keysOf, queueName } from './store.js';

/** Milliseconds allowed for removing the waiting parts from the queue when the work is stopped. */
const LEAVE_MS = 5000;

/**
 * A runner for the option `runner` of bootstraps and other analyses. It needs a key, the same as that of its workers,
 * or `trust: true`.
 *
 * @throws InputError `no-queue-key`, `bad-value`; its `run` throws InputError `queue-authentication`, `queue-tls`,
 *   EngineError `queue-unreachable`, `runner-failed`, `store-failed`
 */
export function bullmq(options: BullmqOptions): JobRunner {
  checkNumbers(options);
  const seal = openSeal(options);
  checkQueue(options.queue ?? 'wasmetrics');
  return { run: (work) => runOverQueue(options, seal, work) };
}

async function runOverQueue(options: BullmqOptions, seal: Seal, work: SharedWork): Promise<void> {
  const { connection, onNotice } = options;
  const server = openServer(connection, onNotice);
  const { signal } = work;
  const leave = () => void setTimeout(() => server.redis.disconnect(), LEAVE_MS).unref();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    await reached(server, options.patience ?? PATIENCE, signal);
    await Promise.race([overServer(server, { options, seal, work }), server.refused]);
  } catch (error) {
    if (signal?.aborted === true) return; // the server was gone when the work was stopped
    throw failureOf(work, server, error);
  } finally {
    signal?.removeEventListener('abort', leave);
    server.redis.disconnect();
  }
}

interface Sent {
  readonly options: BullmqOptions;
  readonly seal: Seal;
  readonly work: SharedWork;
}

async function overServer(server: Server, { options, seal, work }: Sent): Promise<void> {
  const { redis } = server;
  const name = options.queue ?? 'wasmetrics';
  const run = { queue: name, build: work.build.sha256 };
  const queue = new Queue<unknown>(queueName(name, run.build, seal), { connection: redis });
  queue.on('error', () => undefined); // the server restarts; the queue connects again
  try {
    await collect({ redis, queue, keys: keysOf(name, seal), seal, run, options }, work);
  } finally {
    await queue.close().catch(() => undefined);
  }
}

/** Keeps errors of the analysis; writes others without passwords. */
function failureOf({ subject }: SharedWork, server: Server, error: unknown): EconError {
  const failure = server.errorOf(error);
  if (failure.code !== 'queue-failed') return failure;
  const { message: reason, detail } = failure;
  return new EngineError(runnerFailed({ ...detail, reason, error: quoted(failure) }), subject);
}
