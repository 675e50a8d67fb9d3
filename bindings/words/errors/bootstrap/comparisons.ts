/** Why a method cannot compare groups, in English. */
import { says, type Told } from '../../told.js';
import { counted } from '../../text/messages.js';

const inSeveral = (units: number, column: string) =>
  `${counted(units, 'unit')} of ${column} ${units === 1 ? 'is' : 'are'} in several groups`;

interface TooFew {
  readonly units: number;
  /** The column of the units; undefined for rows. */
  readonly column: string | undefined;
  readonly coefficients: number;
  readonly twoStep: boolean;
}

function tooFew({ units, column, coefficients, twoStep }: TooFew): string {
  const what = `${units} ${column === undefined ? 'rows' : `units of ${column}`}`;
  return twoStep
    ? `a two-step weighting matrix needs as many different units as coefficients, and draws from ${what} rarely have ${coefficients}; use steps 1, fewer regressors, or --method wald`
    : `draws from ${what} rarely identify ${counted(coefficients, 'coefficient')}; use fewer regressors, or --method wald`;
}

export const switchingLabels = says(
  'no-bootstrap/switching',
  ({ units, column }: { readonly units: number; readonly column: string }) =>
    `${inSeveral(units, column)}, and a dynamic panel needs the periods of a unit together; use --method bootstrap`,
);
export const otherLabels = says(
  'no-bootstrap/labels',
  'a dynamic panel has errors by unit in permutations, but labels would be exchanged by {column}; use --method bootstrap',
);
export const withoutPermutations = says(
  'no-bootstrap/permutations',
  'permutations need sums over rows or units, which do not determine {estimator}; use --method bootstrap',
);
export const noInfluence = says(
  'no-bootstrap/influence',
  'suest needs influence functions, which {estimator} does not have; use --method bootstrap',
);
export const wildEstimators = says(
  'no-bootstrap/wild',
  'the wild bootstrap is for ols, panel and iv, found {estimator}',
);
export const otherEstimates = says(
  'no-comparison/other-estimates',
  'the pooled model with interactions has other estimates; use --method suest',
);
export const notPooled = says(
  'no-comparison/pooled',
  ({ cause }: { readonly cause: Told }) =>
    `the pooled model with interactions cannot be estimated: ${cause.text}`,
);
export const noPooledModel = says(
  'no-comparison/no-pooled',
  'the pooled model with interactions cannot be estimated; use other methods',
);
export const suestCommon = says(
  'no-comparison/suest-common',
  'suest compares separate estimates, and with common they share coefficients; use --method wald',
);
export const suestErrors = says(
  'no-comparison/suest-errors',
  'suest has robust or clustered errors, found {type}; use --cluster or --method bootstrap',
);
export const suestClusters = says(
  'no-comparison/suest-clusters',
  ({ columns }: { readonly columns: readonly string[] }) =>
    `suest has one dimension of clusters, found ${columns.join(' and ')}; choose one with --cluster`,
);
export const manyClusters = says(
  'no-comparison/many-clusters',
  'with so many clusters the small-sample correction is negligible; use --method wald',
);
export const cr2Estimators = says(
  'no-comparison/cr2',
  ({ found, effects }: { readonly found: string; readonly effects: boolean }) =>
    `cr2 is for least squares, found ${effects ? 'effects ' : ''}${found}; use --method suest`,
);
export const noVariation = says(
  'no-comparison/variation',
  'the clusters leave no variation in the difference; use --method wald',
);
export const bdiffEstimators = says(
  'no-comparison/bdiff',
  'bdiff is for ols, panel, iv and gmm with separate coefficients',
);
export const frequencyLabels = says(
  'no-comparison/frequencies',
  'a row with a frequency weight represents several rows, whose labels would be exchanged together; repeat the row in the data instead',
);
export const sameLabels = says(
  'no-comparison/same-labels',
  'units of {column} with rows in the same periods have the same labels, so exchanging them changes nothing; use --method bootstrap',
);
export const fewPermutations = says(
  'no-comparison/few-permutations',
  'the labels have so few different permutations that no p-value is below {smallest}; use --method wild or wald',
);
export const failedPermutations = says(
  'no-comparison/failed-permutations',
  '{failed} of {reps} permutations leave a group that cannot be estimated; use --method bootstrap',
);
export const fewSigns = says(
  'no-comparison/few-signs',
  '{units} clusters have too few sign vectors: no p-value is below {smallest}; use --method permutation',
);
export const noReplicate = says('no-comparison/replicates', 'no replicate could be estimated');
export const correlatedGroups = says(
  'no-comparison/correlated',
  ({ units, column }: { readonly units: number; readonly column: string }) =>
    `${inSeveral(units, column)}, whose estimates are then correlated; use --method bootstrap`,
);
export const correlatedErrors = says(
  'no-comparison/errors',
  'errors of type {type} are correlated between groups; use --method bootstrap',
);
export const negativeVariance = says(
  'no-comparison/variance',
  'the variance of the difference is not positive; use other errors',
);
export const noSpread = says(
  'no-comparison/spread',
  'both estimates have variances that are zero up to rounding, so nothing can be tested',
);
export const groupNotEstimated = says(
  'no-comparison/group',
  ({ group, cause }: { readonly group: string; readonly cause: Told }) =>
    `group ${group} cannot be estimated: ${cause.text}`,
);
export const notTested = says('no-comparison/not-tested', 'it is not tested');
export const failedReplicates = says(
  'no-comparison/failed-replicates',
  ({
    failed,
    reps,
    group,
    cause,
    units,
    column,
    coefficients,
    twoStep,
  }: {
    readonly failed: number;
    readonly reps: number;
    readonly group: string;
    readonly cause: Told;
    readonly units: number;
    readonly column: string | undefined;
    readonly coefficients: number;
    readonly twoStep: boolean;
  }) =>
    `${failed} of ${reps} replicates failed in group ${group}: ${cause.text}; ${tooFew({ units, column, coefficients, twoStep })}`,
);
