/** Replicates from the moments of drawn units. */
import { impliedThresholds } from '../implied-probabilities.js';
import { type DpdTask, noStatistics, prepareDpd } from '../replicator.js';
import type { ReplicateKind } from './kind.js';

export const unitMoments = {
  isSlow: false,
  prepare: prepareDpd,
  coefficients: (task) => ({ ...task, moments: null, thresholds: null, statistics: noStatistics }),
  inputs: ({ design }) => design,
  thresholds: (engine, { moments }) => impliedThresholds(engine, moments!),
} satisfies ReplicateKind<DpdTask>;
