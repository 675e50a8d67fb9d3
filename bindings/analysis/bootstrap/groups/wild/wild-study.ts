/** A worker's part of a wild bootstrap: replicates of the pooled model, which test one difference. */
import { rowsRange } from '../../../../core/jobs/ranges.js';
import type { Study } from '../../../../core/jobs/study.js';
import type { Chunk } from '../../replicates.js';
import { prepareLinear } from '../../replicator.js';
import type { LinearTask } from '../../tasks/linear.js';

export interface WildDrawsTask {
  readonly kind: 'group-wild';
  readonly task: LinearTask;
  /** Position of the difference among the coefficients. */
  readonly place: number;
}

export const wildStudy: Study<WildDrawsTask, Chunk> = {
  kinds: ['group-wild'],
  prepare(engine, { task, place }) {
    const replicator = prepareLinear(engine, task);
    if (task.design.endogenous.length > 0) replicator.testValue(place, 0);
    return replicator;
  },
  rangeOf: (chunk) => rowsRange(chunk, ['values', 'statuses']),
  buffersOf: ({ values, statuses }) => [values.buffer, statuses.buffer],
};
