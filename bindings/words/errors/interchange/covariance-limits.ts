/** Errors of interchange: limits of other programs on covariances and weights, in English. */
import { says } from '../../told.js';

export const weightsWhat = says('unexpressed/weights', 'weights');
export const clustersWhat = says('unexpressed/clusters', 'clusters');
export const smallWhat = says('unexpressed/small', "Stata's small-sample factor");
export const doublyCorrectedWhat = says(
  'unexpressed/doubly-corrected',
  'the doubly corrected covariance',
);
export const windmeijerStepWhat = says(
  'unexpressed/windmeijer-step',
  "Windmeijer's correction by the step before",
);
export const uncorrectedWhat = says(
  'unexpressed/uncorrected',
  'a robust covariance without the Windmeijer correction after two or more steps',
);
export const limlErrorsWhat = says(
  'unexpressed/liml-errors',
  'errors of LIML other than unadjusted with small: true; use ivreg2',
);
export const weightsWithoutFactorWhat = says(
  'unexpressed/weights-without-factor',
  'weights without the small-sample factor (small: false)',
);
export const weightsOfOthersWhat = says(
  'unexpressed/weights-of-others',
  'weights other than of least squares',
);
export const unclusteredPanelWhat = says(
  'unexpressed/unclustered-panel',
  'robust errors of a panel without clusters',
);
export const hcAndSmallWhat = says(
  'unexpressed/hc-and-small',
  'HC0 with t (small: true) or HC1 with z (small: false); change small',
);
export const errorsWithoutFactorWhat = says(
  'unexpressed/errors-without-factor',
  'these errors without the small-sample factor (small: false)',
);
export const panelsWithoutFactorWhat = says(
  'unexpressed/panels-without-factor',
  'panel models without the small-sample factor (small: false)',
);
export const otherClustersWhat = says(
  'unexpressed/other-clusters',
  'clusters other than the units',
);
export const robustBetweenWhat = says(
  'unexpressed/robust-between',
  'robust errors of the between estimator',
);
export const lagsOfPanelsWhat = says(
  'unexpressed/lags-of-panels',
  'covariances with lags of panel models',
);
export const otherKernelsWhat = says('unexpressed/other-kernels', 'kernels other than bartlett');
export const clustersOfPanelWhat = says(
  'unexpressed/clusters-of-panel',
  'clusters other than units and periods',
);
export const clustersOfBetweenWhat = says(
  'unexpressed/clusters-of-between',
  'clusters of the between estimator',
);
export const severalClustersWhat = says(
  'unexpressed/several-clusters',
  'clusters of several columns',
);
export const moreClustersWhat = says(
  'unexpressed/more-clusters',
  'clusters of more than one column',
);
export const fractionOfLagsWhat = says('unexpressed/fraction-of-lags', 'a fraction of lags');
export const unadjustedWithoutFactorWhat = says(
  'unexpressed/unadjusted-without-factor',
  'unadjusted errors without the small-sample factor (small: false)',
);
export const iidWithoutFactorWhat = says(
  'unexpressed/iid-without-factor',
  'iid errors without the small-sample factor (small: false)',
);
export const unadjustedWhat = says('unexpressed/unadjusted', 'unadjusted covariances');
export const robustZWhat = says(
  'unexpressed/robust-z',
  'p-values of z with robust errors (small: false)',
);
export const smallSeveralClustersWhat = says(
  'unexpressed/small-several-clusters',
  'the small-sample factor with clusters of several columns; use fixest',
);
export const robustUnclusteredWhat = says(
  'unexpressed/robust-unclustered',
  'robust errors without clusters',
);
export const orderWithoutPanelWhat = says(
  'unexpressed/order-without-panel',
  'an order of the rows without a panel; name it as panel.time',
);
export const driscollKraayWeightWhat = says(
  'unexpressed/driscoll-kraay-weight',
  'the weight of Driscoll and Kraay',
);
export const otherCovarianceWhat = says(
  'unexpressed/other-covariance',
  'a covariance other than that of the weighting matrix',
);
export const unadjustedWeightWhat = says(
  'unexpressed/unadjusted-weight',
  'an unadjusted weighting matrix; use the estimator iv',
);
export const weightsWithHacWhat = says('unexpressed/weights-with-hac', 'weights with hac');
export const uncountedEffectsWhat = says(
  'unexpressed/uncounted-effects',
  'clustered errors that do not count the effects of the clusters; use reghdfe',
);
export const robustByUnitWhat = says(
  'unexpressed/robust-by-unit',
  'robust errors without clusters, because vce(robust) clusters by unit',
);
export const frequencyWeightsWhat = says(
  'unexpressed/frequency-weights',
  'frequency weights; repeat the rows in the data',
);
export const driscollKraayWhat = says(
  'unexpressed/driscoll-kraay',
  'the covariance of Driscoll and Kraay',
);
export const covariancesWithLagsWhat = says(
  'unexpressed/covariances-with-lags',
  'covariances with lags',
);
export const automaticLagsWhat = says(
  'unexpressed/automatic-lags',
  'automatic lags; write a number',
);
export const lagsInUnitsWhat = says(
  'unexpressed/lags-in-units',
  'lags within the units of a panel (hac)',
);
export const tStatisticsWhat = says('unexpressed/t-statistics', 't statistics (small: true)');
export const zStatisticsWhat = says(
  'unexpressed/z-statistics',
  'z statistics, or a covariance without its factor (small: false)',
);
