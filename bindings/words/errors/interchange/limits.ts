/** Errors of interchange: limits of other programs, in English. */
import { says } from '../../told.js';

export const levelAloneWhat = says(
  'unexpressed/level-alone',
  'the level equation alone (transform: level)',
);
export const forwardDeviationsWhat = says(
  'unexpressed/forward-deviations',
  'forward orthogonal deviations (transform: fod)',
);
export const bridgedGapsWhat = says(
  'unexpressed/bridged-gaps',
  'differences across gaps (gaps: bridge, which compat: gretl sets)',
);
export const stepOfPeriodsWhat = says(
  'unexpressed/step-of-periods',
  'a distance between periods other than 1; number the periods 1, 2, 3 in the data',
);
export const rowFilterWhat = says(
  'unexpressed/row-filter',
  'a row filter; remove the rows from the data file',
);
export const componentsWhat = says('unexpressed/components', 'principal components of instruments');
export const nonlinearWhat = says('unexpressed/nonlinear', 'nonlinear conditions');
export const iteratedWhat = says('unexpressed/iterated', 'iterated estimates');
export const cueWhat = says('unexpressed/cue', 'continuously updated estimates');
export const gmmIvregressWhat = says('unexpressed/gmm-ivregress', 'GMM; use ivregress');
export const gmmLinearmodelsWhat = says('unexpressed/gmm-linearmodels', 'GMM; use linearmodels');
export const fullerWhat = says('unexpressed/fuller', "Fuller's and k-class estimators; use ivreg2");
export const ivEffectsWhat = says(
  'unexpressed/iv-effects',
  'first differences and effects with instruments',
);
export const hc4What = says('unexpressed/hc4', 'HC4');
export const hc2ToHc4What = says('unexpressed/hc2-to-hc4', 'HC2 to HC4');
export const hc4AndCvWhat = says('unexpressed/hc4-and-cv', 'HC4, CV2 and CV3');
export const cvWhat = says('unexpressed/cv', 'CV2 and CV3');
export const noInterceptWhat = says('unexpressed/no-intercept', 'a model without an intercept');
export const mixedCollapseWhat = says(
  'unexpressed/mixed-collapse',
  'collapse in some groups and not in others',
);
export const identityWhat = says('unexpressed/identity', 'the identity as one-step weight (h: 1)');
export const identityOfSystemWhat = says(
  'unexpressed/identity-of-system',
  'the identity as one-step weight of a system (h: 1)',
);
export const leastSquaresWhat = says(
  'unexpressed/least-squares',
  'least squares without a panel; use statsmodels or pyfixest',
);
export const unitEffectsIvWhat = says(
  'unexpressed/unit-effects-iv',
  'effects of units with instruments; use ivreghdfe',
);
export const constantInDifferencesWhat = says(
  'unexpressed/constant-in-differences',
  'a constant in first differences; write 0 + in the formula',
);
export const weightsWithLagsWhat = says(
  'unexpressed/weights-with-lags',
  'weighting matrices with lags',
);
export const onlyTwoStageWhat = says(
  'unexpressed/only-two-stage',
  'estimators other than two-stage least squares; use linearmodels',
);
export const onlyTwoStageStataWhat = says(
  'unexpressed/only-two-stage-stata',
  'estimators other than two-stage least squares; use ivregress or ivreg2',
);
export const panelLinearmodelsWhat = says(
  'unexpressed/panel-linearmodels',
  'random, between and first-difference effects; use linearmodels',
);
export const panelPlmWhat = says(
  'unexpressed/panel-plm',
  'random, between and first-difference effects; use plm',
);
export const panelXtregWhat = says(
  'unexpressed/panel-xtreg',
  'random, between and first-difference effects; use xtreg or regress',
);
export const effectsPythonWhat = says(
  'unexpressed/effects-python',
  'effects of units; use linearmodels or pyfixest',
);
export const effectsRWhat = says('unexpressed/effects-r', 'effects of units; use plm or fixest');
export const effectsXtregWhat = says(
  'unexpressed/effects-xtreg',
  'effects of units; use xtreg or reghdfe',
);
export const effectsIvreghdfeWhat = says(
  'unexpressed/effects-ivreghdfe',
  'effects of units; use ivreghdfe',
);
export const noGmmWhat = says('unexpressed/no-gmm', 'a model without GMM-style instruments');
export const otherWeightWhat = says(
  'unexpressed/other-weight',
  'a one-step weight other than h: 3',
);
export const timeEffectsWhat = says(
  'unexpressed/time-effects',
  'time effects that instrument the level equation only; write i() of the time column in the formula and under iv',
);
export const pooledWithoutConstantWhat = says(
  'unexpressed/pooled-without-constant',
  'pooled rows without a constant',
);
export const noInstrumentsLmWhat = says(
  'unexpressed/no-instruments-lm',
  'a model without instruments; use lm',
);
export const noInstrumentsStataWhat = says(
  'unexpressed/no-instruments-stata',
  'a model without instruments; use regress, reghdfe or xtreg',
);
export const onlyPanelWhat = says(
  'unexpressed/only-panel',
  'models other than of the estimator panel; use lm, AER or fixest',
);
export const xtabond2LevelsWhat = says(
  'unexpressed/xtabond2-levels',
  "level equations with xtabond2's instruments",
);
export const differencesWhat = says(
  'unexpressed/differences',
  'first differences; write D.x in the formula',
);
export const cueIvreg2What = says('unexpressed/cue-ivreg2', 'continuously updated GMM; use ivreg2');
export const oneStepIvWhat = says('unexpressed/one-step-iv', 'one-step GMM; use the estimator iv');
export const cTestsWhat = says('unexpressed/c-tests', 'C tests; use ivreg2');
export const otherGmmWhat = says(
  'unexpressed/other-gmm',
  'one-step and iterated GMM; use ivregress for the latter',
);
export const severalCTestsWhat = says('unexpressed/several-c-tests', 'more than one C test');
export const panelEstimatorsWhat = says(
  'unexpressed/panel-estimators',
  'panel estimators; use xtreg or reghdfe',
);
export const noAbsorbedWhat = says(
  'unexpressed/no-absorbed',
  'a model without absorbed effects; use ivregress or ivreg2',
);
export const oneAbsorbedWhat = says('unexpressed/one-absorbed', 'other than one absorbed column');
export const noEffectsOrInterceptWhat = says(
  'unexpressed/no-effects-or-intercept',
  'a model without effects and without an intercept',
);
export const noUnitEffectsWhat = says(
  'unexpressed/no-unit-effects',
  'a model without effects of units; use regress',
);
export const otherPanelEffectsWhat = says(
  'unexpressed/other-panel-effects',
  'twoway, first-difference and pooled effects; use reghdfe or regress',
);
export const absorbedWhat = says(
  'unexpressed/absorbed',
  'absorbed effects; reghdfe, fixest and pyfixest can',
);
export const instrumentsWhat = says('unexpressed/instruments', 'instruments');
export const lagsWhat = says(
  'unexpressed/lags',
  'lags, leads and differences; add them to the data as columns',
);
export const leveragesWhat = says(
  'unexpressed/leverages',
  'covariances of leverages (HC2 to HC4, CV2, CV3)',
);
