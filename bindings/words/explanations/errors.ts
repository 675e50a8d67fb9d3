/** Explanations of errors from the sample or the arithmetic. Messages of input errors say what was expected. */
import { dataErrors } from './data/errors.js';
import { stepErrors } from './data/steps.js';
import { fileErrors } from './file-errors.js';
import { figureErrors } from './figures.js';
import type { Entries } from './explanation.js';
import { postestimationErrors } from './analyses/postestimation.js';
import { bundleErrors } from './analyses/bundles.js';
import { claimErrors } from './analyses/claims.js';
import { arrayErrors } from './analyses/arrays.js';
import { indexErrors } from './analyses/indices.js';
import { machineErrors } from './analyses/machines.js';
import { sources as s } from './sources.js';

const engine = {
  'out-of-memory': [
    'The problem needs more than the 4 GiB that WebAssembly has per worker, or more than its share of a limit on virtual memory (ulimit -v).',
    'Nothing was estimated.',
    'Use fewer instruments (collapse, lags) or workers, keep fewer replicates, or raise the limit on virtual memory.',
  ],
  'bad-record': [
    'The engine and the package come from different builds.',
    'Nothing was estimated.',
    'Reinstall the package, or build it again.',
  ],
  'checkpoint-not-read': [
    'The checkpoint of the bootstrap exists, but it could not be read.',
    'Nothing was computed, and the checkpoint is unchanged.',
    'Check the disk and the permissions, or start again with another checkpoint.',
  ],
  trap: [
    'The engine stopped at an invalid instruction.',
    'Nothing was estimated. This is a bug.',
    'Report it with the model and the data.',
  ],
} satisfies Entries;

const samples = {
  'other-fit': [
    'The data or the model are not those from which the result was computed: the estimates differ.',
    'An analysis would mix the result with other data. Nothing was computed.',
    'Pass the data and the model of the fit, or estimate the model again and use the new result.',
  ],
  'data-changed': [
    'The table that was estimated has other values now in the columns of the model.',
    'The analysis reads the table again, so it would mix the fit with other data. Nothing was computed.',
    'Estimate the model again, or do all analyses of a fit before you write to its table.',
  ],
  'one-group': [
    'The column that defines the groups has fewer than two values, or fewer than two of its groups can be estimated.',
    'There are no groups to compare.',
    'Choose a column with a value for each group, or merge small groups.',
  ],
  'several-models': [
    'The formula has several outcomes or steps, as c(y1, y2) and sw(a, b), or the model has samples, and one model was expected.',
    'Nothing was estimated.',
    'Use fitAll in a program, a list of models in a study, or the commands ols, fit and table; or write one model.',
  ],
  'too-many-models': [
    'The outcomes and steps of one formula make more than 1000 models.',
    'Nothing was estimated.',
    'Write fewer steps, or several formulas. The multiverse varies many choices at once.',
  ],
  'no-coefficient': [
    'A specification of a multiverse lacks the coefficient that is compared.',
    'The specification is not on the curve. A role may have turned the variable into an instrument only, or a time effect may have replaced it.',
    'Change multiverse.coefficient, or remove choices from multiverse.over.',
  ],
  'no-compat': [
    'The model already follows the rules of xtabond2, so there are no other rules to compare with them.',
    'No comparison of rules is reported.',
    'Set compat to gretl, plm or xtdpdgmm in a dynamic panel model.',
  ],
  'cannot-simulate': [
    'Panels like the data cannot be simulated from the fit. The process is not stationary, has no error variance, or the formula contains a function of the outcome other than its lags.',
    'There is no power study and no design study. The estimates are not affected.',
    'Set persistence, or write the formula and instruments with lags and differences of the outcome and of regressors that depend on the errors.',
    s.blundellBond,
  ],
  'empty-sample': [
    'No row has all the values that the model needs.',
    'Nothing was estimated. The message names what is missing and, in a panel, the lag that reaches too far back.',
    'Check where, use fewer lags, or change gaps.',
    s.roodman,
  ],
  'non-finite-input': [
    'The sample has a value that is infinite or not a number.',
    'Nothing was estimated.',
    'Check the data, and logarithms of 0 in the formula.',
  ],
  'shape-mismatch': [
    'Parts of the problem have sizes that do not match.',
    'Nothing was estimated. This is a bug.',
    'Report it with the model and the data.',
  ],
  'bad-option': [
    'An option has an unknown value.',
    'Nothing was estimated.',
    'Correct the option that the message names.',
  ],
} satisfies Entries;

const formulas = {
  'redundant-term': [
    'Every column of a term with i() is already in the model, by other terms or by absorbed effects.',
    'The term would have no coefficient. Nothing was estimated.',
    'Omit the term, or the absorbed effect that contains it.',
  ],
  'too-many-levels': [
    'A term with i() has more than 1000 levels or combinations of levels.',
    'Computing time grows with the cube of the number of columns. Nothing was estimated.',
    'Absorb the effects, as in y ~ x | g, or use a factor with fewer levels.',
  ],
  'reserved-name': [
    'A column of the formula is called _cons, the name of the intercept.',
    'Two coefficients would share a name, and one would be lost. Nothing was estimated.',
    'Rename the column in the data.',
  ],
  'duplicate-name': [
    'Two columns of the model have the same name, such as a level that reads as an interaction.',
    'Two coefficients would share a name, and one would be lost. Nothing was estimated.',
    'Rename a column or a level in the data.',
  ],
  'ambiguous-coefficient': [
    'A hypothesis or function writes a coefficient with other spaces inside its name or level than the result does.',
    'Nothing was tested, as another coefficient might be meant.',
    'Write the name as the result prints it, with its spaces.',
  ],
} satisfies Entries;

const identification = {
  'singular-moments': [
    'The covariance of the moment conditions has a lower rank than the instruments. Either there are too few units or clusters, or it is a sum over several clusterings.',
    'Tests that are robust to weak instruments need its inverse, so none was computed.',
    'Use fewer instruments (collapse, lags), or fewer columns in vcov.cluster.',
    s.roodmanNote,
  ],
  'nonlinear-moments': [
    'Some moment conditions are nonlinear in the coefficients.',
    'Confidence sets that are robust to weak instruments need linear ones, so none was computed.',
    'Set nonlinear: false.',
    'Kleibergen (2005), Econometrica 73(4), 1103-1123',
  ],
  'omitted-coefficient': [
    'An expression or an option names a coefficient that the estimate left out as collinear.',
    'The coefficient is not identified, so nothing can be said about it. The result lists it under omitted.',
    'Name another coefficient, or put the regressor before those that explain it, so that one of them is left out.',
    s.wooldridge,
  ],
  'rank-deficient': [
    'A regressor is a linear combination of others in the sample.',
    'Its coefficient is not identified. The fit is refused with collinear: error, or if no estimate would be left.',
    'Remove the regressor that the message names from the formula, or set collinear: omit.',
    s.wooldridge,
  ],
  'under-identified': [
    'There are fewer instruments than coefficients.',
    'The coefficients are not identified.',
    'Add instruments: wider lags, collapse: false, or iv.',
    s.hansen,
    s.arellanoBond,
  ],
  'too-many-lags': [
    'The bandwidth of a hac or Driscoll-Kraay covariance is not below the number of periods.',
    'No two rows are so far apart. All weights would be near 1, and the sum of all scores is 0, so the standard errors would be near 0.',
    'Set a bandwidth below the number of periods, or auto.',
    'Newey and West (1987), Econometrica 55(3), 703-708',
  ],
  'too-few-clusters': [
    'There is one cluster, or there are fewer than the covariance needs.',
    'The covariance does not exist.',
    'Choose another column in vcov.cluster.',
    s.cameronMiller,
  ],
  'no-degrees-of-freedom': [
    'There are no more rows than coefficients.',
    'The error variance cannot be estimated.',
    'Use fewer regressors or effects.',
    s.wooldridge,
  ],
  'endogenous-twice': [
    'The formula lists an endogenous variable twice.',
    'Its coefficient is not identified.',
    'List the variable once.',
    s.wooldridge,
  ],
  'endogenous-and-exogenous': [
    'The formula lists a variable as exogenous and as endogenous.',
    'Its coefficient is not identified.',
    'List the variable in one part of the formula.',
    s.wooldridge,
  ],
  'outcome-as-regressor': [
    'The outcome is also a regressor.',
    'It would explain itself.',
    'Remove it, or use a lag of it, such as L.y.',
    s.wooldridge,
  ],
  'outcome-as-instrument': [
    'The outcome is also an instrument.',
    'It is correlated with the error, so it is not valid.',
    'Remove it. In a dynamic panel, list its lags under gmm.',
    s.wooldridge,
  ],
  'instrument-as-regressor': [
    'A variable is a regressor and also an excluded instrument.',
    'An exogenous regressor is an instrument already; an endogenous one is not a valid instrument.',
    'List the variable in one part of the formula.',
    s.wooldridge,
  ],
} satisfies Entries;

const numerical = {
  'not-positive-definite': [
    'A matrix that must be positive definite is not.',
    'A wrong estimate would be worse than none, so none is reported.',
    'Rescale the regressors to similar size, use fewer instruments, or cluster by fewer columns.',
    s.hansen,
  ],
  'extreme-column': [
    'Powers of a column come near the limits of a double: fourth powers in a dynamic panel (values above 1e60 or below 1e-60), squares in a model whose file is streamed.',
    'Sums of these powers would be infinite or 0, so nothing was estimated.',
    'Measure the column in other units.',
  ],
  overflow: [
    'Some numbers exceed the range of double precision.',
    'A wrong estimate would be worse than none, so none is reported.',
    'Measure the variables in other units.',
  ],
  'extreme-value': [
    'A column has values so large or so small that their products leave the range of double precision.',
    'Variances would be infinite or zero, and a regressor could look as if it did not vary.',
    'Divide or multiply the column by a constant. Coefficients then change by the same constant.',
  ],
  'too-many-failed-draws': [
    'More than half of the bootstrap replicates could not be estimated.',
    'The rest do not describe the sampling distribution.',
    'Use fewer instruments or regressors. The message counts the reasons.',
    s.hallHorowitz,
  ],
  'no-implied-probabilities': [
    'No probabilities of the units set the sample moments to zero, because zero is outside their convex hull.',
    'The option recenter: brown-newey has no distribution to draw from. This is common when there are many instruments relative to the number of units.',
    'Use fewer instruments, or recenter: true, which centres the moments.',
    s.brownNewey,
  ],
} satisfies Entries;

export const errors = {
  ...engine,
  ...machineErrors,
  ...fileErrors,
  ...samples,
  ...formulas,
  ...identification,
  ...numerical,
  ...arrayErrors,
  ...dataErrors,
  ...stepErrors,
  ...postestimationErrors,
  ...indexErrors,
  ...claimErrors,
  ...figureErrors,
  ...bundleErrors,
};
