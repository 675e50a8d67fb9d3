/** Executes a planned bootstrap. */
import { otherBuild, runnerFailed } from '../../../words/errors/bootstrap/replicates.js';
import { type Engine, type EngineInfo, engineFor } from '../../../core/engine/engine.js';
import { EngineError } from '../../../core/errors/errors.js';
import { Batch } from '../../../generated/codes.js';
import type { ChunkSizes } from '../../../core/jobs/ranges.js';
import { runWork } from '../../../core/jobs/schedule.js';
import type { Warning } from '../../../results/common.js';
import type { BootstrapResult } from '../../../results/fit.js';
import type { RunPlan } from '../plan/plan.js';
import { completeSummary, type Method } from './method.js';
import { type BootstrapProgress, openFeed, progressOf } from './progress.js';
import { expressionsOf } from '../summary/functions.js';
import type { Quantity } from '../summary/quantities.js';
import type { OfRegressions } from '../summary/summary.js';
import { bootstrapWarnings } from '../../../words/en/warnings/bootstraps/bootstrap.js';
import { warning } from '../../../words/warning.js';
import {
  checkFits,
  type Chunk,
  collectReplicates,
  type Collection,
  type Replicates,
} from '../replicates.js';
import type { SummaryOptions } from '../summary/options.js';
import { observe } from '../summary/running-errors.js';

/**
 * A running bootstrap: a promise of its result, and an iterable of its progress. It runs whether or not anybody waits for
 * it. A loop over it ends with the run, throws what made it fail, and stops it when the loop is left early. `await
 * using` stops it at the end of a block and waits until its threads are free.
 */
export interface BootstrapRun
  extends Promise<BootstrapResult>, AsyncIterable<BootstrapProgress>, AsyncDisposable {
  readonly result: Promise<BootstrapResult>;
  /** The replicates by number: their values (reps x width, row by row) and statuses. */
  readonly replicates: Promise<Replicates>;
  /** The replicates that are finished now; undefined before the first. */
  soFar(): Replicates | undefined;
}

/** Starts a planned bootstrap. */
export function startRun(plan: RunPlan, method: Promise<Method>): BootstrapRun {
  const feed = openFeed<BootstrapProgress>();
  const stop = openStop(plan.options.signal);
  const stoppable = { ...plan, options: { ...plan.options, signal: stop.signal } };
  const engine = engineFor(plan.options.engine ?? plan.context.engine);
  let collected: Collection | undefined;
  const collect = (collection: Collection) => (collected = collection);
  const computed = Promise.all([engine, method]).then(([loaded, how]) =>
    compute(loaded, stoppable, how, { publish: feed.publish, collect }),
  );
  // Loaded while the replicates are computed.
  const summarizing = import('../summary/summary.js');
  const result = Promise.all([computed, summarizing]).then(([done, { summarizeRun }]) => {
    const { engine: summing, replicates, summary, expressions, warnings } = done;
    const more = { expressions, regressions: done.regressions };
    const summarized = summarizeRun(summing, plan.fit, replicates, summary, more);
    return { ...summarized, warnings: [...summarized.warnings, ...warnings] };
  });
  const close = () => {
    stop.release();
    feed.close();
  };
  const ended = result.then(close, close);
  const replicates = computed.then((done) => done.replicates);
  replicates.catch(() => undefined); // reported through `result`
  return {
    result,
    replicates,
    soFar: () => (collected && collected.completed > 0 ? collected.inOrder() : undefined),
    then: (resolve, reject) => result.then(resolve, reject),
    catch: (reject) => result.catch(reject),
    finally: (act) => result.finally(act),
    [Symbol.toStringTag]: 'BootstrapRun',
    async *[Symbol.asyncIterator]() {
      try {
        yield* feed;
        await result;
      } finally {
        stop.now();
      }
    },
    // Hosts without the symbol have no `await using` either.
    async [Symbol.asyncDispose ?? 'dispose']() {
      stop.now();
      await ended;
    },
  } as BootstrapRun;
}

interface Stop {
  /** Aborts with the signal of the caller, or by `now`. */
  readonly signal: AbortSignal;
  now(): void;
  /** Lets the signal of the caller go. */
  release(): void;
}

function openStop(outer: AbortSignal | undefined): Stop {
  const controller = new AbortController();
  const abort = () => controller.abort(outer?.reason);
  if (outer?.aborted === true) abort();
  outer?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    now: () => controller.abort(),
    release: () => outer?.removeEventListener('abort', abort),
  };
}

interface Computed {
  /** The engine that summarises the replicates. */
  readonly engine: Engine;
  readonly replicates: Replicates;
  readonly summary: SummaryOptions;
  readonly expressions: readonly Quantity[];
  readonly regressions: OfRegressions | undefined;
  /** Warnings of the workers, and of a checkpoint that lacks some replicates. */
  readonly warnings: readonly Warning[];
}

/** Number of replicates that justify another worker: it takes about 50 ms to start, and a replicate takes 60 us. */
const REPS_PER_WORKER = 500;
/** Chunks consist of whole batches of the core. */
const BATCHES: ChunkSizes = { first: Batch.replicates, smallest: Batch.replicates };

/** Who hears of a run: with each chunk, and once of the collection that the chunks go into. */
interface Observers {
  readonly publish: (progress: () => BootstrapProgress) => void;
  readonly collect: (collection: Collection) => void;
}

/**
 * Computes the replicates that the checkpoint of a plan lacks, and reports after each chunk. It ends early if the
 * signal aborts or if a whole run reaches its precision.
 */
async function compute(
  engine: Engine,
  plan: RunPlan,
  method: Method,
  { publish, collect }: Observers,
): Promise<Computed> {
  const { range, width, fit, statistics, options } = plan;
  const { signal, precision, onProgress } = options;
  const report = (progress: () => BootstrapProgress) => {
    publish(progress);
    onProgress?.(progress());
  };
  const runningErrors = observe(Object.values(fit.params), width, precision);
  const collected = collectReplicates(range, width, { statistics, inSequence: runningErrors.take });
  collect(collected);
  checkBuild(engine.info, fit.engine);
  const expressions = await expressionsOf(engine, fit, plan.summary.expressions);
  const summary = await completeSummary(engine, plan, expressions, method);
  const task = await method.readyTask(engine, plan);
  const saver = await method.openCheckpoint?.({ ...plan, summary }, collected);
  const enough = () => runningErrors.enough !== undefined;
  const ranges = enough() ? [] : collected.gaps();
  const progress = progressOf(plan, collected, runningErrors);
  if (collected.completed > 0) report(progress(performance.now()));
  const take = (chunk: Chunk) => {
    checkWidth(chunk, width);
    checkFits(collected.completed + chunk.count, width, options.memory);
    collected.add(chunk);
    saver?.offer();
    report(progress(performance.now()));
  };
  const warnings: Warning[] = [];
  try {
    const left = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
    const useful = Math.ceil(left / REPS_PER_WORKER);
    const sizes = sizesOf(method.isSlow(task));
    const work = { subject: 'bootstrap', ranges, signal, enough, take, sizes, partly: true };
    const study = { subject: work.subject, study: method.study, task, useful };
    if (left > 0) warnings.push(...(await runWork(study, { ...options, engine }, work)));
  } finally {
    const notSaved = await saver?.finish();
    if (notSaved !== undefined) {
      const detail = { reason: notSaved.message };
      warnings.push(warning(bootstrapWarnings, 'checkpoint-not-written', detail));
    }
  }
  if (collected.completed === 0) throw signal?.reason;
  const replicates = collected.inOrder(runningErrors.enough);
  const regressions = await method.regressions?.(plan, summary);
  return { engine, replicates, summary, expressions, regressions, warnings };
}

export function sizesOf(isSlow: boolean): ChunkSizes {
  return isSlow ? { first: 2, smallest: 1 } : BATCHES;
}

/** Checks chunks from another machine before they count. */
function checkWidth({ count, values }: Chunk, width: number): void {
  if (values.length === count * width) return;
  const detail = { count, width, found: values.length };
  throw new EngineError(runnerFailed(detail), 'bootstrap');
}

/**
 * Replicates of one build are not compared with the estimate of another, whose last digits differ.
 *
 * @throws EngineError `other-build`
 */
function checkBuild(engine: EngineInfo, ofFit: EngineInfo): void {
  if (engine.sha256 === ofFit.sha256) return;
  const nameOf = ({ wasm, sha256 }: EngineInfo) => `${wasm} (${sha256.slice(0, 8)})`;
  const detail = { fit: nameOf(ofFit), found: nameOf(engine) };
  throw new EngineError(otherBuild(detail), 'bootstrap');
}
