/** Replicates from the moments of drawn units. */
import { type UnitMomentsTask, estimatesTask } from '../../../models/dynamic/replicates/task.js';
import { fittedModel } from '../../../models/fitted-model.js';
import { impliedThresholds } from '../implied-probabilities.js';
import { prepareMoments } from '../replicator.js';
import type { ReplicateKind } from './kind.js';

export const unitMoments = {
  isSlow: false,
  prepare: prepareMoments,
  coefficients: estimatesTask,
  inputs: ({ design }) => design,
  thresholds: (engine, fit) => impliedThresholds(engine, fittedModel(fit).byUnit!.implied(fit)),
} satisfies ReplicateKind<UnitMomentsTask>;
