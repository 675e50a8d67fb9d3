import { loneCluster } from '../../words/errors/bootstrap/replicates.js';
import { type Arena, openArena } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { errorFromStatus } from '../../core/engine/status-errors.js';
import { Status } from '../../core/engine/status.js';
import { statusError } from '../../core/engine/status-sentences.js';
import { ReplicateCovariance } from '../../generated/codes.js';
import { bootstrapPlan, dpdStatistics } from '../../generated/records.js';
import type { DpdDesign } from '../../models/dpd/design/design.js';
import { putDesign } from '../../models/dpd/estimate/records.js';
import type { SchemeResult } from '../../results/fit.js';
import type { Recentring } from '../../results/scheme.js';
import { splitSeed } from '../../core/numerics/random.js';
import { type LinearTask, putLinear } from './tasks/linear.js';
import type { RowsTask } from './tasks/rows.js';
import type { WeightedTask } from './tasks/weighted.js';
import type { Resampler } from './replicates.js';
import type { Rebuild } from './tasks/rebuild.js';

/** Everything that a replicate depends on, as plain data that a worker can receive. */
export type BootstrapTask = GivenTask | WeightedTask;

/** Tasks whose replicates use the sample of a fit. */
export type GivenTask = SumsTask | RowsTask;

/** Tasks whose replicates come from sums over units. */
export type SumsTask = DpdTask | LinearTask;

export interface DpdTask {
  readonly kind: 'unit-moments';
  readonly scheme: SchemeResult;
  readonly design: DpdDesign;
  readonly steps: 1 | 2;
  /** Summed moments at the estimate, which recentring subtracts; null leaves the moments unchanged. */
  readonly moments: Float64Array | null;
  readonly recenter: Recentring;
  /** Thresholds of the units' probabilities, see `implied-probabilities.ts`; null for equal probabilities. */
  readonly thresholds: Int32Array | null;
  readonly seed: number;
  readonly statistics: ReplicateStatistics;
  readonly rebuild?: Rebuild | undefined;
}

/** Statistics of a replicate in addition to its coefficients; see `summary/layout.ts`. */
export interface ReplicateStatistics {
  /** Standard errors: none, robust after one step, from the two-step weight, or Windmeijer's. */
  readonly covariance: keyof typeof ReplicateCovariance;
  /** Small-sample factor of the squared standard errors. */
  readonly factor: number;
  /** True to compute J also after one step, which takes a second step. */
  readonly hansen: boolean;
  /** Sets of instruments to leave out, and the parts of the specs in each (`DpdOptions.tests`). */
  readonly ntests: number;
  readonly tests: Uint8Array;
  /** Orders of the tests of serial correlation, on level residuals or differenced ones. */
  readonly arOrders: number;
  readonly arLevels: boolean;
  /** The estimate at which products of residuals are centred; null leaves them unchanged. */
  readonly centre: Float64Array | null;
}

export const noStatistics: ReplicateStatistics = {
  covariance: 'none',
  factor: 1,
  hansen: false,
  ntests: 0,
  tests: new Uint8Array(),
  arOrders: 0,
  arLevels: false,
  centre: null,
};

/** A resampler whose replicates come from sums over units. */
export interface Replicator extends Resampler {
  /** Sets the coefficient that replicates of a wild bootstrap with instruments test, and its tested value. */
  testValue(coefficient: number, value: number): void;
}

/** Builds the blocks per unit in the engine's memory, where they stay. Use one engine per task. */
export function prepareDpd(engine: Engine, task: DpdTask): Replicator {
  return prepareSums(engine, task, putDpd);
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

function putDpd(engine: Engine, arena: Arena, task: DpdTask, plan: number): number {
  const { covariance, factor, hansen, ntests, tests, arOrders, arLevels, centre } = task.statistics;
  const statistics = arena.putRecord(dpdStatistics, {
    covariance: ReplicateCovariance[covariance],
    factor,
    hansen: Number(hansen),
    ntests,
    tests: arena.putBytes(tests),
    arOrders,
    arLevels: Number(arLevels),
    centre: centre === null ? 0 : arena.putFloats(centre),
    thresholds: task.thresholds === null ? 0 : arena.putInts(task.thresholds),
  });
  const moments = task.moments === null ? 0 : arena.putFloats(task.moments);
  const design = putDesign(arena, task.design);
  return engine.exports.dpd_prepare(design, task.steps, moments, statistics, plan);
}

function check(status: number): void {
  if (status === Status.Ok) return;
  if (status !== Status.NotPositiveDefinite) throw statusError('bootstrap', status);
  throw errorFromStatus(status, loneCluster(), 'bootstrap');
}
