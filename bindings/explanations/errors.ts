/** Errors that come from the sample or the arithmetic; those of input say themselves what was expected. */
import { type Entry, explained } from './explanation.js';
import { sources as s } from './sources.js';

const engine: Readonly<Record<string, Entry>> = {
  'out-of-memory': [
    'The problem needs more memory than WebAssembly has, 4 GiB a worker.',
    'Nothing was estimated.',
    'fewer instruments (collapse, lags), or fewer replicates kept',
  ],
  'bad-record': [
    'The engine and the package do not belong to the same build.',
    'Nothing was estimated.',
    'install the package again, or build it anew',
  ],
  trap: [
    'The engine stopped at an instruction it cannot carry out.',
    'Nothing was estimated; this is a bug.',
    'report it with the model and the data',
  ],
};

const samples: Readonly<Record<string, Entry>> = {
  'one-group': [
    'A column that is to part the rows into groups has fewer than two values.',
    'There is nothing to compare.',
    'a column with a value for each group',
  ],
  'no-coefficient': [
    'A specification of a multiverse does not have the coefficient that is compared.',
    'It has no place on the curve; a role may have made the variable an instrument only, or a time effect took its place.',
    'multiverse.coefficient, or fewer choices in multiverse.over',
  ],
  'no-compat': [
    'The rules of another program were to be told from those of xtabond2, which the model follows already.',
    'There is nothing to compare.',
    'compat: gretl, plm or xtdpdgmm in a dynamic panel model',
  ],
  'cannot-simulate': [
    'Panels like that of the fit cannot be simulated: the process is not stationary, has no error variance, or the outcome enters in another way than by its lags.',
    'There is no power and no design study; the estimate is not affected.',
    'persistence, or a formula and instruments with lags and differences of the outcome and of regressors that move with errors',
    s.blundellBond,
  ],
  'empty-sample': [
    'No row has everything that the model needs.',
    'Nothing was estimated; the message says what is missing, and with a panel which lag reaches too far back.',
    'where, fewer lags, or gaps',
    s.roodman,
  ],
  'non-finite-input': [
    'A number in the sample is infinite or not a number.',
    'Nothing was estimated.',
    'the data, or logarithms of 0 in the formula',
  ],
  'shape-mismatch': [
    'Parts of the problem do not fit each other.',
    'Nothing was estimated; this is a bug.',
    'report it with the model and the data',
  ],
  'bad-option': [
    'An option has a value that is not known.',
    'Nothing was estimated.',
    'the option that the message names',
  ],
};

const identification: Readonly<Record<string, Entry>> = {
  'singular-moments': [
    'The covariance of the moment conditions has a lower rank than the instruments: too few units or clusters, or a sum over several clusterings.',
    'Tests that are robust to weak instruments need its inverse; none was computed.',
    'fewer instruments (collapse, lags), fewer dimensions of vcov.cluster',
    s.roodmanNote,
  ],
  'nonlinear-moments': [
    'The sets that are robust to weak instruments take moment conditions that are linear in the coefficients.',
    'None was computed.',
    'nonlinear: false',
    'Kleibergen (2005), Econometrica 73(4), 1103-1123',
  ],
  'rank-deficient': [
    'A regressor is a linear combination of others in the sample.',
    'Its coefficient is not identified. Nothing is dropped silently, as which one to drop is a choice.',
    'leave the regressor that the message names out of the formula',
    s.wooldridge,
  ],
  'under-identified': [
    'There are fewer instruments than coefficients.',
    'The coefficients are not identified.',
    'more instruments: wider lags, collapse: false, iv',
    s.hansen,
    s.arellanoBond,
  ],
  'too-few-clusters': [
    'There is one cluster, or fewer than the covariance needs.',
    'Its covariance does not exist.',
    'vcov.cluster',
    s.cameronMiller,
  ],
  'no-degrees-of-freedom': [
    'There are no more rows than coefficients.',
    'The variance of errors cannot be estimated.',
    'fewer regressors or effects',
    s.wooldridge,
  ],
  'endogenous-twice': [
    'A variable is listed twice among the endogenous ones.',
    'Its coefficient would not be identified.',
    'the formula',
    s.wooldridge,
  ],
  'endogenous-and-exogenous': [
    'A variable is both exogenous and endogenous in the formula.',
    'Its coefficient would not be identified.',
    'the formula',
    s.wooldridge,
  ],
  'outcome-as-regressor': [
    'The outcome stands on both sides of the formula.',
    'It would explain itself.',
    'a lag of it, L.y, where that is meant',
    s.wooldridge,
  ],
  'outcome-as-instrument': [
    'The outcome is its own instrument.',
    'It moves with its own error and is not valid.',
    'lags of it under gmm of a dynamic panel',
    s.wooldridge,
  ],
  'instrument-as-regressor': [
    'A variable is a regressor and an excluded instrument.',
    'An exogenous regressor is its own instrument, an endogenous one is not valid as one.',
    'the formula: in one place only',
    s.wooldridge,
  ],
};

const numerical: Readonly<Record<string, Entry>> = {
  'not-positive-definite': [
    'A matrix that must be positive definite is not.',
    'No estimate is reported rather than a wrong one.',
    'regressors of similar scale, fewer instruments, fewer columns of clusters',
    s.hansen,
  ],
  overflow: [
    'Numbers became too large for double precision.',
    'No estimate is reported rather than a wrong one.',
    'variables in other units',
  ],
  'too-many-failed-draws': [
    'More than half of the bootstrap replicates could not be estimated.',
    'What is left does not describe the sampling distribution.',
    'fewer instruments or regressors; the message counts the reasons',
    s.hallHorowitz,
  ],
  'no-implied-probabilities': [
    'No probabilities of the units make the moment conditions of the sample zero: zero is outside their convex hull.',
    'There is no distribution for recenter brown-newey to draw from; with many instruments for the number of units that is usual.',
    'fewer instruments, or recenter true, which centres the moments',
    s.brownNewey,
  ],
};

export const errors = [engine, samples, identification, numerical].flatMap((entries) =>
  explained('error', entries),
);
