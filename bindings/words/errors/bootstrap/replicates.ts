/** Errors of replicates, in English. */
import { type Lists, type Numbers, says, type Texts } from '../../told.js';
import { counted, listed } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

/** Replicates that failed for one reason. */
export interface Failures {
  readonly reason: string;
  /** The code of the error of a replicate. */
  readonly code: string;
  readonly replicates: number;
}

export const noImpliedProbabilities = says(
  'no-implied-probabilities',
  ({ instruments, units }: Texts<'path' | 'units'> & Numbers<'instruments'>) =>
    `brown-newey needs probabilities of the ${units} that set the moments of ${instruments} instruments to zero, but none do; use fewer instruments or recenter true`,
);
export const unknownTested = says(
  'unknown-coefficient/models',
  ({ found, near }: { readonly path: string; readonly found: string; readonly near: Suggestion }) =>
    `expected coefficients of the models, found ${found}${suggested(near)}`,
);
export const unknownPermuted = says(
  'unknown-coefficient/permutation',
  ({ found, known }: Texts<'path' | 'found'> & Lists<'known'>) =>
    `expected a regressor among ${listed(known)}, found ${found}`,
);
export const noPValue = says(
  'no-test/p-value',
  '{coefficient} of {depvar} has no p-value; leave it out',
);
export const noReplicateErrors = says(
  'no-test/errors',
  ({ depvar }: { readonly coefficient: string; readonly depvar: string }) =>
    `the replicates of ${depvar} have no standard errors; use the scheme cluster, pairs or wild-cluster`,
);
export const noCompleteReplicate = says(
  'no-test/complete',
  'no replicate has all statistics; draw more',
);
export const tooManyHypotheses = says(
  'too-many-replicates/hypotheses',
  '{hypotheses} hypotheses with {reps} replicates take {bytes} bytes; expected at most {most} replicates, or adjust holm, bh or sharpened-q, which draw none',
);
export const otherNumbers = says(
  'other-rows/numbers',
  'expected models of one estimator on the same rows, found that {other} has {otherRows} rows, {first} has {rows}; use where, or holm',
);
export const otherRowsUsed = says(
  'other-rows/rows',
  'expected models of one estimator on the same rows, found that {other} and {first} use other rows; use where, or holm',
);
export const otherUnits = says(
  'other-rows/units',
  'expected models of one estimator on the same rows, found that the models draw other units; use where, or holm',
);
export const tooManyReplicates = says(
  'too-many-replicates/memory',
  ({ reps, width, bytes, limit }: Texts<'path'> & Numbers<'reps' | 'width' | 'bytes' | 'limit'>) =>
    `${counted(reps, 'replicate')} of ${width} numbers take ${bytes} bytes; expected less than ${limit}`,
);
export const loneCluster = says(
  'not-positive-definite/lone-cluster',
  'only one cluster identifies a coefficient, so the jackknife cannot leave that cluster out; expected variant 11',
);
export const noBasis = says('not-positive-definite/moments-basis', 'the moments have no basis');
export const missingCluster = says(
  'missing-cluster',
  'column "{column}" has no value in row {row}, which the estimate uses',
);
export const runnerFailed = says(
  'runner-failed/width',
  ({ count, width, found }: Numbers<'count' | 'width' | 'found'>) =>
    `expected ${count * width} numbers of ${count} replicates, found ${found}; the runner returned another bootstrap`,
);
export const otherBuild = says(
  'other-build',
  'expected the build that estimated the model, {fit}, found {found}; give both functions the same engine',
);
export const tooManyFailed = says(
  'too-many-failed-draws',
  ({
    failed,
    completed,
    failures,
  }: {
    readonly failed: number;
    readonly completed: number;
    readonly failures: readonly Failures[];
  }) =>
    `${failed} of ${completed} replicates failed; expected at most half: ${failures.map(({ reason, replicates }) => `${reason} (${replicates})`).join('; ')}`,
);
