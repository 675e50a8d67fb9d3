/**
 * The records that go through the server: jobs of the queue, results, and what workers report about themselves and
 * about failures. Each is read by its schema and sealed with the key.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { InputError } from '../bindings/index.js';
import { encodePlain } from '../bindings/entries/jobs.js';
import { badJobKey, unsealedJob } from '../bindings/words/errors/program/parts.js';
import type { Range } from '../bindings/core/jobs/ranges.js';
import type { Field, Seal } from './seal.js';

/** Maximum number of a job, and maximum jobs of a part; a worker holds the results of a part in memory. */
const MOST_JOBS = 2 ** 31;
export const MOST_JOBS_OF_PART = 2 ** 20;
/** Maximum bytes of a task, of a result and of a note. */
const MOST_TASK_BYTES = 2 ** 32;
export const MOST_RESULT_BYTES = 2 ** 28;
export const MOST_NOTE_BYTES = 8192;
export const MOST_KEEP = 10 * 366 * 86_400;

const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(low), v.maxValue(high));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const word = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

const jobShape = v.pipe(
  v.strictObject({
    /** Digest of the study: a hash of its task and of the core's build. */
    digest: hash,
    kind: word(100),
    first: whole(0, MOST_JOBS),
    end: whole(1, MOST_JOBS),
    /** Number of jobs of the study. */
    total: whole(1, MOST_JOBS),
    /** Bytes of the task. */
    bytes: whole(1, MOST_TASK_BYTES),
    /** Seconds that the result is kept. */
    keep: whole(1, MOST_KEEP),
    mac: hash,
  }),
  v.check(({ first, end, total }) => first < end && end <= total),
  v.check(({ first, end }) => end - first <= MOST_JOBS_OF_PART),
);

/** One job in the queue. */
export type PartJob = Readonly<v.InferOutput<typeof jobShape>>;

/** Identifies a part. */
export type Part = Pick<PartJob, 'digest' | 'kind'> & Range;

/** Queue, build and task under one name. The same study is the same run, so results that are kept are used again. */
export interface Run {
  readonly queue: string;
  readonly build: string;
}

function runOf({ queue, build }: Run, digest: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['run', queue, build, digest]))
    .digest('hex');
}

type Unsigned = Omit<PartJob, 'mac'>;

function jobFields(run: Run, job: Unsigned): Field[] {
  const { digest, kind, first, end, total, bytes, keep } = job;
  return ['job', runOf(run, digest), digest, kind, first, end, total, bytes, keep];
}

export function signJob(seal: Seal, run: Run, job: Unsigned): PartJob {
  return { ...job, mac: seal.sign(jobFields(run, job)) };
}

/** @throws InputError `bad-task` */
export function readJob(seal: Seal, run: Run, data: unknown): PartJob {
  const parsed = v.safeParse(jobShape, data);
  if (!parsed.success) {
    const [{ path: keys = [] }] = parsed.issues;
    const place = keys.map(({ key }) => String(key)).join('.');
    const key = place === '' ? undefined : place.slice(0, 40);
    throw new InputError(badJobKey({ key }), 'queue');
  }
  const job = parsed.output;
  if (seal.isOf(job.mac, jobFields(run, job))) return job;
  throw new InputError(unsealedJob(), 'queue');
}

const headShape = v.strictObject({
  mac: hash,
  build: hash,
  worker: word(200),
});

/** Who computed a result. */
export type Author = Readonly<Omit<v.InferOutput<typeof headShape>, 'mac'>>;

/** A stored result; the seal covers these fields and the bytes. */
export interface Result extends Author {
  readonly mac: string;
  readonly bytes: Uint8Array;
}

function resultFields(run: Run, part: Part, { build, worker }: Author): Field[] {
  const { digest, kind, first, end } = part;
  return ['result', runOf(run, digest), digest, kind, first, end, build, worker];
}

/** Writes the result of a part: a line with its author and its seal, then the chunk. */
export function writeResult(
  seal: Seal,
  run: Run,
  part: Part,
  { author, chunk }: { readonly author: Author; readonly chunk: unknown },
): Buffer {
  const bytes = encodePlain(chunk);
  const mac = seal.sign(resultFields(run, part, author), bytes);
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...author, mac })}\n`), bytes]);
}

/** Reads a stored result; undefined for other bytes. */
export function readResult(stored: Uint8Array): Result | undefined {
  const line = stored.subarray(0, MOST_NOTE_BYTES).indexOf(0x0a);
  if (line < 0) return undefined;
  const parsed = v.safeParse(headShape, parsedJson(stored.subarray(0, line)));
  return parsed.success ? { ...parsed.output, bytes: stored.subarray(line + 1) } : undefined;
}

export function isSealed(seal: Seal, run: Run, part: Part, result: Result): boolean {
  return seal.isOf(result.mac, resultFields(run, part, result), result.bytes);
}

const noteShape = v.strictObject({
  name: word(200),
  build: hash,
  version: word(100),
  /** Identifies the worker's key without revealing it. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  mac: hash,
});

/** What a worker reports about itself. */
export type WorkerNote = Readonly<Omit<v.InferOutput<typeof noteShape>, 'mac' | 'key'>>;

const noteFields = (queue: string, { name, build, version }: WorkerNote): Field[] => [
  'note',
  queue,
  name,
  build,
  version,
];

export function writeNote(seal: Seal, queue: string, note: WorkerNote): string {
  return JSON.stringify({ ...note, key: seal.id, mac: seal.sign(noteFields(queue, note)) });
}

/** Reads a note, and checks whether it has the seal of this key; undefined for anything else. */
export function readNote(
  seal: Seal,
  queue: string,
  text: string,
): (WorkerNote & { readonly sealed: boolean }) | undefined {
  const parsed = v.safeParse(noteShape, parsedJson(text));
  if (!parsed.success) return undefined;
  const { mac, key, ...note } = parsed.output;
  return { ...note, sealed: key === seal.id && seal.isOf(mac, noteFields(queue, note)) };
}

const failureShape = v.strictObject({
  worker: word(200),
  code: word(100),
  message: word(2000),
  mac: hash,
});

/** Why a part cannot be computed. */
export type PartFailure = Readonly<Omit<v.InferOutput<typeof failureShape>, 'mac'>>;

const failureFields = (run: Run, digest: string, failure: PartFailure): Field[] => {
  const { worker, code, message } = failure;
  return ['failure', runOf(run, digest), digest, worker, code, message];
};

export function writeFailure(seal: Seal, run: Run, digest: string, failure: PartFailure): string {
  return JSON.stringify({ ...failure, mac: seal.sign(failureFields(run, digest, failure)) });
}

/** Reads a failure; undefined unless somebody with the key wrote it. */
export function readFailure(
  seal: Seal,
  run: Run,
  digest: string,
  text: string,
): PartFailure | undefined {
  const parsed = v.safeParse(failureShape, parsedJson(text));
  if (!parsed.success) return undefined;
  const { mac, ...failure } = parsed.output;
  return seal.isOf(mac, failureFields(run, digest, failure)) ? failure : undefined;
}

function parsedJson(text: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : Buffer.from(text).toString()) as unknown;
  } catch {
    return undefined;
  }
}
