/** Replicates that estimate all rows, weighted by how often their units are drawn. */
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { EconError } from '../../../core/errors/errors.js';
import { estimatorOf } from '../../../models/estimators.js';
import type { WeightedEstimate } from '../../../models/protocol.js';
import type { Chunk, Resampler } from '../replicates.js';
import { drawUnits } from './drawn-units.js';
import type { WeightedTask } from './weighted.js';

/** Estimates the model once in the engine; its replicates start from this estimate. */
export function prepareWeighted(engine: Engine, task: WeightedTask): Resampler {
  const { model, table, units, width, seed } = task;
  const estimator = estimatorOf(model);
  const estimate = estimator.refit!(engine, estimator.fit(engine, model, table));
  const { codes, count: nunits } = units;
  const chunk = (first: number, count: number, countsOf: (number: number) => Int32Array): Chunk => {
    const values = new Float64Array(count * width).fill(NaN);
    const statuses = new Int32Array(count);
    for (let r = 0; r < count; r++) {
      const counts = countsOf(first + r);
      const weights = Float64Array.from(codes, (unit) => counts[unit]!);
      const { status, params } = estimated(estimate, weights);
      statuses[r] = status;
      values.set(params, r * width);
    }
    return { first, count, values, statuses };
  };
  const without = (unit: number) =>
    Int32Array.from({ length: nunits }, (_, i) => Number(i !== unit));
  return {
    width,
    nunits,
    units: new Int32Array(),
    run: (first, count) => chunk(first, count, drawUnits(engine, { count: nunits, seed })),
    leaveOut: (first, count) => chunk(first, count, without),
    weigh: (counts, count) => chunk(0, count, (r) => counts.subarray(r * nunits, (r + 1) * nunits)),
  };
}

function estimated(
  estimate: WeightedEstimate,
  weights: Float64Array,
): { readonly status: number; readonly params: Float64Array } {
  try {
    return { status: Status.Ok, params: estimate(weights) };
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    const status = error.status === 0 ? Status.RankDeficient : error.status;
    return { status, params: new Float64Array() };
  }
}
