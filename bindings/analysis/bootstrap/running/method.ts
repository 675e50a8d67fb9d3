/**
 * The parts of executing a plan that differ by estimator. They are separate so that a program that bootstraps one
 * estimator contains no code of the others.
 */
import type { Engine } from '../../../core/engine/engine.js';
import type { Study } from '../../../core/jobs/study.js';
import type { Chunk, Collection } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import type { RunPlan } from '../plan/plan.js';
import type { Saver } from '../storage/saver.js';
import type { Quantity } from '../summary/quantities.js';
import type { LeftOut } from '../summary/jackknife.js';
import type { SummaryOptions } from '../summary/options.js';
import type { OfRegressions } from '../summary/summary.js';

export interface Method {
  readonly study: Study<BootstrapTask, Chunk>;
  /**
   * Adds the probabilities of the units if the task draws them with unequal ones, and checks the indices that are built
   * again.
   */
  readonly readyTask: (engine: Engine, plan: RunPlan) => BootstrapTask | Promise<BootstrapTask>;
  /** True if a replicate takes so long that chunks hold few. */
  readonly isSlow: (task: BootstrapTask) => boolean;
  /** Estimates without each unit in turn. */
  readonly leaveOut: (plan: RunPlan) => Promise<LeftOut>;
  /** Adds the confidence sets that need additional replicates. */
  readonly withSets?: (plan: RunPlan, summary: SummaryOptions) => Promise<SummaryOptions>;
  /** What only summaries of regressions have, if this one needs it. */
  readonly regressions?: (
    plan: RunPlan,
    summary: SummaryOptions,
  ) => Promise<OfRegressions | undefined>;
  /** Adds the replicates of the checkpoint, if it belongs to this run; undefined without a checkpoint. */
  readonly openCheckpoint?: (plan: RunPlan, collected: Collection) => Promise<Saver | undefined>;
}

/** Adds the jackknife, and the confidence sets that need additional replicates. */
export async function completeSummary(
  engine: Engine,
  plan: RunPlan,
  expressions: readonly Quantity[],
  { leaveOut, withSets }: Method,
): Promise<SummaryOptions> {
  const { fit, options } = plan;
  let { summary } = plan;
  if (options.jackknife === true || summary.ci.includes('bca')) {
    const { jackknife } = await import('../summary/jackknife.js');
    summary = { ...summary, jackknife: jackknife(engine, fit, await leaveOut(plan), expressions) };
  }
  return withSets === undefined ? summary : withSets(plan, summary);
}
