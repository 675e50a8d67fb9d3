/** Finds the repeated work of a command: runs the command, with a sample instead of all jobs of each work. */
import { EconError, InputError } from '../../bindings/index.js';
import {
  computeJobs,
  encodePlain,
  type FindChunks,
  type JobRunner,
  type RepeatedWork,
  type StoredChunks,
} from '../../bindings/entries/jobs.js';
import { workBegun } from '../../bindings/words/errors/program/cluster.js';
import { Interrupted } from '../exit.js';
import type { Distributed, Host, Output } from '../host.js';
import { plainHost } from './stopping.js';
import { type EncodedTask, encodeTask } from './works/task-files.js';

export type RunCommand = (args: readonly string[], host: Host) => Promise<void>;

/** One work of a command, with the measurements of its sample. */
export interface DiscoveredWork extends EncodedTask {
  readonly subject: string;
  readonly jobs: number;
  readonly smallest: number;
  readonly sampled: number;
  readonly secondsPerJob: number;
  readonly bytesPerJob: number;
  readonly streams: boolean;
}

export interface Discovery {
  readonly works: readonly DiscoveredWork[];
  /** Seconds before the first sample. */
  readonly secondsToStart: number;
  /** Bytes of the process without any results. */
  readonly baseBytes: number;
}

/**
 * Seconds of the first work's sample. Later samples are shorter, so that many of them take only a few times as long.
 */
const SECONDS = 4;

/** Runs a command and returns its work. The command prints and writes nothing. */
export async function discover(
  runCommand: RunCommand,
  command: readonly string[],
  { host, files }: { readonly host: Host; readonly files: Pick<Distributed, 'input' | 'output'> },
): Promise<Discovery> {
  const known = new Map<string, DiscoveredWork & { readonly chunks: readonly unknown[] }>();
  let secondsToStart = 0;
  const sampleOf = async (work: RepeatedWork, streams: boolean, signal?: AbortSignal) => {
    checkRange(work);
    const task = encodeTask(work);
    const before = known.get(task.digest);
    if (before !== undefined) return before;
    if (known.size === 0) secondsToStart = performance.now() / 1000;
    const sampled = await sample(work, SECONDS / (1 + known.size), signal);
    const { subject, smallest } = work;
    const jobs = work.ranges[0]!.end;
    const one = { ...task, ...sampled, subject, smallest, jobs, streams };
    known.set(task.digest, one);
    return one;
  };
  let broken: unknown;
  const runner: JobRunner = {
    partial: true,
    async run(work) {
      const { chunks } = await sampleOf(work, false, work.signal).catch((error: unknown) => {
        if (!(error instanceof EconError)) broken ??= error; // the analysis may hide this error
        throw error;
      });
      for (const chunk of chunks) work.take(chunk);
      if (!work.partly) for (const chunk of repeated(chunks, work)) work.take(chunk);
    },
  };
  const find: FindChunks = async (work) => {
    const { chunks, sampled, jobs } = await sampleOf(work, true);
    return storedSample(chunks, sampled, jobs);
  };
  const quiet: Output = { write: () => true };
  const stderr: Output = {
    write: (text) => known.size > 0 || host.stderr.write(text), // messages about a sample are of no use
  };
  const distributed: Distributed = { ...files, runner, find, endsEarly: true };
  try {
    await runCommand(command, { ...plainHost(host), stdout: quiet, stderr, distributed });
  } catch (error) {
    // An analysis that fails on a sample may work with all jobs; if not, the merge reports the error.
    if (known.size === 0 || !(error instanceof EconError)) throw error;
  }
  if (broken instanceof DOMException) throw new Interrupted('work');
  if (broken !== undefined) throw broken;
  const baseBytes = process.resourceUsage().maxRSS * 1024;
  return { works: [...known.values()], secondsToStart, baseBytes };
}

function checkRange({ subject, ranges }: RepeatedWork): void {
  if (ranges.length === 1 && ranges[0]!.first === 0) return;
  throw new InputError(workBegun({ subject }), { of: 'plan', key: subject });
}

/** Computes jobs in this thread for a number of seconds. */
async function sample(work: RepeatedWork, seconds: number, signal?: AbortSignal) {
  const { task, smallest, ranges } = work;
  const jobs = ranges[0]!.end;
  const chunks: unknown[] = [];
  const stop = new AbortController();
  const start = performance.now();
  let [sampled, elapsed] = [0, 0];
  const doubling = doublingRanges(jobs, smallest);
  await computeJobs(task, {
    ranges: doubling,
    workers: 0,
    signal: AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]),
    take(chunk) {
      sampled = doubling[chunks.length]!.end;
      chunks.push(chunk);
      elapsed = (performance.now() - start) / 1000;
      if (elapsed > seconds) stop.abort();
    },
  });
  signal?.throwIfAborted();
  const bytes = chunks.reduce<number>((sum, chunk) => sum + encodePlain(chunk).length, 0);
  return { chunks, sampled, secondsPerJob: elapsed / sampled, bytesPerJob: bytes / sampled };
}

/** Maximum jobs that a sample computes together. */
const LARGEST = 4096;

/** Ranges of growing size, so that few jobs remain when the time is over. Of many jobs only some are used. */
function doublingRanges(jobs: number, smallest: number): { first: number; end: number }[] {
  const ranges: { first: number; end: number }[] = [];
  let [first, count] = [0, smallest];
  while (first < jobs && ranges.length < LARGEST) {
    const end = Math.min(first + count, jobs);
    ranges.push({ first, end });
    first = end;
    if (count < LARGEST) count *= 2;
  }
  return ranges;
}

function storedSample(chunks: readonly unknown[], sampled: number, jobs: number): StoredChunks {
  return {
    missing: sampled < jobs ? [{ first: sampled, end: jobs }] : [],
    async *read() {
      yield* await Promise.resolve(chunks);
    },
  };
}

/** Repeats the first chunk for all jobs missing in the sample, for analyses that need every job. */
function* repeated(chunks: readonly unknown[], { ranges }: RepeatedWork): Generator<unknown> {
  const rows = chunks as readonly Rows[];
  const jobs = ranges[0]!.end;
  let first = rows.reduce((end, chunk) => Math.max(end, chunk.first + countOf(chunk)), 0);
  const longest = rows.reduce((a, b) => (countOf(b) > countOf(a) ? b : a));
  for (; first < jobs; first += countOf(longest)) {
    const count = Math.min(countOf(longest), jobs - first);
    yield { ...headOf(longest, count), first };
  }
}

/** A chunk whose lists have a row, or several numbers, per job. */
interface Rows {
  readonly first: number;
  readonly [key: string]: unknown;
}

type List = readonly unknown[] | Float64Array | Int32Array;

const isList = (value: unknown): value is List => Array.isArray(value) || ArrayBuffer.isView(value);

function countOf(chunk: Rows): number {
  const { count } = chunk;
  if (typeof count === 'number') return count;
  return Math.min(
    ...Object.values(chunk)
      .filter(isList)
      .map(({ length }) => length),
  );
}

function headOf(chunk: Rows, count: number): Rows {
  const all = countOf(chunk);
  const entries = Object.entries(chunk).map(([key, value]) => {
    if (key === 'count') return [key, count];
    return [key, isList(value) ? value.slice(0, (value.length / all) * count) : value];
  });
  return Object.fromEntries(entries) as Rows;
}
