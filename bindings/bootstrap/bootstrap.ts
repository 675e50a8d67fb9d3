import { loadEngine } from '../core/engine.js';
import { InputError } from '../core/errors.js';
import type { DpdFitted } from '../models/dpd/index.js';
import { contextOf, keepContext } from '../models/fit.js';
import type { BootstrapResult, FitResult, IntervalMethod } from '../models/fit-result.js';
import { withLongRun } from './long-run.js';
import { openFeed, type Progress } from './progress.js';
import type { Replicates } from './replicates.js';
import { summarize } from './result.js';
import { compute, planRun } from './run.js';

/**
 * A bootstrap under way. It runs whether or not it is iterated; the iterator gives the latest
 * progress.
 */
export interface BootstrapRun extends AsyncIterable<Progress> {
  readonly result: Promise<BootstrapResult>;
  /** The replicates by number: values (reps x width, row by row) and status of each. */
  readonly replicates: Promise<Replicates>;
}

/**
 * Resamples units with replacement and estimates each resample with both weighting matrices
 * recomputed. A unit drawn twice is two units. Failed replicates are counted, never drawn again.
 *
 * @throws InputError at once for wrong options or a result without its data; `result` rejects with
 *   ConvergenceError when more than half of the replicates fail, EngineError when a worker does or the
 *   checkpoint cannot be written to at the start, InputError when it is of another run
 */
export function bootstrap(fit: FitResult, options: BootstrapOptions): BootstrapRun {
  checkOptions(options);
  const plan = planRun(fit, options);
  const feed = openFeed<Progress>();
  const task = taskOf(context, options);
  const replicates = replicate(task, width, options, feed.publish);
  const asked = summaryOptions(context, task, options);
  const result = Promise.all([loadEngine(), replicates]).then(([engine, done]) => {
    const summary = summarize(engine, fit, done, asked);
    return withLongRun(engine, context, done, asked, summary);
  });
  const close = () => feed.close();
  result.then(close, close);
  const replicates = computed.then((done) => done.replicates);
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

/** Replicates are of one or two steps with linear conditions. */
function bootstrapped({ steps, nonlinear }: DpdFitted['model']): 1 | 2 {
  if (nonlinear !== false) {
    const message = 'bootstrap: there is none of an estimate with nonlinear moment conditions';
    throw new InputError('no-bootstrap', message, { nonlinear });
  }
  if (steps === 1 || steps === 2) return steps;
  const message = `bootstrap: there is none of an estimate with steps ${steps}; expected steps 1 or 2`;
  throw new InputError('no-bootstrap', message, { steps });
}

function taskOf(context: DpdFitted, options: BootstrapOptions): BootstrapTask {
  const { model, sample, estimate } = context;
  const overidentified = estimate.rank > sample.design.params.length;
  const recenter = overidentified && (options.recenter ?? true);
  return {
    design: sample.design,
    steps: bootstrapped(model),
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
