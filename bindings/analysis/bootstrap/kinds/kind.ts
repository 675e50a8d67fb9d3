/** What the rest of a bootstrap asks a kind of replicates. No other code asks which kind a task has. */
import type { Engine } from '../../../core/engine/engine.js';
import type { FitContext } from '../../../models/fit-context.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';
import type { Resampler } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';

export interface ReplicateKind<Task extends BootstrapTask = BootstrapTask> {
  /** True if a replicate takes so long that chunks hold few. */
  readonly isSlow: boolean;
  /** Prepares replicates of unchanged data; a promise if their code is loaded first. */
  prepare(engine: Engine, task: Task): Resampler | Promise<Resampler>;
  /**
   * Reduces a task to replicates that return only coefficients and are drawn by counts. Moments are not recentred, as
   * those of the fit are not.
   *
   * @throws InputError `no-bootstrap` if the scheme depends on the order of the rows
   */
  coefficients(task: Task): Task;
  /** What the bits of a replicate depend on, apart from model, scheme and seed. */
  inputs(task: Task): object;
  /** Thresholds of unequal probabilities of the units, if the kind can draw with them. */
  thresholds?(engine: Engine, fit: FitContext, task: Task): Int32Array;
  /** True if inverted tests need new replicates at each value. */
  invertsApart?(task: Task, ci: readonly IntervalMethod[]): boolean;
}
