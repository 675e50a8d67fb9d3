/**
 * Computes parts in a thread of a worker. BullMQ renews the locks of its jobs in the main thread, which a long
 * computation here does not block.
 */
import type { SandboxedJob } from 'bullmq';
import { newEngine } from '../bindings/core/engine/engine.js';
import { loadEngine } from '../bindings/core/engine/instances/load-engine.js';
import { InputError } from '../bindings/index.js';
import { decodePlain } from '../bindings/entries/jobs.js';
import type { Prepared, StudyTask } from '../bindings/core/jobs/study.js';
import { outsideStudyOf } from '../bindings/workers/studies.js';
import { largeResult, otherTaskKind } from '../bindings/words/errors/program/parts.js';
import {
  isSealed,
  MOST_RESULT_BYTES,
  type PartJob,
  readJob,
  readResult,
  writeResult,
} from './records.js';
import { openSeal } from './seal.js';
import { openServer } from './server.js';
import { readSession } from './session.js';
import { keysOf } from './store.js';
import { fetchedOnce } from './tasks/fetch.js';
import { openTasks } from './tasks/stores.js';

const session = readSession(process.env['WASMETRICS_QUEUE']!);
delete process.env['WASMETRICS_QUEUE'];
const { connection, trust, queue, name, wasm, store, folder } = session;
const seal = openSeal(trust);
const { redis } = openServer(connection);
const keys = keysOf(queue, seal);
const opened = openTasks(store, { redis, keys, keep: 0 });
opened.catch(() => undefined); // each job that needs it fails

/** The task of the last job, because the jobs of a study follow each other. */
let last: { readonly digest: string; readonly prepared: Promise<Prepared<unknown>> } | undefined;

const engine = loadEngine({ build: wasm });

export default async function compute({ data }: SandboxedJob<unknown>): Promise<string> {
  try {
    return await computed(data);
  } catch (error) {
    // Wrong input stays wrong, so BullMQ retries only after other errors.
    if (error instanceof InputError) Object.assign(error, { name: 'UnrecoverableError' });
    throw error;
  }
}

async function computed(data: unknown): Promise<string> {
  const build = (await engine).info.sha256;
  const job = readJob(seal, { queue, build }, data);
  const { digest, first, end, keep } = job;
  const key = keys.result(job);
  if (await isThere(job, build)) return 'done before';
  if (last?.digest !== digest) {
    const prepared = prepare(job, build);
    prepared.catch(() => (last = undefined)); // another attempt fetches it again
    last = { digest, prepared };
  }
  const chunk = (await last.prepared).run(first, end - first);
  const author = { build, worker: name };
  const result = writeResult(seal, { queue, build }, job, { author, chunk });
  if (result.length > MOST_RESULT_BYTES) throw tooLarge(result.length);
  await redis.set(key, result, 'EX', keep); // another result has the same bits, or is not trusted
  return 'done';
}

function tooLarge(bytes: number): InputError {
  return new InputError(largeResult({ path: 'parts', most: MOST_RESULT_BYTES, bytes }), 'queue');
}

/** True if the store has the result, with a seal of this key. */
async function isThere(job: PartJob, build: string): Promise<boolean> {
  const key = keys.result(job);
  const length = await redis.strlen(key).catch(() => 0); // a value of another type is overwritten
  if (length === 0 || length > MOST_RESULT_BYTES) return false;
  const stored = await redis.getBuffer(key).catch(() => null);
  const result = stored === null ? undefined : readResult(stored);
  return result !== undefined && isSealed(seal, { queue, build }, job, result);
}

async function prepare(job: PartJob, build: string): Promise<Prepared<unknown>> {
  const { digest, kind, bytes } = job;
  const fetch = fetchedOnce(await opened, store, folder);
  const task = decodePlain(await fetch({ build, digest, bytes })) as StudyTask;
  const study = outsideStudyOf('queue', task);
  if (task.kind !== kind) {
    throw new InputError(otherTaskKind({ kind: task.kind, expected: kind }), 'queue');
  }
  const { module } = await engine;
  return study.prepare(await newEngine(module), task);
}
