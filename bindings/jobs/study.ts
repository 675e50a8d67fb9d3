/** Kinds of numbered work that a worker can be sent. */
import type { Engine } from '../core/engine.js';
import type { Failure } from './failures.js';
import type { Outcomes, Prepared } from './messages.js';
import type { ChunkSizes } from './schedule.js';

/** Plain data that a worker is sent once; `kind` says which study it belongs to. */
export interface StudyTask {
  readonly kind: string;
}

/** What is done with tasks of some kinds, in one instance of the core. */
export interface Study<Task extends StudyTask, Chunk> {
  readonly kinds: readonly Task['kind'][];
  readonly prepare: (engine: Engine, task: Task) => Prepared<Chunk>;
  /** Arrays of a chunk that are handed over instead of copied; none by default. */
  readonly buffersOf?: (chunk: Chunk) => ArrayBuffer[];
}

/** A study whose jobs have an outcome each. */
export interface JobStudy<Task extends StudyTask, Outcome> extends Study<Task, Outcomes<Outcome>> {
  /** Jobs that make a worker worth its start of some 80 ms. */
  readonly jobsPerWorker: number;
  readonly sizes: ChunkSizes;
}

interface JobStudyOptions<Task extends StudyTask, Outcome> extends ChunkSizes {
  readonly kind: Task['kind'];
  readonly jobsPerWorker: number;
  /** The function of a job's number. */
  readonly jobOf: (engine: Engine, task: Task) => (number: number) => Outcome | Failure;
}

export function jobStudy<Task extends StudyTask, Outcome>({
  kind,
  jobsPerWorker,
  first,
  smallest,
  jobOf,
}: JobStudyOptions<Task, Outcome>): JobStudy<Task, Outcome> {
  return {
    kinds: [kind],
    jobsPerWorker,
    sizes: { first, smallest },
    prepare: (engine, task) => {
      const job = jobOf(engine, task);
      return {
        run: (first, count) => ({
          first,
          outcomes: Array.from({ length: count }, (_, i) => job(first + i)),
        }),
      };
    },
  };
}
