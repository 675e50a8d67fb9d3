/** Studies: kinds of numbered work that a worker can run. */
import type { Told } from '../../words/told.js';
import * as v from 'valibot';
import { isKeyed } from '../arguments/arguments.js';
import type { Engine } from '../engine/engine.js';
import type { Failure } from './failures.js';
import type { ChunkSizes, Range } from './ranges.js';

/** A chunk, and the milliseconds that it took; 0 where the clock stands still during computation. */
export interface Computed<Chunk> {
  readonly chunk: Chunk;
  readonly ms: number;
}

/** Plain data that a worker receives once; `kind` names the study. */
export interface StudyTask {
  readonly kind: string;
}

/** How to run tasks of some kinds in one instance of the core. */
export interface Study<Task extends StudyTask, Chunk> {
  readonly kinds: readonly Task['kind'][];
  /** Returns a promise if the task needs a module that must be loaded first. */
  readonly prepare: (engine: Engine, task: Task) => Prepared<Chunk> | Promise<Prepared<Chunk>>;
  /**
   * The jobs in a chunk from another machine; undefined for other values. Without this function, work cannot be sent to
   * other machines.
   */
  readonly rangeOf?: (chunk: unknown) => Range | undefined;
  /** Buffers of a chunk to transfer instead of copying; none by default. */
  readonly buffersOf?: (chunk: Chunk) => ArrayBuffer[];
}

/** A study in which each job has one outcome. */
export interface JobStudy<Task extends StudyTask, Outcome> extends Study<Task, Outcomes<Outcome>> {
  /** Minimum number of jobs that justifies a worker, whose start takes about 80 ms. */
  readonly jobsPerWorker: number;
  readonly sizes: ChunkSizes;
}

interface JobStudyOptions<Task extends StudyTask, Outcome> extends ChunkSizes {
  readonly kind: Task['kind'];
  readonly jobsPerWorker: number;
  /** Schema of an outcome from another machine, if it can be checked. */
  readonly outcome?: v.GenericSchema<unknown> | undefined;
  /** Makes the function that runs a job, given its number; a promise if its code is loaded first. */
  readonly jobOf: (engine: Engine, task: Task) => Job<Outcome> | Promise<Job<Outcome>>;
}

type Job<Outcome> = (number: number) => Outcome | Failure;

export function jobStudy<Task extends StudyTask, Outcome>({
  kind,
  jobsPerWorker,
  first,
  smallest,
  outcome,
  jobOf,
}: JobStudyOptions<Task, Outcome>): JobStudy<Task, Outcome> {
  return {
    kinds: [kind],
    jobsPerWorker,
    sizes: { first, smallest },
    rangeOf: (chunk) => outcomesRange(chunk, outcome),
    prepare: (engine, task) => {
      const job = jobOf(engine, task);
      return job instanceof Promise ? job.then(running) : running(job);
    },
  };
}

function running<Outcome>(job: Job<Outcome>): Prepared<Outcomes<Outcome>> {
  return {
    run: (first, count) => ({
      first,
      outcomes: Array.from({ length: count }, (_, i) => job(first + i)),
    }),
  };
}

/** Any number, NaN included. */
export const double = v.custom<number>((value) => typeof value === 'number');
const failure = v.looseObject({ code: v.string(), message: v.string() });

/** The jobs of outcomes, each of which must be a failure or match the schema. */
function outcomesRange(
  chunk: unknown,
  schema: v.GenericSchema<unknown> = v.looseObject({}),
): Range | undefined {
  if (!isKeyed(chunk) || !Array.isArray(chunk['outcomes'])) return undefined;
  const { first, outcomes } = chunk as { first: unknown; outcomes: readonly unknown[] };
  const isOutcome = (one: unknown) => isKeyed(one) && (v.is(failure, one) || v.is(schema, one));
  if (!Number.isSafeInteger(first) || !outcomes.every(isOutcome)) return undefined;
  return { first: first as number, end: (first as number) + outcomes.length };
}

/** A task prepared in one instance of the core. */
export interface Prepared<Chunk> {
  run(first: number, count: number): Chunk;
}

/**
 * A message to a worker, which serves several runs, each with a session: the task of its chunks, the request for a
 * chunk, or its end.
 */
export type Request<Task> =
  | { readonly session: number; readonly module: WebAssembly.Module; readonly task: Task }
  | { readonly session: number; readonly first: number; readonly count: number }
  | { readonly session: number; readonly end: true };

/**
 * A message from a worker: the build of its core when it starts to listen, then one answer per task and chunk. Those of
 * a session are in order.
 */
export type Reply<Chunk> =
  | { readonly build: string }
  | { readonly session: number; readonly loaded: true }
  | ({ readonly session: number; readonly memory: number } & Computed<Chunk>)
  | { readonly session: number; readonly error: Told };

export interface Outcomes<Outcome> {
  readonly first: number;
  readonly outcomes: readonly (Outcome | Failure)[];
}
