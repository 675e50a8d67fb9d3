/** Replicates that draw units, build the indices of the model from their rows, and estimate the model again. */
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { EconError } from '../../../core/errors/errors.js';
import { Status } from '../../../core/engine/status.js';
import { refitSample } from '../../../models/refits/refit.js';
import type { Chunk, Resampler } from '../replicates.js';
import { kindOf } from '../kinds/registry.js';
import type { BootstrapTask, GivenTask } from '../replicator.js';
import { drawUnits } from '../tasks/drawn-units.js';
import type { Rebuild } from '../tasks/rebuild.js';
import { rebuiltKindOf } from './kinds.js';
import { type IndexedTable, openTable } from './table.js';

export { checkRebuilt } from './table.js';

/** A task with indices. Replicates with weights have none, as `withRebuild` refuses them. */
export type RebuiltTask = BootstrapTask & { readonly rebuild: Rebuild };

/** Prepares a task with indices in an engine. */
export function prepareRebuilt(engine: Engine, { rebuild, ...given }: RebuiltTask): Resampler {
  const kind = rebuiltKindOf(given as GivenTask);
  const task = kind.started?.(engine, given as GivenTask) ?? (given as GivenTask);
  const prepare = (one: GivenTask) => kindOf(one).prepare(engine, one) as Resampler;
  const sample = scope(engine, () => {
    const { width, nunits, units } = prepare(task);
    return { width, nunits, units };
  });
  const table = openTable(engine, rebuild);
  const drawn = kind.drawn?.(sample.units, rebuild, table.isIndexed);
  const units = drawn ?? Int32Array.from({ length: rebuild.count }, (_, i) => i);
  const { width } = sample;
  const draw = drawUnits(engine, { ...drawsOf(task), count: units.length });
  const one = (counts: Int32Array) => {
    const times = new Int32Array(rebuild.count);
    units.forEach((unit, i) => (times[unit] = counts[i]!));
    return replicate(engine, { rebuild, task, prepare, table }, times);
  };
  const chunk = (first: number, count: number, countsOf: (number: number) => Int32Array): Chunk => {
    const values = new Float64Array(count * width).fill(NaN);
    const statuses = new Int32Array(count);
    for (let r = 0; r < count; r++) {
      const estimated = one(countsOf(first + r));
      statuses[r] = estimated.status;
      values.set(estimated.values, r * width);
    }
    return { first, count, values, statuses };
  };
  const without = (unit: number) => Int32Array.from(units, (_, i) => Number(i !== unit));
  const byNumber = (counts: Int32Array) => (r: number) =>
    counts.subarray(r * units.length, (r + 1) * units.length);
  return {
    width,
    nunits: units.length,
    units: drawn ?? sample.units,
    run: (first, count) => chunk(first, count, draw),
    leaveOut: (first, count) => chunk(first, count, without),
    weigh: (counts, count) => chunk(0, count, byNumber(counts)),
  };
}

interface Replicated {
  readonly rebuild: Rebuild;
  readonly task: GivenTask;
  readonly prepare: (task: GivenTask) => Resampler;
  readonly table: IndexedTable;
}

/** The estimate for given counts of the units, by their numbers in `unitOf`. */
function replicate(
  engine: Engine,
  { rebuild, task, prepare, table }: Replicated,
  counts: Int32Array,
): { readonly status: number; readonly values: Float64Array } {
  try {
    return scope(engine, () => {
      const refit = refitSample(engine, rebuild.refit, table.withIndices(counts));
      const { units, weigh } = prepare(rebuiltKindOf(task).on(task, refit, rebuild));
      const ofUnits = units.length === 0 ? counts : units.map((unit) => counts[unit]!);
      const { statuses, values } = weigh(ofUnits, 1);
      return { status: statuses[0]!, values };
    });
  } catch (error) {
    // Drawn rows may lack what an index or the model needs, such as variation of an indicator.
    if (!(error instanceof EconError)) throw error;
    return {
      status: error.status === 0 ? Status.RankDeficient : error.status,
      values: new Float64Array(),
    };
  }
}

function drawsOf({ scheme: { scheme, blockLength }, seed, thresholds }: GivenTask) {
  const draw = scheme === 'block' || scheme === 'stationary' ? scheme : ('units' as const);
  return { seed, thresholds, draw, blockLength };
}
