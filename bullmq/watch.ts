/** Checks the queue from time to time: adds missing parts, and ends the work if a part failed or no worker computes. */
import { failureIgnored } from '../bindings/words/errors/program/queue.js';
import { EngineError } from '../bindings/index.js';
import * as said from '../bindings/words/errors/program/parts.js';
import type { Told } from '../bindings/words/told.js';
import { jobOptions, nameOf, PATIENCE, type Place } from './options.js';
import {
  MOST_NOTE_BYTES,
  type PartJob,
  readFailure,
  readNote,
  type Run,
  type WorkerNote,
} from './records.js';

/** Milliseconds between checks of the queue. */
const QUEUE_MS = 2000;
/** Maximum number of workers' notes that are read. */
const MOST_WORKERS = 10_000;
/** Maximum number of workers that the error names. */
const NAMED = 5;

/** Returns a function that throws EngineError `queue-failed`. */
export function watch(place: Place, digest: string) {
  const { patience = PATIENCE, onNotice } = place.options;
  const told = new Set<string>();
  const tell = (one: Told) => {
    if (!told.has(one.text)) onNotice?.(one.text, one);
    told.add(one.text);
  };
  let next = 0;
  let lonelySince: number | undefined;
  return async (missing: readonly PartJob[]) => {
    const now = performance.now();
    if (now < next) return;
    next = now + QUEUE_MS;
    await addMissing(place, missing);
    await checkFailure(place, digest, tell);
    const { others, count } = await workersOf(place);
    others.forEach(tell);
    lonelySince = count > 0 ? undefined : (lonelySince ?? now);
    if (lonelySince === undefined || now - lonelySince < 1000 * patience) return;
    const named = others.slice(0, NAMED);
    throw new EngineError(said.noWorker({ cause: undefined, seconds: patience, others: named }));
  };
}

/** Adds the jobs; the queue ignores those that it already has, by their names. */
async function addMissing({ queue, options }: Place, missing: readonly PartJob[]): Promise<void> {
  const { priority } = options;
  await queue.addBulk(
    missing.map((job) => ({
      name: 'part',
      data: job,
      opts: {
        jobId: nameOf(job),
        ...jobOptions,
        ...(priority !== undefined && { priority }),
      },
    })),
  );
}

async function checkFailure(
  { redis, keys, seal, run }: Place,
  digest: string,
  tell: (told: Told) => void,
): Promise<void> {
  const text = await noteAt({ redis }, keys.failure(digest));
  if (text === '') return;
  const failure = readFailure(seal, run, digest, text);
  if (failure !== undefined) {
    const { worker, code: cause, message: reason } = failure;
    throw new EngineError(said.workerFailed({ cause, worker, reason }));
  }
  tell(failureIgnored());
  await redis.del(keys.failure(digest));
}

/**
 * The text of a note; empty if there is none. A note that is too long or not a text is cut, and then does not count as
 * a note.
 */
async function noteAt({ redis }: Pick<Place, 'redis'>, key: string): Promise<string> {
  try {
    return await redis.getrange(key, 0, MOST_NOTE_BYTES);
  } catch (error) {
    if (/WRONGTYPE/.test((error as Error).message)) return 'not a text';
    throw error;
  }
}

/** Counts the workers that can compute, and says why others cannot. */
async function workersOf({ redis, keys, seal, run }: Place) {
  const others: Told[] = [];
  let [count, seen] = [0, 0];
  for await (const names of redis.scanStream({ match: keys.workers, count: 1000 })) {
    for (const name of names as string[]) {
      if ((seen += 1) > MOST_WORKERS) return { others, count };
      const text = await noteAt({ redis }, name);
      if (text === '') continue; // the worker has ended
      const note = readNote(seal, run.queue, text);
      const refusal = refusalOf(note, run);
      if (refusal === undefined) count += 1;
      else others.push(refusal);
    }
  }
  return { others, count };
}

type Note = ReturnType<typeof readNote>;

function refusalOf(note: Note, run: Run): Told | undefined {
  if (note === undefined) return said.workerUnreadable();
  if (!note.sealed) return said.workerKey({ worker: note.name });
  return note.build === run.build ? undefined : buildWords(note, run);
}

function buildWords({ name: worker, build, version }: WorkerNote, run: Run): Told {
  const [found, expected] = [build.slice(0, 12), run.build.slice(0, 12)];
  return said.workerBuild({ worker, found, version, expected });
}
