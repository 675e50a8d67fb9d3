/** Explanations of the warnings of fits. */
import { bootstraps } from './bootstrap-warnings.js';
import { dataWarnings } from './data/warnings.js';
import { stepWarnings } from './data/steps.js';
import type { Entries } from './explanation.js';
import { postestimationWarnings } from './analyses/postestimation.js';
import { indexWarnings } from './analyses/indices.js';
import { sources as s } from './sources.js';
import { figureWarnings } from './figures.js';
import { tableWarnings } from './table-warnings.js';

const instruments = {
  'rejected-process': [
    "Hansen's test rejects the model whose estimates are the parameters of the simulated process.",
    'The data are unlikely to come from that process, so the simulated sizes and powers may not hold for this fit.',
    "Simulate from a model that Hansen's test does not reject. Vary persistence and variances to see whether the rates depend on them.",
    s.bowsher,
  ],
  'no-effect-variance': [
    'The estimated variance of the unit effects of the simulated process is 0.',
    'Initial conditions are violated in proportion to the unit effects. With effects of zero there is nothing to simulate, so that violation is left out.',
    'Nothing, or choose other violations.',
    s.blundellBond,
  ],
  'many-instruments': [
    'The instrument rank is at least half the number of units.',
    'Estimates are biased towards least squares, two-step standard errors are too small, and the Hansen test rejects too rarely.',
    'Use collapse: true, shorter lags or pca. In the result, instrumentCount.reductions lists how many instruments each leaves.',
    s.roodmanNote,
    s.windmeijer,
  ],
  'too-many-instruments': [
    'There are more instruments than units.',
    'The two-step weighting matrix is singular, estimates are biased towards least squares, and the Hansen test has no power.',
    'Use collapse: true, shorter lags or pca; or steps: 1 with robust standard errors.',
    s.roodmanNote,
    s.bowsher,
  ],
  'collinear-instruments': [
    'Some instrument columns are linear combinations of others.',
    'They add no information. The tests remain correct because their degrees of freedom use the rank, which is below the number of columns.',
    'Remove variables listed twice and windows contained in others, or use collapse: true.',
    s.roodman,
  ],
  'fewer-components': [
    'The model sets more principal components than its GMM-style instruments have.',
    'All components together span the same moments as the instruments, so nothing is reduced.',
    'Set pca to a smaller number, or to auto, which keeps the components with eigenvalues above 1.',
    'Mehrhoff (2009), Deutsche Bundesbank Discussion Paper, Series 1, 31/2009',
  ],
  'hansen-without-power': [
    'The p-value of the Hansen test is near 1, or it is high and there are more instruments than units.',
    'With many instruments the test hardly ever rejects, so its p-value is no evidence that the instruments are valid.',
    'Reduce the instruments with collapse: true or shorter lags and compare the p-values. Test subsets with diffHansen.',
    s.roodmanNote,
    s.bowsher,
  ],
  'regressor-without-instruments': [
    'A regressor is in no group of instruments and has no role.',
    'Its coefficient rests on the instruments of other variables, which are often weak for it. A lagged outcome is usually instrumented by its own deeper lags.',
    'Give the variable a role (endogenous, predetermined, exogenous), or list it under gmm or iv. If outside instruments are meant, nothing.',
    s.roodman,
  ],
  'singular-weighting': [
    'The covariance of the moments is singular. Its Moore-Penrose inverse is the weighting matrix.',
    'Programs choose different generalised inverses, so their two-step estimates differ. The standard errors are unreliable.',
    'Use fewer instruments (collapse, lags, pca), finer clusters, or steps: 1.',
    s.roodman,
    s.hansen,
  ],
  'no-transformed-rows': [
    'No unit has two complete rows that the transformation could use.',
    'The unit effects are not removed. The estimates use the level equation only, whose instruments must be uncorrelated with the effects.',
    'Use a panel with more complete periods, gaps: bridge, or transform: fod.',
    s.blundellBond,
  ],
  'outside-bounds': [
    'The coefficient of the lagged outcome is below its within estimate or above its pooled least squares estimate.',
    'The within estimate is biased downwards, the pooled least squares estimate upwards. An estimate outside these bounds suggests weak or invalid instruments, or sampling error.',
    'Try other lags, other roles or another value of system. To skip the comparison, set baselines: false.',
    s.bond,
    s.nickell,
  ],
  'collinear-omitted': [
    'A regressor is a linear combination of others, of the constant or of absorbed effects, and was left out.',
    'Its coefficient is not identified. The other estimates and the degrees of freedom are those of the model without it.',
    'Nothing, if the regressor is redundant. To leave out another one, put that later in the formula. With collinear: error the fit is refused.',
    s.wooldridge,
  ],
  'collinear-time-effects': [
    'Some period dummies are linear combinations of other regressors and were left out.',
    'The other coefficients do not change. The coefficients of the dummies refer to another base period.',
    'Remove regressors that are the same for all units in a period, or set timeEffects: false.',
    s.roodman,
  ],
  'negative-r2': [
    'R-squared is negative.',
    'With instruments the residuals may vary more than the outcome, so R-squared does not measure the fit.',
    'Nothing. Judge the model by its tests.',
    s.wooldridge,
  ],
  'no-diagnostics': [
    'The tests of the instruments could not be computed for this sample.',
    'The strength and validity of the instruments are unknown. The warning gives the reason.',
    'Remove the cause that the warning names. To skip these tests, set diagnostics: false.',
    s.kleibergenPaap,
  ],
} satisfies Entries;

const weak = {
  'dependent-moments': [
    'Some moment conditions are linear combinations of others.',
    'They add no information. The confidence sets use the independent ones, whose number is the degrees of freedom.',
    'Remove the groups under gmm and iv that repeat others.',
    s.roodman,
  ],
  'powerless-s': [
    'With so many moment conditions for the number of units, S cannot reach its critical value.',
    'Its confidence sets contain every value, whatever the data.',
    'Use fewer instruments (collapse, lags).',
    s.roodmanNote,
  ],
  'no-conditional-rank': [
    'There are fewer than two units or clusters per moment condition.',
    'The covariance of the derivatives given the moments cannot be estimated, so there are no conditional likelihood ratio sets.',
    'Use fewer instruments (collapse, lags).',
    'Kleibergen (2005), Econometrica 73(4), 1103-1123',
  ],
  'unsettled-projection': [
    'The search for a projected set was still finding values of the coefficient when its starting points ran out.',
    'Every value in the reported set belongs to it, but others may be missing.',
    'Increase places, use a smaller model, or use the projected set of S, which needs no such search.',
    'Dufour and Taamouti (2005), Econometrica 73(4), 1351-1365',
  ],
} satisfies Entries;

const covariances = {
  'uncorrected-two-step': [
    'Two-step standard errors are not corrected for the estimated weighting matrix.',
    'They are too small, severely so with many instruments and few units.',
    'Use vcov: {type: windmeijer}, the default after two steps.',
    s.windmeijer,
  ],
  'indefinite-covariance': [
    'The covariance matrix, a sum and difference over several clusterings, has a negative eigenvalue.',
    'Standard errors may be missing, and test statistics of several coefficients may be negative.',
    'Use fewer columns in vcov.cluster.',
    s.cgm,
  ],
  'few-clusters': [
    'There are fewer than 42 clusters, or units in a dynamic panel, or fewer than 12 that a bootstrap draws.',
    'Robust standard errors are too small, and the t and F distributions are poor approximations.',
    'Least squares: vcov CV3, or bootstrap: {scheme: wild-cluster}, with weights: webb (--multipliers webb) below 12 clusters. Other models: bootstrap: {scheme: cluster, ci: studentized}. Coarser clusters do not help.',
    s.cameronMiller,
    s.angristPischke,
  ],
  'row-wise-errors': [
    'Robust errors are computed row by row, although the rows of a unit are correlated.',
    'Unit effects make HC errors inconsistent; differences, random effects and persistent errors make them too small. In simulated panels of 30 units comparisons of groups reject equal coefficients in a third of the samples.',
    'Cluster by unit: vcov: {type: cluster, cluster: [unit]} (--cluster unit).',
    'Stock and Watson (2008), Econometrica 76(1), 155-174',
    s.cameronMiller,
  ],
  'perfect-fit': [
    'All residuals are rounding errors: the regressors explain the outcome exactly.',
    'The variance of the errors is 0, so standard errors are 0, and t, p-values, intervals and tests do not exist.',
    'Look for a regressor that is made from the outcome, or for a constant outcome.',
    'R Core Team, summary.lm: "essentially perfect fit: summary may be unreliable"',
  ],
  'extreme-scale': [
    'A column is so large or so small that its squares leave the range of a double.',
    'Least squares and static panels are computed with columns scaled by powers of two, which changes no digit. Variances and sums of squares may still be out of range.',
    'Change the units of the column.',
    'IEEE 754, Standard for Floating-Point Arithmetic',
  ],
  'zero-variance': [
    'The scores of a coefficient cancel within the clusters, so its variance is 0 up to rounding.',
    'One cluster alone identifies the coefficient. Its standard error is 0, and t, p-value and interval do not exist.',
    'Use finer clusters, an unadjusted or HC covariance, or data in which the regressor varies in more clusters.',
    s.cameronMiller,
  ],
  'largest-bandwidth': [
    'The automatic bandwidth is the largest that the number of periods allows.',
    'With lags as far as the sample reaches, the covariance rests on few products of scores and is too small.',
    'Set a smaller bandwidth, or use another covariance.',
    'Newey and West (1994), Review of Economic Studies 61(4), 631-653',
  ],
  saturated: [
    'Some rows or clusters have leverage one: a coefficient fits them exactly.',
    'Their residuals are 0 and add nothing to the covariance, so standard errors are too small.',
    'Remove dummies of single rows or clusters.',
    s.cameronMiller,
  ],
  'uncentred-r2': [
    'Without an intercept, R-squared compares the residuals with the outcome itself, not with its deviations from the mean.',
    'It is usually higher than the centred R-squared, and the two cannot be compared.',
    'Keep the intercept in the formula.',
    s.wooldridge,
  ],
  'constant-outcome': [
    'The outcome has the same value in every row of the sample.',
    'There is no variation to explain, so R-squared and the tests have no meaning.',
    'Check where, which may keep too few rows, and the data.',
    s.wooldridge,
  ],
  'group-of-one': [
    'The sample has units with one row (singletons).',
    'After the unit effects are removed, their rows are zero: they count as observations but carry no information on the slopes.',
    'Exclude them with where, or use effects: random, which uses them.',
    s.wooldridge,
  ],
  'no-unit-variance': [
    'The estimated variance of the unit effects is 0, because the formula gave zero or a negative number.',
    'Random effects then equal pooled least squares.',
    'Use effects: within if the effects may be correlated with the regressors.',
    'Swamy and Arora (1972), Econometrica 40(2), 261-275',
  ],
  'not-converged': [
    'The iteration stopped before it converged.',
    'The estimate depends on where it stopped. It is neither the iterated nor the continuously updated estimate.',
    'Use steps: 2 or fewer instruments.',
    'Hansen, Heaton and Yaron (1996), Journal of Business and Economic Statistics 14(3), 262-280',
  ],
} satisfies Entries;

const comparisons = {
  'singular-difference': [
    'The covariance matrix of the difference between the two fits does not have full rank.',
    'The statistic uses its generalised inverse, and the degrees of freedom are its rank.',
    'Compare fewer coefficients: those for which the two fits use different information.',
    s.hausman,
  ],
  'indefinite-difference': [
    'V(b) - V(B) has negative eigenvalues, although B should be efficient.',
    'The sample is far from the assumptions of the test. The statistic may be too small or negative.',
    'Use the robust form of the test, which needs no efficient fit.',
    s.hausman,
    s.wooldridge,
  ],
  'not-compared': [
    'Some variables vary only within units or only between them.',
    'Their coefficients cannot be compared and are left out of the test.',
    'Nothing.',
    s.wooldridge,
  ],
  'few-added-moments': [
    'One fit has fewer additional moments than the test has differences.',
    'The differences then have at most that many degrees of freedom asymptotically, so the p-value is too high.',
    'Compare fewer coefficients, or use the difference-in-Hansen test.',
    s.hausman,
    'Newey (1985), Journal of Econometrics 29(3), 229-256',
  ],
} satisfies Entries;

export const warnings = {
  ...instruments,
  ...weak,
  ...covariances,
  ...comparisons,
  ...bootstraps,
  ...dataWarnings,
  ...stepWarnings,
  ...tableWarnings,
  ...postestimationWarnings,
  ...figureWarnings,
  ...indexWarnings,
};
