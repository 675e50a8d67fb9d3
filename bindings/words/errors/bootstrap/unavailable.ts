/** Why a fit has no bootstrap, in English. */
import { says, type Texts } from '../../told.js';

const sums = {
  twoway: ['period effects are shared by all units', 'effects within with i(period)'],
  random: ['random effects weight rows by estimated variances', 'effects within or pooled'],
  between: ['the between estimator has one row per unit', 'unit means by ols'],
} as const;

/** Effects for which sums over rows or units do not determine the estimate. */
export type Unsummable = keyof typeof sums;

export const orderedScheme = says(
  'no-bootstrap/ordered',
  'scheme {scheme} depends on the order of the rows, so rows cannot be left out or relabelled; expected pairs, cluster, wild, wild-cluster or residual',
);
export const splitUnits = says(
  'no-bootstrap/split-units',
  'a dynamic panel needs the periods of a unit together, but values of {column} split units of {unit}; expected clusters that contain whole units',
);
export const testCovariance = says(
  'no-bootstrap/test-covariance',
  "{test} needs the covariance of the fit's tests in each replicate: expected vcov unadjusted, HC0 or HC1 with scheme pairs, unadjusted or the CV1 of the clusters drawn with scheme cluster; found vcov {type} with scheme {scheme}",
);
export const frequencyWeights = says(
  'no-bootstrap/frequencies',
  'a row with a frequency weight represents several rows, which cannot be drawn one by one; repeat the row in the data instead',
);
export const unsummable = says(
  'no-bootstrap/sums',
  ({ why, clusters }: { readonly why: Unsummable; readonly clusters: boolean }) =>
    `${sums[why][0]}; expected ${clusters ? 'scheme cluster, or ' : ''}${sums[why][1]}`,
);
export const notRecentred = says(
  'no-bootstrap/recentred',
  'with method {method} each replicate is estimated from the drawn rows, so its moments cannot be recentred; expected recenter brown-newey or false, or method one-step or two-step without absorbed effects and with center false',
);
export const dividedUnits = says(
  'no-bootstrap/divided-units',
  'clusters split units of {unit}; expected clusters that contain whole units, such as {unit} itself',
);
export const testOfRows = says(
  'no-bootstrap/test-of-rows',
  '{test} is not available for replicates that are estimated from rows',
);
export const unorderedRows = says(
  'no-bootstrap/unordered',
  'drawn rows have no order, but weight {weight} needs one; use weight robust, or cluster with scheme cluster',
);
export const crossedEffects = says(
  'no-bootstrap/crossed-effects',
  'brown-newey needs moments that are sums over clusters, but the effects of {effect} cross the clusters; expected recenter false',
);
export const restrictedMethod = says(
  'no-bootstrap/restricted',
  'the wild bootstrap with instruments needs method 2sls, liml or fuller, found kclass; expected one of these, or scheme pairs, cluster, block or stationary',
);
export const jointOfInstruments = says(
  'no-bootstrap/joint-instruments',
  'wild bootstraps test hypotheses jointly for least squares only; with instruments use their Wald test, or the p-values of single coefficients',
);
export const subclusterOfInstruments = says(
  'no-bootstrap/subcluster-instruments',
  'with instruments the multipliers of a wild bootstrap belong to the clusters of the variance; leave out {key}',
);
export const residualScheme = says(
  'no-bootstrap/residual',
  'scheme residual needs least squares of independent rows; expected the estimator ols or another scheme',
);
export const weightedResiduals = says(
  'no-bootstrap/weighted',
  'residuals of weighted rows have different distributions; expected scheme pairs or wild',
);
export const methodOfScheme = says(
  'no-bootstrap/method',
  'method {method} has no bootstrap with scheme {scheme}; expected scheme pairs or cluster, or method one-step or two-step',
);
export const splitEffects = says(
  'no-bootstrap/split-effects',
  'this scheme splits the groups of absorbed effects; expected scheme cluster, effects written as i(unit), or first-difference',
);
export const centredWeight = says(
  'no-bootstrap/center',
  'weight.center needs scheme pairs or cluster, found scheme {scheme}',
);
export const weightOfScheme = says(
  'no-bootstrap/weight',
  'the weighting matrix of a replicate sums over what is drawn: expected weight robust or unadjusted with scheme pairs, unadjusted or that of the clusters drawn with scheme cluster; found weight {weight} with scheme {scheme}',
);
export const studentizedErrors = says(
  'no-bootstrap/studentized',
  'studentized intervals need standard errors of each replicate: unadjusted, HC0 or HC1 with scheme pairs, unadjusted or the CV1 of the clusters drawn with scheme cluster; found vcov {type} with scheme {scheme}',
);
export const oneCluster = says(
  'no-bootstrap/one-cluster',
  '{key}: column "{column}" has one value; expected at least two',
);
/** Columns of clusters, and of their parts. */
export type NestedColumns = Texts<'cluster' | 'subcluster'>;
export const splitClusters = says(
  'no-bootstrap/split-clusters',
  'the groups of {subcluster} must lie in the clusters of {cluster}; found a group with rows of several clusters',
);
export const tiedRows = says(
  'no-bootstrap/ties',
  'blocks need one row per value of {column}, found several for {value}; use scheme cluster for a panel',
);
export const changedEffects = says(
  'no-bootstrap/changed-effects',
  'this scheme changes the effects of {effect}; expected scheme cluster, or one effect absorbed and the others written as i({effect})',
);
export const splitGroups = says(
  'no-bootstrap/split-groups',
  'the scheme splits the groups of {effect}, whose effects are absorbed; write them as i({effect}) in the formula, or use scheme cluster',
);
export const noReplicates = says('no-bootstrap/estimator', '{estimator} has no replicates');
export const residualsOfRows = says(
  'no-bootstrap/residuals',
  'scheme {scheme} needs residuals of rows, which {estimator} does not have; expected pairs or cluster',
);
