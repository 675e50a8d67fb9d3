/** A bootstrap from a fit to its replicates: what every way of running one shares. */
import { loadEngine } from '../core/engine.js';
import { type EconError, InputError } from '../core/errors.js';
import type { DpdFitted } from '../models/dpd/index.js';
import { contextOf, type FitContext } from '../models/fit.js';
import type { ByName, FitResult } from '../models/fit-result.js';
import { type Belonging, decodeCheckpoint, encodeCheckpoint } from './checkpoint.js';
import { checkSameRun, identify } from './identity.js';
import { defaultIntervals } from './linear/described.js';
import { isLinear, noBootstrap } from './linear/problem.js';
import { linearTask } from './linear/task.js';
import { badOption, type BootstrapOptions } from './options.js';
import type { Progress } from './progress.js';
import { checkFits, type Collection, collectReplicates, type Replicates } from './replicates.js';
import { type BootstrapTask, type Chunk, type DpdTask, prepare } from './replicator.js';
import type { SummaryOptions } from './result.js';
import { localRunner, processors, type Runner, workerRunner } from './runner.js';
import { observe, type Running } from './running.js';
import { noSaver, openSaver, type Saver } from './saver.js';
import { schedule } from './schedule.js';
import { type Range, type Shard, shardRange } from './shard.js';

/** What is to be computed, checked. */
export interface RunPlan {
  readonly fit: FitResult;
  readonly model: object;
  readonly task: BootstrapTask;
  readonly names: readonly string[];
  readonly width: number;
  readonly shard: Shard;
  readonly range: Range;
  readonly summary: SummaryOptions;
  readonly options: BootstrapOptions;
}

export interface Computed {
  readonly replicates: Replicates;
  /** Why the checkpoint lacks some of them. */
  readonly notSaved: EconError | undefined;
}

export const WHOLE: Shard = { index: 1, of: 1 };

/** Replicates a worker should have to be worth its start, of some 50 ms where one takes 60 us. */
const REPS_PER_WORKER = 500;

/**
 * Plans shard `shard` of a bootstrap whose options have been checked.
 *
 * @throws InputError `result-without-data`, `no-bootstrap`, `too-many-replicates`
 */
export function planRun(fit: FitResult, asked: BootstrapOptions, shard = WHOLE): RunPlan {
  const context = contextOf(fit);
  if (context === undefined) {
    throw new InputError(
      'result-without-data',
      'bootstrap: this result carries no data; expected one that this process estimated',
    );
  }
  const names = Object.keys(fit.params);
  const { model } = context;
  const task = taskOf(context, asked);
  const options = { ...asked, reps: repsOf(task, asked) };
  const range = shardRange(shard, options.reps);
  const width = task.kind === 'dpd' ? names.length + 1 : names.length * (1 + task.statistics);
  checkFits(range.end - range.first, width, options.memory);
  const summary = summaryOptions(context, task, options);
  return { fit, model, task, names, width, shard, range, summary, options };
}

function unavailable(estimator: string): InputError {
  const available = ['dpd', 'iv', 'ols', 'panel'];
  const message = `bootstrap: there is none of the estimator ${estimator}; expected a result of ${available.slice(0, -1).join(', ')} or ${available.at(-1)}`;
  return new InputError('no-bootstrap', message, { estimator, available });
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

/** As many as there are sign vectors where all of them are taken. */
function repsOf({ scheme }: BootstrapTask, { reps }: BootstrapOptions): number {
  return scheme.enumerated === true ? 2 ** scheme.units! : reps;
}

function taskOf(context: FitContext, options: BootstrapOptions): BootstrapTask {
  if (context.estimator === 'dpd') return dpdTask(context, options);
  if (isLinear(context)) return linearTask(context, options);
  throw unavailable(context.estimator);
}

/** Throws InputError for what belongs to other estimators. */
function checkDpdOptions({ scheme = 'cluster', ci = [], ...others }: BootstrapOptions): void {
  if (scheme !== 'cluster') {
    throw noBootstrap(
      `scheme ${scheme} does not fit dpd, whose moments are sums over units that are drawn whole; expected cluster`,
    );
  }
  const keys = ['cluster', 'weights', 'imposeNull', 'variant', 'blockLength', 'order'] as const;
  const key = keys.find((one) => others[one] !== undefined);
  if (key !== undefined) throw badOption(key, 'nothing with dpd', others[key]);
  const method = ci.find((one) => one === 'studentized' || one === 'inverted');
  if (method !== undefined) throw badOption('ci', 'percentile, basic or normal with dpd', method);
}

function dpdTask(context: DpdFitted, options: BootstrapOptions): DpdTask {
  checkDpdOptions(options);
  const { model, sample, estimate } = context;
  const overidentified = estimate.rank > sample.design.params.length;
  const recenter = overidentified && (options.recenter ?? true);
  return {
    kind: 'dpd',
    scheme: { scheme: 'cluster', cluster: model.panel.unit },
    design: sample.design,
    steps: bootstrapped(model),
    moments: recenter ? estimate.moments : null,
    seed: options.seed ?? 1,
  };
}

function summaryOptions(
  { model }: FitContext,
  task: BootstrapTask,
  { ci, level, pValue, precision }: BootstrapOptions,
): SummaryOptions {
  return {
    scheme: task.scheme,
    seed: task.seed,
    ...(task.kind === 'dpd' && { recenter: task.moments !== null }),
    ci: ci ?? defaultIntervals(task.scheme),
    level: level ?? model.level,
    pValue: pValue ?? 'symmetric',
    precision,
  };
}

/**
 * Computes the replicates of a plan that its checkpoint lacks, reporting after each chunk; ends early
 * when the signal aborts or, in a whole run, the precision asked for is reached.
 */
export async function compute(
  plan: RunPlan,
  report: (progress: Progress) => void,
): Promise<Computed> {
  const { range, width, fit, shard, options } = plan;
  const { signal, precision } = options;
  const wanted = shard.of === 1 ? precision : undefined;
  const running = observe(Object.values(fit.params), width, wanted);
  const collected = collectReplicates(range, width, running.take);
  const saver = await openCheckpoint(plan, collected);
  const enough = () => running.enough !== undefined;
  const ranges = enough() ? [] : collected.gaps();
  const progress = progressOf(plan, collected, running);
  if (collected.completed > 0) report(progress());
  const take = (chunk: Chunk) => {
    collected.add(chunk);
    saver.offer();
    report(progress());
  };
  let notSaved: EconError | undefined;
  try {
    await withRunners(plan, ranges, (runners) =>
      schedule(runners, { subject: 'bootstrap', ranges, signal, enough, take }),
    );
  } finally {
    notSaved = await saver.finish();
  }
  if (collected.completed === 0) throw signal?.reason;
  return { replicates: collected.inOrder(running.enough), notSaved };
}

/** Adds what the checkpoint holds, if it is of this run. */
async function openCheckpoint(plan: RunPlan, collected: Collection): Promise<Saver> {
  const { checkpoint, resume, reps } = plan.options;
  if (checkpoint === undefined) return noSaver;
  const { name } = checkpoint;
  const { fit, shard, summary } = plan;
  const run = await identify(plan.model, plan.task, reps, fit.engine);
  const stored = await checkpoint.read();
  if (stored !== undefined) {
    if (resume !== true) throw exists(name);
    const found = await decodeCheckpoint(name, stored);
    checkSameRun(name, { ...found.run, shard: found.shard }, { ...run, shard });
    found.chunks.forEach(collected.add);
  }
  const belonging: Belonging = { run, shard, fit, summary };
  return openSaver(checkpoint, () => encodeCheckpoint(belonging, collected.inOrder()));
}

function exists(name: string): InputError {
  const message = `${name}: expected no checkpoint yet, found one; resume it or remove it`;
  return new InputError('checkpoint-exists', message, { file: name });
}

/** Opens runners for the replicates of `ranges`, and closes them on every path. */
async function withRunners(
  { task, options }: RunPlan,
  ranges: readonly Range[],
  use: (runners: readonly Runner<Chunk>[]) => Promise<void>,
): Promise<void> {
  const count = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const useful = Math.ceil(count / REPS_PER_WORKER);
  const workers = options.workers ?? Math.min(processors(), useful);
  if (count === 0) return;
  const { module } = await loadEngine();
  const url = options.workerUrl ?? new URL('./worker.js', import.meta.url);
  const runners =
    workers === 0
      ? [await localRunner(module, task, prepare)]
      : Array.from({ length: workers }, () => workerRunner<Chunk>(module, task, url));
  try {
    await use(runners);
  } finally {
    await Promise.all(runners.map((runner) => runner.close()));
  }
}

function progressOf(
  { names, range }: RunPlan,
  collected: Collection,
  running: Running,
): () => Progress {
  const start = performance.now();
  const before = collected.completed;
  const reps = range.end - range.first;
  const byName = (values: readonly number[]): ByName =>
    Object.fromEntries(names.map((name, j) => [name, values[j]!]));
  return () => {
    const { completed, failed } = collected;
    const secondsElapsed = Math.max(performance.now() - start, 0.001) / 1000;
    const rate = (completed - before) / secondsElapsed;
    return {
      done: completed,
      reps,
      failed,
      rate,
      secondsElapsed,
      secondsLeft: (reps - completed) / rate,
      stdErrors: byName(running.stdErrors()),
      monteCarloError: byName(running.monteCarloErrors()),
    };
  };
}
