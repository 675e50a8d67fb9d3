/**
 * What a run needs beside its plan and differs by estimator. A program that bootstraps one estimator so holds no code
 * of the others.
 */
import type { Engine } from '../../../core/engine/engine.js';
import type { FitContext } from '../../../models/fit-context.js';
import type { FitResult } from '../../../results/fit.js';
import type { Study } from '../../../core/jobs/study.js';
import type { Range } from '../../../core/jobs/ranges/queue.js';
import type { Chunk } from '../chunk.js';
import type { BootstrapOptions } from '../options.js';
import type { Collection } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import type { Saver } from '../storage/saver.js';
import type { SummaryOptions } from '../summary/options.js';
import type { OfRegressions } from '../summary/summary.js';

/** A bootstrap that is checked and ready to run. */
export interface RunPlan {
  readonly fit: FitResult;
  readonly context: FitContext;
  readonly task: BootstrapTask;
  readonly names: readonly string[];
  /** Names of the numbers after the coefficients of a replicate. */
  readonly statistics: readonly string[];
  readonly width: number;
  readonly range: Range;
  readonly summary: SummaryOptions;
  readonly options: BootstrapOptions;
  readonly method: Method;
}

export interface Method {
  readonly study: Study<BootstrapTask, Chunk>;
  /**
   * Adds the probabilities of the units to a task that draws them with unequal ones, and checks the indices that it
   * builds again.
   */
  readonly readyTask: (engine: Engine, plan: RunPlan) => BootstrapTask | Promise<BootstrapTask>;
  readonly regressions?: OfRegressions;
  /** Checks the summary against the fit; adds the jackknife, and confidence sets that need replicates of their own. */
  readonly completeSummary: (engine: Engine, plan: RunPlan) => Promise<SummaryOptions>;
  /** Adds the replicates of the checkpoint, if it belongs to this run. */
  readonly openCheckpoint: (plan: RunPlan, collected: Collection) => Promise<Saver>;
}
