import {
  bootstrap,
  withBootstrap,
  type BootstrapRun,
  type BootstrapSpec,
  type FitResult,
  type Progress,
} from '../bindings/index.js';
import { Interrupted } from './exit.js';
import { progressReporter, type ProgressOptions, type Reporter } from './progress.js';

export interface BootstrapOptions extends ProgressOptions {
  readonly workers?: number | undefined;
}

export interface Bootstrapped {
  readonly result: FitResult;
  /** Replicates per second over the whole run. */
  readonly rate?: number | undefined;
}

/**
 * Bootstrap a fit and show how far it is. The first Ctrl-C stops it and keeps what is done, a second
 * one ends the process.
 */
export async function runBootstrap(
  fit: FitResult,
  spec: BootstrapSpec,
  options: BootstrapOptions,
): Promise<Bootstrapped> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  try {
    const { reps, seed, recenter, ci } = spec;
    const { signal } = controller;
    const { workers } = options;
    const run = bootstrap(fit, { reps, seed, recenter, ci, level: fit.level, workers, signal });
    const [last, result] = await Promise.all([
      follow(run, progressReporter({ progress: spec.progress, ...options })),
      run.result,
    ]);
    return { result: withBootstrap(fit, result), rate: last?.rate };
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    throw new Interrupted('stopped before the first replicates were done');
  } finally {
    process.off('SIGINT', stop);
  }
}

/** Report until the run ends; the last report says the rate reached. */
async function follow(run: BootstrapRun, reporter: Reporter): Promise<Progress | undefined> {
  let last: Progress | undefined;
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
