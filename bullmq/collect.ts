/** Sends the parts of work and collects their results: each once, and only with the seal of the key. */
import { resultRefused } from '../bindings/words/errors/program/queue.js';
import { setTimeout as wait } from 'node:timers/promises';
import { EconError, EngineError } from '../bindings/index.js';
import {
  checkTask,
  decodePlain,
  encodePlain,
  isChunkOf,
  type SharedWork,
} from '../bindings/entries/jobs.js';
import * as said from '../bindings/words/errors/program/parts.js';
import type { Told } from '../bindings/words/told.js';
import { nameOf, type Place } from './options.js';
import {
  isSealed,
  MOST_JOBS_OF_PART,
  MOST_RESULT_BYTES,
  type PartJob,
  readResult,
  signJob,
} from './records.js';
import { digestOf } from './store.js';
import { openTasks } from './tasks/stores.js';
import { watch } from './watch.js';

const PARTS = 64;
const DAY = 86_400;
/** Milliseconds between checks for results. */
const RESULTS_MS = 100;
/** Maximum results read together. */
const AT_ONCE = 32;
/** After this many refused results of one part the work ends, because something keeps forging them. */
const MOST_REFUSALS = 3;
/** Jobs per part that the runner sends: the result of a part should fit into one Redis value. */
const JOBS_OF_PART = MOST_JOBS_OF_PART / 4;

/** A part without a result, and how many of its results were refused. */
interface Missing {
  readonly job: PartJob;
  refusals: number;
}

export async function collect(place: Place, work: SharedWork): Promise<void> {
  const { redis, keys, run, options } = place;
  const { keep = DAY } = options;
  checkTask(work.task); // workers would refuse it
  const task = encodePlain(work.task);
  const digest = digestOf(run.build, task);
  const tasks = await openTasks(options.store ?? 'redis', { redis, keys, keep });
  await tasks.put(digest, task);
  await redis.del(keys.failure(digest));
  const missing = new Map<string, Missing>();
  for (const job of partsOf(place, work, { digest, bytes: task.length })) {
    missing.set(keys.result(job), { job, refusals: 0 });
  }
  const stopped = () => work.signal?.aborted === true || work.enough();
  const looks = watch(place, digest);
  try {
    while (missing.size > 0 && !stopped()) {
      await takeResults(place, work, missing);
      if (missing.size === 0 || stopped()) return;
      await looks([...missing.values()].map(({ job }) => job));
      await wait(RESULTS_MS);
    }
  } finally {
    if (missing.size > 0) await withdraw(place, [...missing.values()]);
  }
}

/** Splits the jobs into parts of a multiple of `smallest`. Where parts begin depends on the work only. */
function partsOf(
  { seal, run, options }: Place,
  { task, ranges, smallest }: SharedWork,
  sent: { readonly digest: string; readonly bytes: number },
): PartJob[] {
  const { parts = PARTS, keep = DAY } = options;
  const count = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const total = ranges.reduce((most, { end }) => Math.max(most, end), 0);
  const most = Math.max(1, Math.floor(JOBS_OF_PART / smallest));
  const size = smallest * Math.min(most, Math.max(1, Math.ceil(count / (parts * smallest))));
  const jobs: PartJob[] = [];
  for (const range of ranges) {
    for (let first = range.first; first < range.end; first += size) {
      const end = Math.min(first + size, range.end);
      jobs.push(signJob(seal, run, { ...sent, kind: task.kind, first, end, total, keep }));
    }
  }
  return jobs;
}

async function takeResults(
  place: Place,
  work: SharedWork,
  missing: Map<string, Missing>,
): Promise<void> {
  for (const keys of await presentResults(place, [...missing.keys()])) {
    if (work.enough()) return;
    const stored = await Promise.all(keys.map((key) => readAt(place, key)));
    for (const [i, key] of keys.entries()) {
      const bytes = stored[i];
      if (bytes === null || bytes === undefined) continue; // it expired
      const part = missing.get(key)!;
      const refusal = takeResult(place, work, part.job, bytes);
      if (refusal === undefined) missing.delete(key);
      else await refuse(place, part, key, refusal);
    }
  }
}

/**
 * Keys of results that exist, in groups to be read together. A group has at least one, and no more bytes than one
 * result may have.
 */
async function presentResults(
  { redis }: Place,
  keys: readonly string[],
): Promise<readonly string[][]> {
  const replies = await redis.pipeline(keys.map((key) => ['strlen', key])).exec();
  const groups: string[][] = [];
  let bytes = Infinity;
  for (const [i, key] of keys.entries()) {
    const [error, reply] = replies![i]!;
    const length = error === null ? (reply as number) : 1; // not a text: it will be refused
    if (length === 0) continue;
    bytes += length;
    if (bytes > MOST_RESULT_BYTES || groups.at(-1)!.length >= AT_ONCE) {
      groups.push([]);
      bytes = length;
    }
    groups.at(-1)!.push(key);
  }
  return groups;
}

/**
 * The bytes of a result. An empty result stands for one that is too large or not a text, and will be refused; null
 * means that it expired.
 */
async function readAt({ redis }: Place, key: string): Promise<Uint8Array | null> {
  try {
    const isReadable = (await redis.strlen(key)) <= MOST_RESULT_BYTES;
    return isReadable ? await redis.getBuffer(key) : new Uint8Array(0);
  } catch (error) {
    if (/WRONGTYPE/.test((error as Error).message)) return new Uint8Array(0);
    throw error;
  }
}

/** Takes a result, or says why it does not count. */
function takeResult(
  { seal, run }: Place,
  work: SharedWork,
  job: PartJob,
  stored: Uint8Array,
): Told | undefined {
  const result = readResult(stored);
  if (result === undefined) return said.resultDamaged();
  const { worker } = result;
  if (result.build !== run.build) {
    const [found, expected] = [result.build.slice(0, 12), run.build.slice(0, 12)];
    return said.resultBuild({ worker, found, expected });
  }
  if (!isSealed(seal, run, job, result)) return said.resultSeal({ worker });
  try {
    const chunk = decodePlain(result.bytes);
    if (!isChunkOf(work.task, job, chunk)) return said.resultOther({ worker });
    work.take(chunk);
    return undefined;
  } catch (error) {
    const isOfResult =
      error instanceof EconError && ['not-plain-data', 'runner-failed'].includes(error.code);
    if (!isOfResult) throw error;
    return said.resultOther({ worker });
  }
}

/**
 * Drops a result, reports that, and lets the part be computed again. @throws EngineError `queue-failed` after several
 * refusals
 */
async function refuse(
  { redis, options }: Place,
  part: Missing,
  key: string,
  because: Told,
): Promise<void> {
  const { first, end } = part.job;
  part.refusals += 1;
  await redis.del(key);
  if (part.refusals < MOST_REFUSALS) {
    const refused = resultRefused({ first, last: end - 1, because });
    options.onNotice?.(refused.text, refused);
    return;
  }
  const refused = { first, end, refusal: because.text, because, times: MOST_REFUSALS };
  throw new EngineError(said.resultRefused(refused));
}

/** Removes jobs that nobody has started from the queue. */
async function withdraw({ queue }: Place, missing: readonly Missing[]): Promise<void> {
  await Promise.all(missing.map(({ job }) => queue.remove(nameOf(job)).catch(() => 0)));
}
