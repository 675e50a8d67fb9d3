/** The general meaning of each status: what was expected, what was found, and what to do. */
import type { EconError, ErrorDetail } from '../errors/errors.js';
import { errorFromStatus } from './status-errors.js';
import { type StatusName, statusName } from './status.js';

const sentences: Readonly<Record<StatusName, string>> = {
  Ok: 'expected a failure, found none; please report the data and the model',
  OutOfMemory:
    'expected at most 4 GiB of memory, found a need for more; use fewer rows, regressors or instruments',
  BadRecord: 'expected a core of the same build, found another one; reinstall the package',
  Trap: 'expected an answer of the core, found none; please report the data and the model',
  EmptySample:
    'expected rows with all variables of the model, found none; check missing values, where and lags',
  NonFiniteInput:
    'expected finite numbers, found missing or infinite ones; remove these rows, or check logarithms and ratios of 0',
  ShapeMismatch:
    'expected columns of one length and no repeated periods, found others; check the lengths and the order of rows',
  BadOption:
    'expected options that go together, found some that the data rule out; choose another vcov or other weights',
  TooManyLags:
    'expected fewer lags than periods, found as many or more; use a smaller bandwidth or auto',
  RankDeficient:
    'expected regressors that are linearly independent, found one that the others explain; leave it out',
  UnderIdentified:
    'expected at least as many independent instruments as coefficients, found fewer; add instruments or leave out regressors',
  TooFewClusters:
    'expected at least two clusters or periods, found fewer; choose a column with more groups, or another vcov',
  NoDegreesOfFreedom:
    'expected more rows than coefficients and absorbed effects, found no more; leave out regressors or add rows',
  NotPositiveDefinite:
    'expected a positive definite matrix, found a singular or indefinite one; leave out nearly collinear columns, or choose another vcov',
  SingularWeighting:
    'expected a weighting matrix with an inverse, found a singular one; use fewer instruments or another weighting matrix',
  Overflow:
    'expected finite estimates, found others; rescale columns to similar sizes, and leave out nearly collinear columns',
  ExtremeColumn:
    'expected columns of sizes between 1e-60 and 1e60, found one beyond; change its units',
  NotConverged:
    'expected iterations that converge, found none; rescale columns to similar sizes, or raise the number of iterations',
  TooManyFailedDraws:
    'expected an estimate from most resamples, found too few; use larger units to draw, or fewer regressors',
};

/** The sentence of a status, without a subject. */
export function statusSentence(status: number): string {
  return sentences[statusName(status)];
}

/** The typed error of a status, for callers that cannot describe it further. */
export function statusError(subject: string, status: number, detail: ErrorDetail = {}): EconError {
  return errorFromStatus(status, statusSentence(status), detail, subject);
}
