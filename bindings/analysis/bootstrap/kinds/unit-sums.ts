/** Replicates from sums over the rows of drawn units. */
import { orderedScheme } from '../../../words/errors/bootstrap/unavailable.js';
import { linearOf } from '../../../models/fitted-model.js';
import { impliedRowThresholds } from '../implied-probabilities.js';
import { noBootstrap } from '../../../models/replicates/refusal.js';
import { prepareLinear } from '../replicator.js';
import { invertsApart, type LinearTask } from '../tasks/linear.js';
import { drawnColumn } from '../summary/scheme.js';
import { replicateCovariance } from '../tasks/problem.js';
import type { ReplicateKind } from './kind.js';

export const unitSums = {
  isSlow: false,
  prepare: prepareLinear,
  coefficients,
  inputs: ({ design, units }) => ({ ...design, ...units }),
  thresholds: (engine, fit, task) =>
    impliedRowThresholds(engine, task, linearOf(fit)!.estimate.rankInstruments ?? 0),
  invertsApart,
} satisfies ReplicateKind<LinearTask>;

function coefficients(task: LinearTask): LinearTask {
  const { scheme, problem } = task;
  if (scheme.order !== undefined) {
    throw noBootstrap(orderedScheme({ scheme: scheme.scheme }));
  }
  return {
    ...task,
    thresholds: null,
    scheme: { scheme: drawnColumn(scheme) === undefined ? 'pairs' : 'cluster' },
    problem: { ...problem, vcov: replicateCovariance(problem.vcov, false) },
    ...(task.recenter !== undefined && { recenter: false }),
    statistics: 0,
    tests: undefined,
    joint: [],
  };
}
