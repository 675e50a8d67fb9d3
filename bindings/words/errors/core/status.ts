/** The general meaning of each status of the core, in English: what was expected, what was found, what to do. */
import { says } from '../../told.js';

export const statusSentences = {
  Ok: says('ok/status', 'expected a failure, found none; please report the data and the model'),
  OutOfMemory: says(
    'out-of-memory/status',
    'expected at most 4 GiB of memory, found a need for more; use fewer rows, regressors or instruments',
  ),
  BadRecord: says(
    'bad-record/status',
    'expected a core of the same build, found another one; reinstall the package',
  ),
  Trap: says(
    'trap/status',
    'expected an answer of the core, found none; please report the data and the model',
  ),
  EmptySample: says(
    'empty-sample/status',
    'expected rows with all variables of the model, found none; check missing values, where and lags',
  ),
  NonFiniteInput: says(
    'non-finite-input/status',
    'expected finite numbers, found missing or infinite ones; remove these rows, or check logarithms and ratios of 0',
  ),
  ShapeMismatch: says(
    'shape-mismatch/status',
    'expected columns of one length and no repeated periods, found others; check the lengths and the order of rows',
  ),
  BadOption: says(
    'bad-option/status',
    'expected options that go together, found some that the data rule out; choose another vcov or other weights',
  ),
  TooManyLags: says(
    'too-many-lags/status',
    'expected fewer lags than periods, found as many or more; use a smaller bandwidth or auto',
  ),
  RankDeficient: says(
    'rank-deficient/status',
    'expected regressors that are linearly independent, found one that the others explain; leave it out',
  ),
  UnderIdentified: says(
    'under-identified/status',
    'expected at least as many independent instruments as coefficients, found fewer; add instruments or leave out regressors',
  ),
  TooFewClusters: says(
    'too-few-clusters/status',
    'expected at least two clusters or periods, found fewer; choose a column with more groups, or another vcov',
  ),
  NoDegreesOfFreedom: says(
    'no-degrees-of-freedom/status',
    'expected more rows than coefficients and absorbed effects, found no more; leave out regressors or add rows',
  ),
  NotPositiveDefinite: says(
    'not-positive-definite/status',
    'expected a positive definite matrix, found a singular or indefinite one; leave out nearly collinear columns, or choose another vcov',
  ),
  SingularWeighting: says(
    'singular-weighting/status',
    'expected a weighting matrix with an inverse, found a singular one; use fewer instruments or another weighting matrix',
  ),
  Overflow: says(
    'overflow/status',
    'expected finite estimates, found others; rescale columns to similar sizes, and leave out nearly collinear columns',
  ),
  ExtremeColumn: says(
    'extreme-column/status',
    'expected columns of sizes between 1e-60 and 1e60, found one beyond; change its units',
  ),
  NotConverged: says(
    'not-converged/status',
    'expected iterations that converge, found none; rescale columns to similar sizes, or raise the number of iterations',
  ),
  TooManyFailedDraws: says(
    'too-many-failed-draws/status',
    'expected an estimate from most resamples, found too few; use larger units to draw, or fewer regressors',
  ),
};
