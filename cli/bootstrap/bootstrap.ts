import { totalmem } from 'node:os';
import {
  bootstrap,
  withBootstrap,
  type BootstrapOptions,
  type FitResult,
  bootstrapOptions,
  type BootstrapProgress,
  type Replicates,
} from '../../bindings/index.js';
import {
  bootstrapStored,
  type JobRunner,
  type StoredReplicates,
} from '../../bindings/entries/jobs.js';
import type { BootstrapSpec } from '../../bindings/entries/types.js';
import { fileStorage } from '../files/files.js';
import { type Host, inLanguage } from '../host.js';
import { interruptible } from './interruptible.js';
import { progressReporter, type ProgressOptions } from '../progress/progress.js';
import type { Reporter } from '../progress/reporter.js';

export interface RunningOptions extends ProgressOptions {
  readonly workers?: number | undefined;
  /** Checkpoint file of the replicates done so far. */
  readonly checkpoint?: string | undefined;
  readonly resume?: boolean | undefined;
  /** Runs the replicates elsewhere. */
  readonly runner?: JobRunner | undefined;
}

export interface Bootstrapped {
  readonly result: FitResult;
  readonly replicates?: Replicates | undefined;
  /** Set instead of `replicates`: where the replicates can be read in order. */
  readonly stored?: StoredReplicates | undefined;
  /** Replicates per second over the whole run. */
  readonly rate?: number | undefined;
}

/** Fewer replicates than this gain nothing from 256-bit operations, whose code comes when functions have run often. */
const SHORT = 10_000;

/**
 * Bootstraps a fit and reports progress. The first Ctrl-C stops it and keeps the replicates done so far; a second one
 * ends the process.
 */
export function runBootstrap(
  host: Host,
  fit: FitResult,
  spec: BootstrapSpec,
  options: RunningOptions,
): Promise<Bootstrapped> {
  const { distributed } = host;
  const isShort = (spec.reps ?? 0) < SHORT;
  const work = async (signal: AbortSignal) => {
    const { checkpoint, runner = distributed?.runner } = options;
    const stored =
      distributed &&
      (await bootstrapStored(fit, libraryOptions(fit, spec, options), distributed.find));
    if (stored !== undefined) return { result: stored.result, stored: stored.replicates };
    const storage = checkpoint === undefined ? undefined : fileStorage(host, checkpoint);
    const run = bootstrap(fit, {
      ...libraryOptions(fit, spec, { ...options, runner }),
      checkpoint: storage,
      signal,
    });
    const shown = follow(
      run,
      progressReporter({ progress: spec.progress, ...options }, host.stderr, inLanguage(host)),
    );
    const [last, result, replicates] = await Promise.all([shown, run.result, run.replicates]);
    return { result: withBootstrap(fit, result), replicates, rate: last?.rate };
  };
  return interruptible(host, 'replicates', work, { isShort });
}

/** The library's options for a bootstrap of the command line. */
function libraryOptions(
  fit: FitResult,
  spec: BootstrapSpec,
  { workers, resume, runner }: RunningOptions,
): BootstrapOptions {
  const { level } = fit;
  const memory = memoryLimit();
  return { ...bootstrapOptions(spec), reps: spec.reps, level, workers, resume, runner, memory };
}

/** Maximum bytes of memory of the process. */
export function memoryLimit(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}

/** Reports progress until the run ends; the last report has the rate of the whole run. */
async function follow(
  run: AsyncIterable<BootstrapProgress>,
  reporter: Reporter,
): Promise<BootstrapProgress | undefined> {
  let last: BootstrapProgress | undefined;
  try {
    for await (const progress of run) {
      last = progress;
      reporter.update(progress);
    }
  } finally {
    reporter.done();
  }
  return last;
}
