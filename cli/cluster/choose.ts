/** Chooses the number of parts, and says what each takes. */
import { InputError } from '../../bindings/index.js';
import type { Estimate } from './plan-file.js';
import type { Sample } from './sample.js';

export interface PartsWish {
  readonly parts?: number | undefined;
  /** Minutes of a part. */
  readonly minutes?: number | undefined;
  /** Gigabytes of memory of a part. */
  readonly memory?: number | undefined;
  readonly workers: number;
}

/** Minutes of a part by default: long compared with its start, short enough to lose nothing much. */
const MINUTES = 30;
/** The largest array of a default Slurm has 1000 tasks. */
const MOST_PARTS = 1000;
/** Bytes of memory per byte of replicates, measured: as they arrived, in order, as bytes of the file, in the digest. */
const COPIES = 7;
/** Bytes of a thread that computes: its core, its code and its copy of the data. */
const THREAD_BYTES = 2 ** 26;
const MEGABYTE = 2 ** 20;

export function chooseParts(
  sample: Sample,
  wish: PartsWish,
): { readonly parts: number; readonly estimate: Estimate } {
  const { run } = sample.work;
  const parts = wish.parts ?? partsFor(sample, wish);
  if (!Number.isSafeInteger(parts) || parts < 1 || parts > run.reps) {
    const message = `plan: parts: expected a whole number from 1 to ${run.reps}, the number of replicates, found ${parts}`;
    throw new InputError('bad-value', message, { path: 'parts', found: parts });
  }
  return { parts, estimate: estimateOf(sample, wish, parts) };
}

function partsFor(sample: Sample, { minutes, memory, workers }: PartsWish): number {
  const { reps } = sample.work.run;
  const threads = Math.max(1, workers);
  const total = (reps * sample.secondsPerReplicate) / threads;
  const byTime = total / (60 * (minutes ?? MINUTES));
  const room = memory === undefined ? Infinity : memory * 2 ** 30 - baseBytes(sample, workers);
  if (room <= 0) {
    const least = (baseBytes(sample, workers) / 2 ** 30).toFixed(2);
    const message = `plan: memory: expected more than ${least} gigabytes, which a part takes without replicates, found ${memory}; use fewer workers or more memory`;
    throw new InputError('bad-value', message, { path: 'memory', found: memory });
  }
  const byMemory = (reps * COPIES * bytesPerReplicate(sample)) / room;
  const most = minutes === undefined && memory === undefined ? MOST_PARTS : Infinity;
  return Math.max(1, Math.min(Math.ceil(Math.max(byTime, byMemory)), most, reps));
}

function bytesPerReplicate({ work }: Sample): number {
  return 8 * work.width + 4;
}

function baseBytes({ baseBytes: bytes }: Sample, workers: number): number {
  return bytes + workers * THREAD_BYTES;
}

function estimateOf(sample: Sample, { workers }: PartsWish, parts: number): Estimate {
  const { secondsPerReplicate, secondsToStart, replicates: sampled } = sample;
  const { reps } = sample.work.run;
  const threads = Math.max(1, workers);
  const each = Math.ceil(reps / parts);
  const seconds = secondsToStart + (each * secondsPerReplicate) / threads;
  const bytes = baseBytes(sample, workers) + COPIES * each * bytesPerReplicate(sample);
  return {
    sampled,
    secondsPerReplicate,
    secondsToStart,
    minutesEach: seconds / 60,
    minutesTotal: (parts * seconds) / 60,
    megabytesEach: Math.ceil(bytes / MEGABYTE),
    megabytesToMerge: Math.ceil(
      (sample.baseBytes + COPIES * reps * bytesPerReplicate(sample)) / MEGABYTE,
    ),
    megabytesOfParts: Math.ceil((reps * bytesPerReplicate(sample)) / MEGABYTE),
  };
}
