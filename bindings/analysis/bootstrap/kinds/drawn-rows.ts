/** Replicates that estimate the rows of drawn units. */
import { linearOf } from '../../../models/fitted-model.js';
import { impliedRowThresholds } from '../implied-probabilities.js';
import { prepareRows } from '../tasks/refit-rows.js';
import { momentsTask, type RowsTask } from '../tasks/rows.js';
import type { ReplicateKind } from './kind.js';

export const drawnRows = {
  isSlow: true,
  prepare: prepareRows,
  coefficients: (task) => ({ ...task, statistics: 0, thresholds: null }),
  inputs({ rows, units, problem }) {
    const { absorbed } = problem.model.transformation;
    return { ...rows, ...units, absorbed };
  },
  thresholds(engine, fit, task) {
    const linear = linearOf(fit)!;
    const { rankInstruments = 0 } = linear.estimate;
    return impliedRowThresholds(engine, momentsTask(linear, task), rankInstruments);
  },
} satisfies ReplicateKind<RowsTask>;
