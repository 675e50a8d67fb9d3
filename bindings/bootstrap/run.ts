/** A bootstrap from a fit to its replicates, shared by all ways to run one. */
import { type Engine, sharedEngine } from '../core/engine.js';
import { type EconError, EngineError, InputError } from '../core/errors.js';
import { type FitContext, requireContext } from '../models/fit.js';
import { checkOtherColumn } from '../models/unchanged.js';
import type { FitResult } from '../results/fit.js';
import { decodeCheckpoint, encodeCheckpoint } from './storage/checkpoint.js';
import type { Belonging } from './storage/header.js';
import { leaveOutEach } from './leave-one-out.js';
import { checkBuild, checkSameRun, identify, recentred } from './storage/identity.js';
import { dpdTask } from './tasks/dpd.js';
import { impliedRowThresholds, impliedThresholds } from './implied-probabilities.js';
import { jackknife } from './summary/jackknife.js';
import { withRebuild } from './rebuilt/plan.js';
import { checkRebuilt } from './rebuilt/table.js';
import { statisticNames } from './summary/layout.js';
import { defaultIntervals } from './summary/scheme.js';
import { checkInstrumentTests } from './summary/instrument-tests.js';
import { invertTests } from './invert-tests.js';
import { invertsApart, linearTask } from './tasks/linear.js';
import type { BootstrapOptions } from './options.js';
import { replicateStudy } from './prepared.js';
import { type BootstrapProgress, progressOf } from './progress.js';
import { checkFits, type Collection, collectReplicates, type Replicates } from './replicates.js';
import type { BootstrapTask } from './replicator.js';
import { expressionQuantities } from './summary/quantities.js';
import { observe } from './summary/running-errors.js';
import { noSaver, openSaver, readStorage, type Saver } from './storage/saver.js';
import { planLinear } from './tasks/linear-plan.js';
import { momentsTask, rowsTask } from './tasks/rows.js';
import type { ChunkSizes } from '../jobs/plan.js';
import { Batch } from '../generated/codes.js';
import type { Range } from '../jobs/queue.js';
import { type Shard, shardRange } from './shard-range.js';
import { runWork } from '../jobs/run-work.js';
import { readStatistics, type Statistics } from './summary/statistics.js';
import type { Chunk } from './chunk.js';
import type { SummaryOptions } from './summary/options.js';
import type { Warning } from '../results/common.js';
import type { IntervalMethod } from '../results/scheme.js';

/** A bootstrap that is checked and ready to run. */
export interface RunPlan {
  readonly fit: FitResult;
  readonly context: FitContext;
  readonly task: BootstrapTask;
  readonly names: readonly string[];
  /** Names of the numbers after the coefficients of a replicate. */
  readonly statistics: readonly string[];
  readonly width: number;
  readonly shard: Shard;
  readonly range: Range;
  readonly summary: SummaryOptions;
  readonly options: BootstrapOptions;
}

export interface Computed {
  /** The engine that summarises the replicates. */
  readonly engine: Engine;
  readonly replicates: Replicates;
  readonly summary: SummaryOptions;
  /** Why the checkpoint lacks some replicates. */
  readonly notSaved: EconError | undefined;
  /** Warnings of the workers. */
  readonly notices: readonly Warning[];
}

const WHOLE: Shard = { index: 1, of: 1 };

/** Replicates that make another worker worthwhile: it starts in about 50 ms, and a replicate takes 60 us. */
const REPS_PER_WORKER = 500;
/** Replicates run in the core's whole batches. */
const BATCHES: ChunkSizes = { first: Batch.replicates, smallest: Batch.replicates };

/**
 * Plans shard `shard` of a bootstrap whose options have been checked.
 *
 * @throws InputError `result-without-data`, `no-bootstrap`, `too-many-replicates`
 */
export function planRun(fit: FitResult, options: BootstrapOptions, shard = WHOLE): RunPlan {
  const plan = planOf(fit, requireContext('bootstrap', fit), options, shard);
  if (options.runner?.partial !== true) checkPlan(plan);
  return plan;
}

/** @throws InputError `too-many-replicates` */
export function checkPlan({ range, width, options }: RunPlan): void {
  checkFits(range.end - range.first, width, options.memory);
}

/** Plans a bootstrap from the context of a fit, however many replicates it has. */
export function planOf(
  fit: FitResult,
  context: FitContext,
  options: BootstrapOptions,
  shard = WHOLE,
): RunPlan {
  const names = Object.keys(fit.params);
  const planned = resolveTask(context, options);
  const task = withRebuild(context, planned.task, options); // builds the indices of the model again
  const resolved = { ...planned, task };
  checkInstrumentTests(fit, resolved.statistics.tests);
  const reps = repsOf(task, options);
  const range = shardRange(shard, reps);
  const summary = summaryOptions(context, resolved, options);
  const each = task.kind === 'dpd' ? 0 : task.statistics;
  const statistics = statisticNames(fit, summary, each);
  const width = names.length + statistics.length;
  const run = { shard, range, summary, options: { ...options, reps } };
  return { fit, context, task, names, statistics, width, ...run };
}

/** Returns the number of replicates: that of the sign vectors if all of them are used. */
function repsOf({ scheme }: BootstrapTask, { reps }: BootstrapOptions): number {
  return scheme.enumerated === true ? 2 ** scheme.units! : reps;
}

/** A task with the intervals and statistics that its replicates serve. */
interface ResolvedTask {
  readonly task: BootstrapTask;
  readonly ci: readonly IntervalMethod[];
  readonly statistics: Statistics;
}

/** Resolves the options against the estimate, once for the whole run. Throws as `taskOf`. */
function resolveTask(context: FitContext, options: BootstrapOptions): ResolvedTask {
  const statistics = readStatistics(options.statistics);
  if (context.estimator === 'dpd') {
    const task = dpdTask(context, options, statistics.tests);
    return { task, ci: options.ci ?? defaultIntervals(task.scheme), statistics };
  }
  checkOtherColumn('bootstrap', context, options.cluster);
  checkOtherColumn('bootstrap', context, options.order);
  const plan = planLinear(context, options, statistics.tests);
  const task = plan.kind === 'rows' ? rowsTask(plan) : linearTask(plan);
  return { task, ci: plan.ci, statistics };
}

/** @throws InputError `no-bootstrap`, `bad-value` */
export function taskOf(context: FitContext, options: BootstrapOptions): BootstrapTask {
  return resolveTask(context, options).task;
}

function summaryOptions(
  { model }: FitContext,
  { task, ci, statistics }: ResolvedTask,
  { level, pValue, precision }: BootstrapOptions,
): SummaryOptions {
  return {
    scheme: task.scheme,
    seed: task.seed,
    ...recentred(task),
    ...(task.kind === 'dpd' && { arCentred: task.statistics.centre !== null }),
    ci,
    level: level ?? model.level,
    pValue: pValue ?? 'symmetric',
    precision,
    ...statistics,
  };
}

/**
 * Computes the replicates that the checkpoint of a plan lacks, and reports after each chunk. It ends early if the
 * signal aborts or if a whole run reaches its precision.
 */
export async function compute(
  plan: RunPlan,
  publish: (progress: () => BootstrapProgress) => void,
): Promise<Computed> {
  const { range, width, fit, shard, statistics, options } = plan;
  const { signal, precision, onProgress } = options;
  const report = (progress: () => BootstrapProgress) => {
    publish(progress);
    onProgress?.(progress());
  };
  const wanted = shard.of === 1 ? precision : undefined;
  const runningErrors = observe(Object.values(fit.params), width, wanted);
  const collected = collectReplicates(range, width, { statistics, inSequence: runningErrors.take });
  const engine = options.engine ?? plan.context.engine ?? (await sharedEngine());
  checkBuild(engine.info, fit.engine);
  const summary = await withInversion(plan, await withJackknife(engine, plan));
  const task = readyTask(engine, plan);
  const saver = await openCheckpoint({ ...plan, summary }, collected);
  const enough = () => runningErrors.enough !== undefined;
  const ranges = enough() ? [] : collected.gaps();
  const progress = progressOf(plan, collected, runningErrors);
  if (collected.completed > 0) report(progress(performance.now()));
  const take = (chunk: Chunk) => {
    checkWidth(chunk, width);
    checkFits(collected.completed + chunk.count, width, options.memory);
    collected.add(chunk);
    saver.offer();
    report(progress(performance.now()));
  };
  let notSaved: EconError | undefined;
  let notices: readonly Warning[] = [];
  try {
    const left = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
    const useful = Math.ceil(left / REPS_PER_WORKER);
    const sizes = sizesOf(task);
    const work = { subject: 'bootstrap', ranges, signal, enough, take, sizes, partly: true };
    const study = { subject: work.subject, study: replicateStudy, task, useful };
    if (left > 0) notices = await runWork(study, { ...options, engine }, work);
  } finally {
    notSaved = await saver.finish();
  }
  if (collected.completed === 0) throw signal?.reason;
  const replicates = collected.inOrder(runningErrors.enough);
  return { engine, replicates, summary, notSaved, notices };
}

export function sizesOf({ kind, rebuild }: BootstrapTask): ChunkSizes {
  const single = kind === 'rows' || rebuild !== undefined;
  return single ? { first: 2, smallest: 1 } : BATCHES;
}

/** Chunks of another machine are checked before they count. */
function checkWidth({ count, values }: Chunk, width: number): void {
  if (values.length === count * width) return;
  const message = `bootstrap: expected ${count * width} numbers of ${count} replicates, found ${values.length}; the runner returned another bootstrap`;
  throw new EngineError('runner-failed', message);
}

/** Checks the summary against the fit and adds the jackknife if it is needed. */
export async function withJackknife(
  engine: Engine,
  { fit, context, task, summary, options }: RunPlan,
): Promise<SummaryOptions> {
  const { expressions = [] } = summary;
  expressionQuantities(engine, fit, expressions);
  if (options.jackknife !== true && !summary.ci.includes('bca')) return summary;
  const deleted = await leaveOutEach(context, task, options.signal);
  return { ...summary, jackknife: jackknife(engine, fit, deleted, expressions) };
}

/**
 * Adds the probabilities of the units to a task that draws them with unequal ones, and checks the indices that it
 * builds again.
 */
export function readyTask(engine: Engine, { context, task }: RunPlan): BootstrapTask {
  if (task.rebuild !== undefined) checkRebuilt(engine, task.rebuild);
  if (task.recenter !== 'brown-newey') return task;
  if (task.kind === 'dpd' && context.estimator === 'dpd') {
    return { ...task, thresholds: impliedThresholds(engine, context) };
  }
  if (task.kind === 'dpd' || context.estimator !== 'gmm') return task;
  const moments = task.kind === 'rows' ? momentsTask(context, task) : task;
  const { rankInstruments } = context.estimate;
  return { ...task, thresholds: impliedRowThresholds(engine, moments, rankInstruments) };
}

/** Adds the confidence sets that need separate replicates. */
async function withInversion(
  { fit, task, options }: RunPlan,
  summary: SummaryOptions,
): Promise<SummaryOptions> {
  if (task.kind !== 'linear' || !invertsApart(task, summary.ci)) return summary;
  const inverted = await invertTests(fit, task, summary, options);
  return { ...summary, inverted };
}

/** Adds the replicates of the checkpoint, if it belongs to this run. */
async function openCheckpoint(plan: RunPlan, collected: Collection): Promise<Saver> {
  const { checkpoint, resume, reps } = plan.options;
  if (checkpoint === undefined) return noSaver;
  const { name } = checkpoint;
  const { fit, shard, summary } = plan;
  const run = await identify(plan.context.model, plan.task, reps, plan.statistics, fit.engine);
  const stored = await readStorage(checkpoint);
  if (stored !== undefined) {
    if (resume !== true) throw exists(name);
    const saved = await decodeCheckpoint(name, stored);
    checkSameRun(name, { ...saved.run, shard: saved.shard }, { ...run, shard });
    saved.chunks.forEach(collected.add);
  }
  const belonging: Belonging = { run, shard, fit, summary };
  return openSaver(checkpoint, () => encodeCheckpoint(belonging, collected.inOrder()));
}

function exists(name: string): InputError {
  const message = `${name}: expected no checkpoint yet, found one; resume it or remove it`;
  return new InputError('checkpoint-exists', message, { file: name });
}
