import { plural } from '../../words/text/counts.js';
import type { EconError, ErrorDetail } from '../../core/errors/errors.js';
import { counted, listed } from '../../words/text/messages.js';
import { errorFromStatus } from '../../core/engine/status-errors.js';
import { Status } from '../../core/engine/status.js';
import { statusError, statusTold } from '../../core/engine/status-sentences.js';
import { collinear, linearError } from '../linear/estimate/errors.js';
import { collinearColumns, effectName } from '../linear/estimate/explain-collinear.js';
import { explainedRows, transformationError } from '../linear/estimate/transformed-errors.js';
import type { InstrumentProblem } from './problem.js';
import type { InstrumentFailure } from './records.js';
import { type InstrumentSample, underIdentified } from './sample.js';

/** Turns a status of the core into an error that uses the names of the model. */
export function instrumentError(
  failure: InstrumentFailure,
  problem: InstrumentProblem,
  sample: InstrumentSample,
): EconError {
  const { status, dropped } = failure;
  const { estimator } = problem;
  const say = (text: string, detail: ErrorDetail = {}) =>
    errorFromStatus(status, text, detail, estimator);
  const { detail: place, vanished } = failure;
  if (vanished !== undefined) {
    return transformationError({ status, place, vanished }, problem, sample.rows);
  }
  switch (status) {
    case Status.UnderIdentified:
      return underIdentified(estimator, sample, dropped);
    case Status.RankDeficient:
      return rankDeficient(failure, problem, sample);
    case Status.NotConverged:
      return (problem.method.steps ?? 0) < 3
        ? say(statusTold(status).text)
        : notConverged(failure, problem);
    case Status.NoDegreesOfFreedom:
      return say(noDegrees(problem, sample));
    case Status.SingularWeighting:
      return say(singularWeight(failure, coefficients(sample).length));
    case Status.NotPositiveDefinite:
      return say(indefinite(problem));
    case Status.ShapeMismatch:
    case Status.TooManyLags: {
      const shown = { ...sample.rows, order: sample.rows.order ?? sample.rows.weighting?.order };
      return linearError(estimator, { ...failure, dependence: new Float64Array() }, shown);
    }
    default:
      return say(statusTold(status).text);
  }
}

function singularWeight({ rankWeight }: InstrumentFailure, count: number): string {
  return rankWeight < count
    ? `the weighting matrix has rank ${rankWeight}; expected at least ${count}, the number of coefficients: use another weighting matrix`
    : `the weighting matrix of rank ${rankWeight} leaves the ${counted(count, 'coefficient')} undetermined by rounding; expected columns in units of similar size`;
}

function coefficients({ endogenous, exogenous }: InstrumentSample): string[] {
  return [...endogenous, ...exogenous];
}

function effectNames({ transformation }: InstrumentProblem): string {
  return listed(transformation.absorbed.map(({ name }) => name));
}

/** Names collinear exogenous regressors, or an endogenous regressor that the instruments do not explain. */
function rankDeficient(
  failure: InstrumentFailure,
  problem: InstrumentProblem,
  sample: InstrumentSample,
): EconError {
  const { estimator } = problem;
  const { status, detail, dependence } = failure;
  const column = coefficients(sample)[detail];
  if (column === undefined) return statusError(estimator, status);
  const redundant = collinearColumns(explainedRows(problem, sample.rows), dependence);
  const first = redundant.find(({ name }) => name === column);
  const { absorbed } = problem.transformation;
  const within = absorbed.length > 0 ? ` within ${effectNames(problem)}` : '';
  if (first !== undefined) {
    const effects = new Set(absorbed.map(effectName));
    const columns = first.explainedBy.filter((name) => !effects.has(name));
    const text = `${collinear({ name: column, explainedBy: columns }, sample.rows.differencedBy)}${within}`;
    const detail = { column, columns, collinear: redundant };
    return errorFromStatus(status, text, detail, estimator);
  }
  const text = `the coefficient of "${column}" is not identified: the instruments do not separate it from the other regressors${within}; add instruments or leave it out`;
  return errorFromStatus(status, text, { column }, estimator);
}

/** Reports an iteration that did not converge, with its best point. */
function notConverged(
  { status, objective, best }: InstrumentFailure,
  { estimator, method }: InstrumentProblem,
): EconError {
  const point = Object.entries(best).map(([name, value]) => `${name} ${value}`);
  const what = method.steps === 4 ? 'the continuously updated estimates' : 'the iterated estimates';
  return errorFromStatus(
    status,
    `${what} have not converged to ${method.tolerance} after ${counted(method.maxIterations!, 'iteration')} (tolerance, maxIterations); best point ${listed(point)}, where J is ${objective}`,
    { params: best, objective, tolerance: method.tolerance, maxIterations: method.maxIterations },
    estimator,
  );
}

function noDegrees({ transformation }: InstrumentProblem, sample: InstrumentSample): string {
  const names = coefficients(sample);
  const effects = transformation.absorbed.map(({ name, count }) => `${count} effects of ${name}`);
  const parts = [`${counted(names.length, 'coefficient')} (${listed(names)})`, ...effects];
  return `${plural(sample.rows.nrows, 'row')} for ${parts.join(' and ')}; expected more rows than these together: leave out regressors or effects`;
}

function indefinite({ method }: InstrumentProblem): string {
  if (method.kind === 'gmm') {
    return 'the covariance of the moments is not positive semidefinite: as a sum over several clusterings or lags it need not be; expected another weighting matrix';
  }
  const kappa = method.kind === 'kclass' ? ` with kappa ${method.kappa}` : '';
  return `the normal equations${kappa} are not positive definite; expected a smaller kappa`;
}
