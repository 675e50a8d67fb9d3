/** A worker's part of a permutation test: t of each pair in each permutation. */
import type { Engine } from '../../../../core/engine/engine.js';
import { rowsRange } from '../../../../core/jobs/ranges.js';
import type { Prepared, Study } from '../../../../core/jobs/study.js';
import { type SampleByUnit, statisticsByUnit } from './by-unit.js';
import { labelExchange, type LabelledRows } from './exchange.js';
import { type LinearSample, linearStatistics } from './linear.js';
import type { Statistics } from './permutable.js';

/** The plain data from which the statistics of permuted labels are computed. */
export type PermutedSample = LinearSample | SampleByUnit;

export interface PermutationTask {
  readonly kind: 'group-permutations';
  readonly sample: PermutedSample;
  readonly rows: LabelledRows;
  readonly seed: number;
}

export interface PermutationChunk {
  readonly first: number;
  readonly count: number;
  /** t (count x pairs), NaN where a group cannot be estimated. */
  readonly t: Float64Array<ArrayBuffer>;
}

/** The statistics of a sample in an instance of the core. A sample of units needs the instance for itself. */
export function statisticsOf(engine: Engine, sample: PermutedSample): Statistics {
  return sample.kind === 'by-unit'
    ? statisticsByUnit(engine, sample)
    : linearStatistics(engine, sample);
}

function preparePermutations(
  engine: Engine,
  { sample, rows, seed }: PermutationTask,
): Prepared<PermutationChunk> {
  const statistics = statisticsOf(engine, sample);
  const exchange = labelExchange(rows);
  return {
    run(first, count) {
      const drawn = Array.from({ length: count }, (_, r) =>
        statistics(exchange.permuted(engine, seed, first + r)).map(
          (statistic) => statistic?.t ?? NaN,
        ),
      );
      return { first, count, t: Float64Array.from(drawn.flat()) };
    },
  };
}

export const permutationsStudy: Study<PermutationTask, PermutationChunk> = {
  kinds: ['group-permutations'],
  prepare: preparePermutations,
  rangeOf: (chunk) => rowsRange(chunk, ['t']),
  buffersOf: ({ t }) => [t.buffer],
};
