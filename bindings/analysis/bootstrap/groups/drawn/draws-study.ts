/** A worker's part of the joint draws: the estimates of one sampler in each replicate. */
import type { Engine } from '../../../../core/engine/engine.js';
import { rowsRange } from '../../../../core/jobs/ranges.js';
import type { Prepared, Study } from '../../../../core/jobs/study.js';
import { prepareTask } from '../../prepared.js';
import type { BootstrapTask } from '../../replicator.js';
import { drawUnits } from '../../tasks/drawn-units.js';

/** Number of replicates that the core estimates at a time. */
const BATCH = 32;

export interface DrawsTask {
  readonly kind: 'group-draws';
  readonly task: BootstrapTask;
  /** Joint unit of each unit of the task. */
  readonly joint: Int32Array;
  /** Number of joint units. */
  readonly nunits: number;
  readonly seed: number;
  /** Positions of the compared coefficients. */
  readonly places: readonly number[];
}

export interface DrawsChunk {
  readonly first: number;
  readonly count: number;
  /** Coefficients (count x places), and the status of each replicate. */
  readonly values: Float64Array<ArrayBuffer>;
  readonly statuses: Int32Array<ArrayBuffer>;
}

function prepareDraws(
  engine: Engine,
  { task, joint, nunits, seed, places }: DrawsTask,
): Prepared<DrawsChunk> {
  const resampler = prepareTask(engine, task);
  const counts = drawUnits(engine, { count: nunits, seed });
  const batch = (first: number, count: number) => {
    const weights = new Int32Array(count * resampler.nunits);
    for (let r = 0; r < count; r++) {
      const drawn = counts(first + r);
      joint.forEach((unit, i) => (weights[r * resampler.nunits + i] = drawn[unit]!));
    }
    return resampler.weigh(weights, count);
  };
  return {
    run(first, count) {
      const values = new Float64Array(count * places.length);
      const statuses = new Int32Array(count);
      for (let start = 0; start < count; start += BATCH) {
        const size = Math.min(BATCH, count - start);
        const chunk = batch(first + start, size);
        statuses.set(chunk.statuses, start);
        for (let r = 0; r < size; r++) {
          places.forEach((place, i) => {
            values[(start + r) * places.length + i] = chunk.values[r * resampler.width + place]!;
          });
        }
      }
      return { first, count, values, statuses };
    },
  };
}

export const drawsStudy: Study<DrawsTask, DrawsChunk> = {
  kinds: ['group-draws'],
  prepare: prepareDraws,
  rangeOf: (chunk) => rowsRange(chunk, ['values', 'statuses']),
  buffersOf: ({ values, statuses }) => [values.buffer, statuses.buffer],
};

/** Whole batches. */
export const drawsSizes = { first: BATCH, smallest: BATCH };
