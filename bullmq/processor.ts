/**
 * Computes parts in a thread of a worker. BullMQ renews the locks of its jobs in the main thread, which a long
 * computation here does not stop.
 */
import type { SandboxedJob } from 'bullmq';
import { newEngine } from '../bindings/core/engine.js';
import { loadEngine } from '../bindings/core/instances/load-engine.js';
import type { Prepared } from '../bindings/jobs/messages.js';
import type { StudyTask } from '../bindings/jobs/study.js';
import { studyOf } from '../bindings/workers/studies.js';
import { readSession } from './session.js';
import { decode, encode, keysOf, openRedis, type PartJob, type PartResult } from './store.js';
import { fetchedOnce, openTasks } from './tasks.js';

const session = readSession(process.env['WASMETRICS_QUEUE']!);
const { connection, queue, name, wasm, store, folder } = session;
const redis = openRedis(connection);
const keys = keysOf(queue);
const opened = openTasks(store, { redis, keys, keep: 0 });
opened.catch(() => undefined); // each job that needs it fails

/** The task of the last job, as jobs of a study follow each other. */
let last: { readonly digest: string; readonly prepared: Promise<Prepared<unknown>> } | undefined;

const engine = loadEngine({ build: wasm });

export default async function compute({ data }: SandboxedJob<PartJob>): Promise<string> {
  const { digest, first, end, keep } = data;
  const key = keys.result(data);
  if ((await redis.exists(key)) === 1) return 'done before';
  if (last?.digest !== digest) {
    const prepared = prepare(digest);
    prepared.catch(() => (last = undefined)); // another attempt fetches it again
    last = { digest, prepared };
  }
  const chunk = (await last.prepared).run(first, end - first);
  const result: PartResult = {
    digest,
    first,
    end,
    build: (await engine).info.sha256,
    worker: name,
    chunk,
  };
  const put = await redis.set(key, encode(result), 'EX', keep, 'NX');
  return put === 'OK' ? 'done' : 'done by another';
}

async function prepare(digest: string): Promise<Prepared<unknown>> {
  const fetch = fetchedOnce(await opened, store, folder);
  const task = decode(await fetch((await engine).info.sha256, digest));
  if (task === undefined) throw new Error(`the task ${digest} in ${store} is damaged`);
  const { prepare: prepareTask } = studyOf(task as StudyTask);
  const { module } = await engine;
  return prepareTask(await newEngine(module), task as StudyTask);
}
