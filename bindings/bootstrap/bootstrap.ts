import { loadEngine } from '../core/engine.js';
import { InputError } from '../core/errors.js';
import type { DpdFitted } from '../models/dpd/index.js';
import { contextOf, keepContext } from '../models/fit.js';
import type { BootstrapResult, FitResult, IntervalMethod } from '../models/fit-result.js';
import { openFeed, type Progress } from './progress.js';
import { checkFits, type Collection, collectReplicates, type Replicates } from './replicates.js';
import type { BootstrapTask } from './replicator.js';
import { summarize, type SummaryOptions } from './result.js';
import { localRunner, processors, type Runner, workerRunner } from './runner.js';
import { schedule } from './schedule.js';

export interface BootstrapOptions {
  /** Replicates, at least 1. */
  readonly reps: number;
  /** An integer from 0 to 2^53 - 1; the same seed gives the same bits everywhere. Default 1. */
  readonly seed?: number | undefined;
  /**
   * Recentre the moments of an overidentified model at those of the sample, so that they hold in the
   * population that is resampled (Hall and Horowitz, 1996). Default true.
   */
  readonly recenter?: boolean | undefined;
  /** Intervals to report. Default percentile. */
  readonly ci?: readonly IntervalMethod[] | undefined;
  /** Confidence level; default that of the fit. */
  readonly level?: number | undefined;
  /** Workers; default one a processor. 0 computes in the calling thread. */
  readonly workers?: number | undefined;
  /** Stops the run; what is done by then is summarised and marked as partial. */
  readonly signal?: AbortSignal | undefined;
  /** Address of the worker script, for pages that serve it elsewhere. */
  readonly workerUrl?: string | URL | undefined;
}

/**
 * A bootstrap under way. It runs whether or not it is iterated; the iterator gives the latest
 * progress.
 */
export interface BootstrapRun extends AsyncIterable<Progress> {
  readonly result: Promise<BootstrapResult>;
  /** The replicates by number: values (reps x width, row by row) and status of each. */
  readonly replicates: Promise<Replicates>;
}

/** Replicates a worker should have to be worth its start, of some 50 ms where one takes 60 us. */
const REPS_PER_WORKER = 500;

/**
 * Resamples units with replacement and estimates each resample with both weighting matrices
 * recomputed. A unit drawn twice is two units. Failed replicates are counted, never drawn again.
 *
 * @throws InputError at once for wrong options or a result without its data; `result` rejects with
 *   ConvergenceError when more than half of the replicates fail, EngineError when a worker does
 */
export function bootstrap(fit: FitResult, options: BootstrapOptions): BootstrapRun {
  const context = contextOf(fit);
  if (context === undefined) {
    throw new InputError(
      'result-without-data',
      'bootstrap: this result carries no data; expected one that this process estimated',
    );
  }
  const width = Object.keys(fit.params).length + 1;
  checkOptions(options);
  checkFits(options.reps, width);
  if (context.estimator !== 'dpd') throw unavailable(context.estimator);
  const feed = openFeed<Progress>();
  const task = taskOf(context, options);
  const replicates = replicate(task, width, options, feed.publish);
  const result = Promise.all([loadEngine(), replicates]).then(([engine, done]) =>
    summarize(engine, fit, done, summaryOptions(context, task, options)),
  );
  const close = () => feed.close();
  result.then(close, close);
  replicates.catch(() => undefined); // reported through `result`
  return { result, replicates, [Symbol.asyncIterator]: () => feed[Symbol.asyncIterator]() };
}

/** The result with a bootstrap beside its analytic standard errors. */
export function withBootstrap(fit: FitResult, result: BootstrapResult): FitResult {
  return keepContext(fit, { ...fit, bootstrap: result });
}

function unavailable(estimator: string): InputError {
  const message = `bootstrap: there is none of the estimator ${estimator}; expected a result of dpd`;
  return new InputError('no-bootstrap', message, { estimator, available: ['dpd'] });
}

function taskOf(context: DpdFitted, options: BootstrapOptions): BootstrapTask {
  const { model, sample, estimate } = context;
  const overidentified = estimate.rank > sample.design.params.length;
  const recenter = overidentified && (options.recenter ?? true);
  return {
    design: sample.design,
    steps: model.steps,
    moments: recenter ? estimate.moments : null,
    seed: options.seed ?? 1,
  };
}

/** Computes the replicates, reporting after each chunk; ends early when the signal aborts. */
async function replicate(
  task: BootstrapTask,
  width: number,
  options: BootstrapOptions,
  report: (progress: Progress) => void,
): Promise<Replicates> {
  const { reps, signal } = options;
  const collected = collectReplicates(reps, width);
  const runners = await openRunners(task, options);
  const start = performance.now();
  try {
    await schedule(runners, reps, signal, (chunk) => {
      collected.add(chunk);
      report(progressOf(collected, reps, performance.now() - start));
    });
  } finally {
    await Promise.all(runners.map((runner) => runner.close()));
  }
  if (collected.completed === 0) throw signal?.reason;
  return collected.inOrder();
}

async function openRunners(task: BootstrapTask, options: BootstrapOptions): Promise<Runner[]> {
  const { module } = await loadEngine();
  const workers =
    options.workers ?? Math.min(processors(), Math.ceil(options.reps / REPS_PER_WORKER));
  if (workers === 0) return [await localRunner(module, task)];
  const url = options.workerUrl ?? new URL('./worker.js', import.meta.url);
  return Array.from({ length: workers }, () => workerRunner(module, task, url));
}

function progressOf({ completed, failed }: Collection, reps: number, elapsedMs: number): Progress {
  const rate = completed / (elapsedMs / 1000);
  const remainingMs = ((reps - completed) / rate) * 1000;
  return { done: completed, total: reps, failed, elapsedMs, rate, remainingMs };
}

function summaryOptions(
  { model }: DpdFitted,
  task: BootstrapTask,
  { ci, level }: BootstrapOptions,
): SummaryOptions {
  return {
    cluster: model.panel.unit,
    seed: task.seed,
    recenter: task.moments !== null,
    ci: ci ?? ['percentile'],
    level: level ?? model.level,
  };
}

const methods: readonly IntervalMethod[] = ['percentile', 'basic', 'normal'];

const optionNames = ['reps', 'seed', 'recenter', 'ci', 'level', 'workers', 'signal', 'workerUrl'];

function checkOptions(options: BootstrapOptions): void {
  const { reps, seed = 1, workers = 1, level = 0.95, ci = [], recenter = true } = options;
  const expect = (ok: boolean, name: string, expected: string, found: unknown) => {
    if (ok) return;
    const message = `bootstrap: ${name}: expected ${expected}, found ${String(found)}`;
    throw new InputError('bad-value', message, { path: `bootstrap.${name}`, expected, found });
  };
  const unknown = Object.keys(options).find((key) => !optionNames.includes(key));
  expect(unknown === undefined, 'options', `keys among ${optionNames.join(', ')}`, unknown);
  expect(typeof recenter === 'boolean', 'recenter', 'true or false', recenter);
  expect(Number.isSafeInteger(reps) && reps >= 1, 'reps', 'a whole number of at least 1', reps);
  const seedWords = 'a whole number from 0 to 9007199254740991';
  expect(Number.isSafeInteger(seed) && seed >= 0, 'seed', seedWords, seed);
  const workerWords = 'a whole number of at least 0';
  expect(Number.isSafeInteger(workers) && workers >= 0, 'workers', workerWords, workers);
  expect(level > 0 && level < 1, 'level', 'a number between 0 and 1', level);
  const known = Array.isArray(ci) && ci.every((method) => methods.includes(method));
  expect(known, 'ci', 'a list of percentile, basic and normal', ci);
}
