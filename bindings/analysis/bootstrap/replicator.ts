import { loneCluster } from '../../words/errors/bootstrap/replicates.js';
import { type Arena, openArena } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { errorFromStatus } from '../../core/engine/status-errors.js';
import { Status } from '../../core/engine/status.js';
import { statusError } from '../../core/engine/status-sentences.js';
import { bootstrapPlan } from '../../generated/records.js';
import { putTask } from '../../models/dynamic/replicates/put-task.js';
import type { UnitMomentsTask } from '../../models/dynamic/replicates/task.js';
import { splitSeed } from '../../core/numerics/random.js';
import { type LinearTask, putLinear } from './tasks/linear.js';
import type { RowsTask } from './tasks/rows.js';
import type { WeightedTask } from './tasks/weighted.js';
import type { Resampler } from './replicates.js';
import type { Rebuild } from './tasks/rebuild.js';

/** Everything that a replicate depends on, as plain data that a worker can receive. */
export type BootstrapTask = (GivenTask | WeightedTask) & { readonly rebuild?: Rebuild | undefined };

/** Tasks whose replicates use the sample of a fit. */
export type GivenTask = SumsTask | RowsTask;

/** Tasks whose replicates come from sums over units. */
export type SumsTask = UnitMomentsTask | LinearTask;

/** A resampler whose replicates come from sums over units. */
export interface Replicator extends Resampler {
  /** Sets the coefficient that replicates of a wild bootstrap with instruments test, and its tested value. */
  testValue(coefficient: number, value: number): void;
}

/** Builds the blocks per unit in the engine's memory, where they stay. Use one engine per task. */
export function prepareMoments(engine: Engine, task: UnitMomentsTask): Replicator {
  return prepareSums(engine, task, putTask);
}

/** The same for regressions. */
export function prepareLinear(engine: Engine, task: LinearTask): Replicator {
  return prepareSums(engine, task, putLinear);
}

/** Fills a plan in the core's memory and returns the status of the core. */
type Put<Task> = (engine: Engine, arena: Arena, task: Task, plan: number) => number;

function prepareSums<Task extends SumsTask>(
  engine: Engine,
  task: Task,
  put: Put<Task>,
): Replicator {
  const arena = openArena(engine);
  const [low, high] = splitSeed(task.seed);
  const plan = arena.putRecord(bootstrapPlan, { seedLow: low, seedHigh: high });
  check(put(engine, arena, task, plan));
  const { width, nunits, units } = arena.readRecord(bootstrapPlan, plan);
  const { bootstrap_run, jackknife_run, weighted_run } = engine.exports;
  const chunk = (compute: typeof bootstrap_run, first: number, count: number) => {
    const mark = engine.exports.mark();
    const values = arena.allocFloats(count * width);
    const statuses = arena.allocInts(count);
    check(compute(plan, first, count, values, statuses));
    const computed = {
      first,
      count,
      values: arena.floats(values, count * width),
      statuses: arena.ints(statuses, count),
    };
    engine.exports.release(mark);
    return computed;
  };
  return {
    width,
    nunits,
    units: arena.ints(units, units === 0 ? 0 : nunits),
    run: (first, count) => chunk(bootstrap_run, first, count),
    leaveOut: (first, count) => chunk(jackknife_run, first, count),
    testValue: (coefficient, value) =>
      check(engine.exports.resample_test(plan, coefficient, value)),
    weigh: (counts, count) => {
      const compute: typeof bootstrap_run = (address, _, n, out, statuses) =>
        weighted_run(address, arena.putInts(counts), n, out, statuses);
      return chunk(compute, 0, count);
    },
  };
}

function check(status: number): void {
  if (status === Status.Ok) return;
  if (status !== Status.NotPositiveDefinite) throw statusError('bootstrap', status);
  throw errorFromStatus(status, loneCluster(), 'bootstrap');
}
