/** Chooses the number of parts and the sizes of their pieces, and estimates the needs of a part. */
import { InputError } from '../../bindings/index.js';
import { badPlanMemory, badPlanParts } from '../../bindings/words/errors/program/cluster.js';
import type { Discovery, DiscoveredWork } from './discover.js';
import type { Estimate } from './plan-file.js';
import { type PlannedWork, pieceSize, totalJobs, totalPieces } from './works/pieces.js';

export interface PartsWish {
  readonly parts?: number | undefined;
  /** Minutes per part. */
  readonly minutes?: number | undefined;
  /** Gigabytes of memory per part. */
  readonly memory?: number | undefined;
  readonly workers: number;
}

export interface Chosen {
  readonly parts: number;
  readonly works: readonly PlannedWork[];
  readonly estimate: Estimate;
}

/** Default minutes per part: long compared with its start, but little is lost if a part fails. */
const MINUTES = 30;
/** Slurm's default limit on the tasks of an array. */
const MOST_PARTS = 1000;
/**
 * Bytes of memory per byte of results that are not read in passes, as measured: the results as they arrive, in order,
 * and in the core.
 */
const COPIES = 4;
/** Bytes of a computing thread for its core and code; and the copies of the task that it holds. */
const THREAD_BYTES = 2 ** 26;
const TASK_COPIES = 3;
/** Bytes of counts and of pieces while replicates are read in passes. */
const PASS_BYTES = 2 ** 27;
const MEGABYTE = 2 ** 20;

/** @throws InputError `bad-value` */
export function chooseParts(discovery: Discovery, wish: PartsWish): Chosen {
  checkMemory(discovery, wish);
  const jobs = totalJobs(planned(discovery.works, 1));
  const parts = wish.parts ?? partsFor(discovery, wish, jobs);
  const works = planned(discovery.works, parts);
  const most = totalPieces(works);
  if (!Number.isSafeInteger(parts) || parts < 1 || parts > most) {
    const told = badPlanParts({ path: 'parts', found: parts, most });
    throw new InputError(told, { of: 'plan', key: 'parts' });
  }
  return { parts, works, estimate: estimateOf(discovery, wish, { parts, works, jobs }) };
}

function planned(works: readonly DiscoveredWork[], parts: number): PlannedWork[] {
  return works.map((work) => {
    const { subject, digest, jobs, secondsPerJob, bytesPerJob, streams, bytes } = work;
    const piece = Math.min(jobs, pieceSize(work, Math.max(1, Math.floor(parts) || 1)));
    const place = { subject, digest, bytes: bytes.length, jobs, piece };
    return { ...place, secondsPerJob, bytesPerJob, streams };
  });
}

function partsFor(discovery: Discovery, { minutes, workers }: PartsWish, jobs: number): number {
  const wanted = Math.ceil(secondsOf(discovery, workers) / (60 * (minutes ?? MINUTES)));
  const most = minutes === undefined ? MOST_PARTS : jobs;
  const parts = Math.max(1, Math.min(wanted, most));
  return Math.min(parts, totalPieces(planned(discovery.works, parts)));
}

/** Seconds of all jobs together. */
function secondsOf({ works }: Discovery, workers: number): number {
  const seconds = works.reduce((sum, { jobs, secondsPerJob }) => sum + jobs * secondsPerJob, 0);
  return seconds / Math.max(1, workers);
}

/** Bytes that a part needs whatever its number of jobs. */
function bytesEach({ baseBytes, works }: Discovery, workers: number): number {
  const largest = works.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);
  return baseBytes + TASK_COPIES * largest + workers * (THREAD_BYTES + TASK_COPIES * largest);
}

function checkMemory(discovery: Discovery, { memory, workers }: PartsWish): void {
  const bytes = bytesEach(discovery, workers);
  if (memory === undefined || memory * 2 ** 30 > bytes) return;
  const least = (bytes / 2 ** 30).toFixed(2);
  const told = badPlanMemory({ path: 'memory', found: memory, least });
  throw new InputError(told, { of: 'plan', key: 'memory' });
}

function estimateOf(
  discovery: Discovery,
  { workers }: PartsWish,
  { parts, works, jobs }: { parts: number; works: readonly PlannedWork[]; jobs: number },
): Estimate {
  const { secondsToStart, baseBytes } = discovery;
  const all = secondsOf(discovery, workers);
  const seconds = secondsToStart + all / parts;
  const bytesOf = (work: PlannedWork) => work.jobs * work.bytesPerJob;
  const held = works.filter(({ streams }) => !streams);
  const largest = held.reduce((most, work) => Math.max(most, bytesOf(work)), 0);
  const streams = held.length < works.length;
  const toMerge = baseBytes + COPIES * largest + (streams ? PASS_BYTES : 0);
  return {
    sampled: discovery.works.reduce((sum, { sampled }) => sum + sampled, 0),
    secondsPerReplicate: (all * Math.max(1, workers)) / jobs,
    secondsToStart,
    minutesEach: seconds / 60,
    minutesTotal: (parts * seconds) / 60,
    megabytesEach: Math.ceil(bytesEach(discovery, workers) / MEGABYTE),
    megabytesToMerge: Math.ceil(toMerge / MEGABYTE),
    megabytesOfParts: Math.ceil(works.reduce((sum, work) => sum + bytesOf(work), 0) / MEGABYTE),
  };
}
