import { tooManyReplicates } from '../../words/errors/bootstrap/replicates.js';
import { InputError } from '../../core/errors/errors.js';
import { ReplicateStatus } from '../../generated/codes.js';
import type { Range } from '../../core/jobs/ranges.js';
import { Status } from '../../core/engine/status.js';

/** The replicates of a run in the order of their numbers, whatever the order of computation. */
export interface Replicates {
  /** Numbers of replicates: requested, computed, and failed among the computed ones. */
  readonly reps: number;
  readonly completed: number;
  readonly failed: number;
  readonly width: number;
  /** Names of the numbers that follow the coefficients. */
  readonly statistics: readonly string[];
  /** Values (completed x width, row by row); NaN if a replicate failed. */
  readonly values: Float64Array;
  /** `Status` of each replicate, plus 256 if a Moore-Penrose inverse was used. */
  readonly statuses: Int32Array;
  /** Number of each replicate, from 0. None is missing unless the run was stopped. */
  readonly numbers: Int32Array;
}

/** Collects replicates as they arrive. Memory grows with the computed replicates, not with the requested ones. */
export interface Collection {
  readonly completed: number;
  readonly failed: number;
  add(chunk: Chunk): void;
  /** Lists the ranges that are still missing. */
  gaps(): Range[];
  /** Returns the replicates with a number below `end`; by default all. */
  inOrder(end?: number): Replicates;
}

/** Bytes that the core can address; they hold the replicates and one column of them. */
const CORE_MEMORY = 2 ** 32;

/**
 * Throws InputError if `reps` replicates of `width` numbers do not fit into the core, or if their summary needs more
 * than `memory` bytes. A summary holds them three times: as they arrived, in order, and in the core.
 */
export function checkFits(reps: number, width: number, memory = Infinity): void {
  const inCore = reps * (8 * width + 12);
  checkBytes('bootstrap', { reps, width, bytes: inCore, limit: CORE_MEMORY });
  const bytes = inCore + reps * (16 * width + 12);
  checkBytes('bootstrap', { reps, width, bytes, limit: memory });
}

/** Bytes that hosts give to the objects of JavaScript; many give more. */
const OBJECT_MEMORY = 2 ** 31;

/**
 * Throws InputError if the numbers of an analysis, `width` per replicate and `bytesEach` for each, need more memory than
 * hosts have for objects.
 */
export function checkHeld(subject: string, reps: number, width: number, bytesEach: number): void {
  const bytes = reps * width * bytesEach;
  checkBytes(subject, { reps, width, bytes, limit: OBJECT_MEMORY });
}

function checkBytes(
  subject: string,
  needed: Readonly<Record<'reps' | 'width' | 'bytes' | 'limit', number>>,
): void {
  if (needed.bytes < needed.limit) return;
  const told = tooManyReplicates({ path: `${subject}.reps`, ...needed });
  throw new InputError(told, { of: subject, key: 'reps' });
}

export interface CollectionOptions {
  readonly statistics?: readonly string[];
  readonly inSequence?: (chunk: Chunk) => void;
}

/**
 * Makes a collection. It passes each chunk to `inSequence` once, in the order of the numbers, as soon as the chunks
 * before it have arrived.
 */
export function collectReplicates(
  range: Range,
  width: number,
  { statistics = [], inSequence = () => undefined }: CollectionOptions = {},
): Collection {
  const chunks: Chunk[] = [];
  const waiting = new Map<number, Chunk>();
  let next = range.first;
  let completed = 0;
  let failed = 0;
  return {
    get completed() {
      return completed;
    },
    get failed() {
      return failed;
    },
    add(chunk) {
      chunks.push(chunk);
      completed += chunk.count;
      failed += countFailed(chunk.statuses);
      waiting.set(chunk.first, chunk);
      for (
        let nextChunk = chunk;
        nextChunk.first === next;
        nextChunk = waiting.get(next) ?? nextChunk
      ) {
        waiting.delete(next);
        next += nextChunk.count;
        inSequence(nextChunk);
      }
    },
    gaps() {
      const gaps: Range[] = [];
      let from = range.first;
      for (const { first, count } of [...chunks].sort(byNumber)) {
        if (first > from) gaps.push({ first: from, end: first });
        from = first + count;
      }
      return from < range.end ? [...gaps, { first: from, end: range.end }] : gaps;
    },
    inOrder(end = range.end) {
      const reps = range.end - range.first;
      return { ...joined(reps, width, chunks.sort(byNumber), end), statistics };
    },
  };
}

function byNumber(a: Chunk, b: Chunk): number {
  return a.first - b.first;
}

function countFailed(statuses: Int32Array): number {
  return statuses.reduce((n, status) => n + (status & ReplicateStatus.bits ? 1 : 0), 0);
}

function joined(reps: number, width: number, chunks: readonly Chunk[], end: number) {
  const counts = chunks.map(({ first, count }) => Math.max(0, Math.min(count, end - first)));
  const completed = counts.reduce((sum, count) => sum + count, 0);
  const values = new Float64Array(completed * width);
  const statuses = new Int32Array(completed);
  const numbers = new Int32Array(completed);
  let place = 0;
  chunks.forEach((chunk, c) => {
    const count = counts[c]!;
    values.set(chunk.values.subarray(0, count * width), place * width);
    statuses.set(chunk.statuses.subarray(0, count), place);
    for (let i = 0; i < count; ++i) numbers[place + i] = chunk.first + i;
    place += count;
  });
  return { reps, completed, failed: countFailed(statuses), width, values, statuses, numbers };
}

/** Replicates `first` to `first + count - 1`, in order. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  /** Values (count x width): coefficients, then the numbers that the estimator adds. */
  readonly values: Float64Array<ArrayBuffer>;
  /** `Status` of each replicate, plus 256 where a Moore-Penrose inverse was used. */
  readonly statuses: Int32Array<ArrayBuffer>;
}

/** A bootstrap prepared in one instance of the core. */
export interface Resampler {
  readonly width: number;
  readonly nunits: number;
  /** Number in the design of each unit; empty if the estimator does not report it. */
  readonly units: Int32Array;
  run(first: number, count: number): Chunk;
  /** Estimates without one unit, for each of the units `first` to `first + count - 1`. */
  leaveOut(first: number, count: number): Chunk;
  /** Estimates with given counts of the units (count x nunits). */
  weigh(counts: Int32Array, count: number): Chunk;
}

const knownStatuses: ReadonlySet<number> = new Set(Object.values(Status));

/** True if the core can give a replicate this status. */
export function isStatus(status: number): boolean {
  return knownStatuses.has(status & ~ReplicateStatus.singular);
}
