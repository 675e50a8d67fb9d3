/** Computes a planned bootstrap. */
import { type Engine, type EngineInfo, sharedEngine } from '../../../core/engine/engine.js';
import { type EconError, EngineError } from '../../../core/errors/errors.js';
import { Batch } from '../../../generated/codes.js';
import type { ChunkSizes } from '../../../core/jobs/ranges/plan.js';
import { runWork } from '../../../core/jobs/run-work.js';
import type { Warning } from '../../../results/common.js';
import type { Chunk } from '../chunk.js';
import type { RunPlan } from '../methods/method.js';
import { type BootstrapProgress, progressOf } from './progress.js';
import { checkFits, collectReplicates, type Replicates } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import type { SummaryOptions } from '../summary/options.js';
import { observe } from '../summary/running-errors.js';

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

/** Replicates that make another worker worthwhile: it starts in about 50 ms, and a replicate takes 60 us. */
const REPS_PER_WORKER = 500;
/** Replicates run in the core's whole batches. */
const BATCHES: ChunkSizes = { first: Batch.replicates, smallest: Batch.replicates };

/**
 * Computes the replicates that the checkpoint of a plan lacks, and reports after each chunk. It ends early if the
 * signal aborts or if a whole run reaches its precision.
 */
export async function compute(
  plan: RunPlan,
  publish: (progress: () => BootstrapProgress) => void,
): Promise<Computed> {
  const { range, width, fit, statistics, options, method } = plan;
  const { signal, precision, onProgress } = options;
  const report = (progress: () => BootstrapProgress) => {
    publish(progress);
    onProgress?.(progress());
  };
  const runningErrors = observe(Object.values(fit.params), width, precision);
  const collected = collectReplicates(range, width, { statistics, inSequence: runningErrors.take });
  const engine = options.engine ?? plan.context.engine ?? (await sharedEngine());
  checkBuild(engine.info, fit.engine);
  const summary = await method.completeSummary(engine, plan);
  const task = await method.readyTask(engine, plan);
  const saver = await method.openCheckpoint({ ...plan, summary }, collected);
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
    const study = { subject: work.subject, study: method.study, task, useful };
    if (left > 0) notices = await runWork(study, { ...options, engine }, work);
  } finally {
    notSaved = await saver.finish();
  }
  if (collected.completed === 0) throw signal?.reason;
  const replicates = collected.inOrder(runningErrors.enough);
  return { engine, replicates, summary, notSaved, notices };
}

export function sizesOf({ kind, rebuild }: BootstrapTask): ChunkSizes {
  const single = kind === 'rows' || kind === 'weighted' || rebuild !== undefined;
  return single ? { first: 2, smallest: 1 } : BATCHES;
}

/** Chunks of another machine are checked before they count. */
function checkWidth({ count, values }: Chunk, width: number): void {
  if (values.length === count * width) return;
  const message = `bootstrap: expected ${count * width} numbers of ${count} replicates, found ${values.length}; the runner returned another bootstrap`;
  throw new EngineError('runner-failed', message);
}

/**
 * Replicates of one build are not compared with the estimate of another, whose last digits differ.
 *
 * @throws EngineError `other-build`
 */
function checkBuild(engine: EngineInfo, ofFit: EngineInfo): void {
  if (engine.sha256 === ofFit.sha256) return;
  const nameOf = ({ wasm, sha256 }: EngineInfo) => `${wasm} (${sha256.slice(0, 8)})`;
  const message = `bootstrap: expected the build that estimated the model, ${nameOf(ofFit)}, found ${nameOf(engine)}; give both functions the same engine`;
  throw new EngineError('other-build', message);
}
