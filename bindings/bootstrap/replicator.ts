import { type Arena, openArena } from '../core/arena.js';
import type { Engine } from '../core/engine.js';
import { errorFromStatus } from '../core/status-errors.js';
import { Status, statusName } from '../core/status.js';
import { bootstrapPlan } from '../generated/records.js';
import type { SchemeResult } from '../models/fit-result.js';
import type { DpdDesign } from '../models/dpd/design.js';
import { putDesign } from '../models/dpd/records.js';
import { type LinearTask, prepareLinear } from './linear/task.js';

/** Everything a replicate depends on: plain data that a worker can be sent. */
export type BootstrapTask = DpdTask | LinearTask;

export interface DpdTask {
  readonly kind: 'dpd';
  readonly scheme: SchemeResult;
  readonly design: DpdDesign;
  readonly steps: 1 | 2;
  /** Summed moments at the estimate, to recentre by; null leaves the moments as they are. */
  readonly moments: Float64Array | null;
  readonly seed: number;
}

/** Replicates `first` to `first + count - 1`, in order. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  /** count x width: parameters, then what the estimator adds. */
  readonly values: Float64Array<ArrayBuffer>;
  /** `Status` of each replicate, plus 256 where a Moore-Penrose inverse was used. */
  readonly statuses: Int32Array<ArrayBuffer>;
}

/** A bootstrap prepared in one instance of the core. */
export interface Replicator {
  readonly width: number;
  run(first: number, count: number): Chunk;
}

/** Builds the per-unit blocks in the engine's memory, where they stay: use an engine for one task. */
export function prepare(engine: Engine, task: BootstrapTask): Replicator {
  const arena = openArena(engine);
  const [low, high] = splitSeed(task.seed);
  const plan = arena.putRecord(bootstrapPlan, { seedLow: low, seedHigh: high });
  check(
    task.kind === 'dpd'
      ? prepareDpd(engine, arena, task, plan)
      : prepareLinear(engine, arena, task, plan),
  );
  const { width } = arena.readRecord(bootstrapPlan, plan);
  return {
    width,
    run(first, count) {
      const mark = engine.exports.mark();
      const values = arena.allocFloats(count * width);
      const statuses = arena.allocInts(count);
      check(engine.exports.bootstrap_run(plan, first, count, values, statuses));
      const chunk = {
        first,
        count,
        values: arena.floats(values, count * width),
        statuses: arena.ints(statuses, count),
      };
      engine.exports.release(mark);
      return chunk;
    },
  };
}

function prepareDpd(engine: Engine, arena: Arena, task: DpdTask, plan: number): number {
  const moments = task.moments === null ? 0 : arena.putFloats(task.moments);
  return engine.exports.dpd_prepare(putDesign(arena, task.design), task.steps, moments, plan);
}

/** Low and high 32 bits of an integer seed below 2^53. */
function splitSeed(seed: number): [number, number] {
  return [(seed % 2 ** 32) | 0, Math.floor(seed / 2 ** 32)];
}

function check(status: number): void {
  if (status === Status.Ok) return;
  const message =
    status === Status.NotPositiveDefinite
      ? 'bootstrap: a cluster alone identifies a coefficient, so the jackknife cannot leave it out; expected variant 11'
      : `bootstrap: the core returned ${statusName(status)}`;
  throw errorFromStatus(status, message);
}
