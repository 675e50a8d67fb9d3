/** Warnings of fits and of their bootstraps. */
import { type Entry, explained } from './explanation.js';
import { sources as s } from './sources.js';

const instruments: Readonly<Record<string, Entry>> = {
  'rejected-process': [
    "Hansen's test rejects the model whose estimates a study of power takes for the simulated process.",
    'Sizes and powers are those of a process that the data do not come from; they say less about the p-values of this fit.',
    'a model that is not rejected; persistence and variances, to see whether findings depend on them',
    s.bowsher,
  ],
  'no-effect-variance': [
    'The estimated variance of the unit effects of a simulated process is 0.',
    'Units do not differ in their means, so no panel can start away from them in proportion to the effects; that violation is left out.',
    'violations',
    s.blundellBond,
  ],
  'many-instruments': [
    'The rank of the instruments is half the number of units or more.',
    'Estimates lean towards least squares, two-step standard errors are too small and the Hansen test rejects too rarely.',
    'collapse: true, shorter lags, or pca; instrumentCount.reductions of the result counts what each leaves',
    s.roodmanNote,
    s.windmeijer,
  ],
  'too-many-instruments': [
    'There are more instruments than units.',
    'The two-step weighting matrix is singular, estimates lean towards least squares and the Hansen test has no power.',
    'collapse: true, shorter lags, or pca; or steps: 1 with robust errors',
    s.roodmanNote,
    s.bowsher,
  ],
  'collinear-instruments': [
    'Some instrument columns are linear combinations of others.',
    'They add no information. Degrees of freedom count the rank, so tests stay right; the instruments printed are more than those that work.',
    'leave out repeated variables and windows that contain each other; collapse: true',
    s.roodman,
  ],
  'fewer-components': [
    'More principal components were asked for than the GMM-style instruments have.',
    'All components together span the same moments as the instruments themselves, so nothing is reduced.',
    'pca with a smaller number, or auto for the components with eigenvalues above 1',
    'Mehrhoff (2009), Deutsche Bundesbank Discussion Paper, Series 1, 31/2009',
  ],
  'hansen-without-power': [
    'The p-value of the Hansen test is near 1, or high with more instruments than units.',
    'With many instruments the test hardly ever rejects, so the p-value is no evidence that the instruments are valid.',
    'collapse: true or shorter lags, and look again; diffHansen tests named sets',
    s.roodmanNote,
    s.bowsher,
  ],
  'singular-weighting': [
    'The covariance of the moments is singular, and its Moore-Penrose inverse weighs them.',
    'Programs choose different generalised inverses, so two-step estimates differ between them, and their standard errors are unreliable.',
    'fewer instruments (collapse, lags, pca), fewer clusters, or steps: 1',
    s.roodman,
    s.hansen,
  ],
  'no-transformed-rows': [
    'No unit has two complete rows that the transformation could use.',
    'The unit effects are not removed: the estimates rest on the level equation alone, whose instruments must be uncorrelated with them.',
    'a panel with more complete periods, gaps: bridge, or transform: fod',
    s.blundellBond,
  ],
  'outside-bounds': [
    'The coefficient of the lagged outcome is below its within estimate or above that of pooled least squares.',
    'Pooled least squares overstates it and within understates it; an estimate outside is a sign of weak or invalid instruments, unless sampling error explains it.',
    'other lags or roles, system: true or false; baselines: false leaves the comparison out',
    s.bond,
    s.nickell,
  ],
  'collinear-time-effects': [
    'Dummies of some periods are linear combinations of other regressors and were left out.',
    'The other coefficients do not change; those of the dummies are relative to another base.',
    'leave out regressors that are the same for all units in a period, or timeEffects: false',
    s.roodman,
  ],
  'negative-r2': [
    'R-squared is below 0.',
    'With instruments the residuals need not vary less than the outcome; R-squared says nothing about the fit then.',
    'nothing to change; judge the model by its tests',
    s.wooldridge,
  ],
  'no-diagnostics': [
    'The tests of the instruments could not be computed for this sample.',
    'Strength and validity of the instruments are not judged; the message says why.',
    'what the message names; diagnostics: false does not ask for them',
    s.kleibergenPaap,
  ],
};

const weak: Readonly<Record<string, Entry>> = {
  'dependent-moments': [
    'Some moment conditions are combinations of others.',
    'They say nothing of their own; the sets rest on the independent ones, whose number is their degrees of freedom.',
    'the groups under gmm and iv that say the same twice',
    s.roodman,
  ],
  'powerless-s': [
    'There are so many moment conditions for the units that S cannot reach its critical value.',
    'Its sets hold every value, whatever the data.',
    'fewer instruments (collapse, lags)',
    s.roodmanNote,
  ],
  'no-conditional-rank': [
    'There are fewer than two units or clusters for each moment condition.',
    'What the derivatives tell apart from the moments cannot be measured, so there are no sets of the conditional likelihood ratio.',
    'fewer instruments (collapse, lags)',
    'Kleibergen (2005), Econometrica 73(4), 1103-1123',
  ],
  'unsettled-projection': [
    'The search for a projected set still found values of the coefficient when it had used all its starts.',
    'Every value in the set belongs there, but others may be missing.',
    'places; a smaller model; the projected set of S, which needs no such search',
    'Dufour and Taamouti (2005), Econometrica 73(4), 1351-1365',
  ],
};

const covariances: Readonly<Record<string, Entry>> = {
  'uncorrected-two-step': [
    'Two-step standard errors do not allow for the weighting matrix being estimated.',
    'They are too small, by much with many instruments and few units.',
    'vcov: {type: windmeijer}, the default after two steps',
    s.windmeijer,
  ],
  'indefinite-covariance': [
    'The covariance matrix, a sum and difference over several clusterings, has a negative eigenvalue.',
    'Standard errors may be missing and tests of several coefficients negative.',
    'vcov.cluster with fewer columns',
    s.cgm,
  ],
  'few-clusters': [
    'There are few clusters, or few units of a dynamic panel.',
    'Robust standard errors are too small then, and the distributions of t and F only approximate.',
    'clusters of a coarser kind do not help; of least squares CV3 and bootstrap: {scheme: wild-cluster}, with weights webb below 12 clusters; else bootstrap: {scheme: cluster, ci: studentized}',
    s.cameronMiller,
  ],
  saturated: [
    'Rows or clusters are fitted exactly by coefficients of their own.',
    'Their residuals are 0 and add nothing to the covariance, which is too small.',
    'leave out dummies of single rows or clusters',
    s.cameronMiller,
  ],
  'uncentred-r2': [
    'Without an intercept R-squared compares with 0 and not with the mean of the outcome.',
    'It is higher than the usual one and not to be compared with it.',
    'leave the intercept in the formula',
    s.wooldridge,
  ],
  'constant-outcome': [
    'The outcome has one value in the sample.',
    'There is nothing to explain; R-squared and tests mean nothing.',
    'where, which may keep too few rows',
    s.wooldridge,
  ],
  'group-of-one': [
    'Units with one row are in the sample.',
    'Once their effects are taken out nothing of them is left: they count as rows and say nothing about the slopes.',
    'where, to leave them out; effects: random, which uses them',
    s.wooldridge,
  ],
  'no-unit-variance': [
    'The estimated variance of the unit effects is 0 (the formula gave a negative number or 0).',
    'Random effects are pooled least squares then.',
    'effects: within, if effects may be correlated with the regressors',
    'Swamy and Arora (1972), Econometrica 40(2), 261-275',
  ],
  'not-converged': [
    'An iteration stopped before it settled.',
    'The estimate depends on where it stopped and is neither the iterated nor the continuously updated one.',
    'steps: 2; fewer instruments',
    'Hansen, Heaton and Yaron (1996), Journal of Business and Economic Statistics 14(3), 262-280',
  ],
};

const comparisons: Readonly<Record<string, Entry>> = {
  'singular-difference': [
    'The covariance of the differences of two fits has not full rank.',
    'The statistic uses its generalised inverse and has as many degrees of freedom as the rank.',
    'compare fewer coefficients, those that both fits estimate by different information',
    s.hausman,
  ],
  'indefinite-difference': [
    'V(b) - V(B) has negative eigenvalues, although one fit should be efficient.',
    'The sample is far from what the test assumes, and the statistic may be too small or negative.',
    'the robust form of the test, which needs no efficient fit',
    s.hausman,
    s.wooldridge,
  ],
  'not-compared': [
    'Some variables do not vary both within units and between them.',
    'Their coefficients are not part of the comparison.',
    'nothing to change',
    s.wooldridge,
  ],
  'few-added-moments': [
    'One fit has fewer additional moments than the test has differences.',
    'Asymptotically the differences have no more degrees of freedom than that, so the p-value is too high.',
    'compare fewer coefficients, or use the difference-in-Hansen test',
    s.hausman,
    'Newey (1985), Journal of Econometrics 29(3), 229-256',
  ],
};

const bootstraps: Readonly<Record<string, Entry>> = {
  'failed-replicates': [
    'More than one in a hundred replicates could not be estimated.',
    'The bootstrap describes the resamples that could be, which may be the tamer ones.',
    'fewer instruments; failures of the result counts the reasons',
    s.hallHorowitz,
  ],
  'fixed-clusters': [
    'Clusters of a permutation test have as many rows as no other.',
    'Whole clusters are exchanged with others of the same size only; these stay where they are and add no evidence.',
    'nothing to change, or permutations of rows within clusters: within',
    s.freedmanLane,
  ],
  'singular-replicates': [
    'In some replicates a weighting matrix was singular and its Moore-Penrose inverse was used.',
    'Those replicates vary more; standard errors may be too large.',
    'fewer instruments (collapse, lags), or steps: 1',
    s.hallHorowitz,
  ],
  'partial-bootstrap': [
    'The bootstrap was stopped before all replicates were done.',
    'Results rest on the replicates done; their Monte Carlo error is larger and they are not reproducible to the bit.',
    'let it run, or go on with --resume from a --checkpoint',
    s.hallHorowitz,
  ],
  'precision-not-reached': [
    'All replicates are done and the Monte Carlo error is still above the precision asked for.',
    'Standard errors would change by about that much with another seed.',
    'bootstrap.reps higher, or bootstrap.precision lower',
    'Andrews and Buchinsky (2000), Econometrica 68(1), 23-51',
  ],
  'failed-jackknife': [
    'Without some units there is no estimate.',
    'The jackknife, and with it the acceleration of BCa intervals, rests on the other units.',
    'bootstrap.ci without bca; fewer instruments or regressors that few units carry',
    'Efron (1987), Journal of the American Statistical Association 82(397), 171-185',
  ],
  'no-replicate-errors': [
    'Some replicates have an estimate and no standard error.',
    'Studentized intervals rest on the other replicates.',
    'bootstrap.ci: percentile; fewer instruments (collapse, lags)',
    s.windmeijer,
  ],
  'no-bca-interval': [
    'The BCa interval of a coefficient does not exist.',
    'All replicates lie on one side of the estimate, or the correction leaves no share of them.',
    'bootstrap.reps higher, or bootstrap.ci: percentile or studentized',
    'Efron (1987), Journal of the American Statistical Association 82(397), 171-185',
  ],
  'confidence-set': [
    'The confidence set of a coefficient, from an inverted bootstrap test, has gaps or no end.',
    'The values that the test does not reject are not one interval; the interval printed only spans them.',
    'bootstrap.ci: percentile or normal give intervals always; more or other clusters',
    s.cameronMiller,
  ],
  'untested-constant': [
    'The constant beside fixed effects has no wild bootstrap test.',
    'It is the average of the effects, which no cluster decides alone.',
    'a model without effects, or a test of the other coefficients',
    s.cameronMiller,
  ],
  'checkpoint-not-written': [
    'The checkpoint of the bootstrap could not be written.',
    'The result is complete; a stopped run could not have been resumed.',
    '--checkpoint with a file that can be written',
  ],
};

export const warnings = [instruments, weak, covariances, comparisons, bootstraps].flatMap(
  (entries) => explained('warning', entries),
);
