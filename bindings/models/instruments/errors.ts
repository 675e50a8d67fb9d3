import { type EconError, IdentificationError } from '../../core/errors/errors.js';
import { errorFromStatus } from '../../core/engine/status-errors.js';
import { Status } from '../../core/engine/status.js';
import { statusError, statusTold } from '../../core/engine/status-sentences.js';
import * as said from '../../words/errors/models/instruments.js';
import { collinear, unseparated } from '../../words/errors/models/regressors.js';
import { listed } from '../../words/text/messages.js';
import type { Told } from '../../words/told.js';
import { dependenceOf, linearError } from '../linear/estimate/errors.js';
import { collinearColumns, effectName } from '../linear/estimate/explain-collinear.js';
import { explainedRows, transformationError } from '../linear/estimate/transformed-errors.js';
import type { InstrumentProblem } from './problem.js';
import type { InstrumentFailure } from './records.js';
import type { InstrumentSample } from './sample.js';

/** Turns a status of the core into an error that uses the names of the model. */
export function instrumentError(
  failure: InstrumentFailure,
  problem: InstrumentProblem,
  sample: InstrumentSample,
): EconError {
  const { status, dropped } = failure;
  const { estimator } = problem;
  const say = (told: Told) => errorFromStatus(status, told, estimator);
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
        ? say(statusTold(status))
        : say(unconverged(failure, problem));
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
      return say(statusTold(status));
  }
}

/** Reports fewer excluded instruments than endogenous regressors; `dropped` are the collinear ones. */
function underIdentified(
  estimator: string,
  { endogenous, instruments }: InstrumentSample,
  dropped: readonly string[],
): IdentificationError {
  const kept = instruments.filter((name) => !dropped.includes(name));
  const missing = endogenous.length - kept.length;
  return new IdentificationError(
    said.underIdentified({ instruments: kept, endogenous, dropped, missing }),
    { of: estimator, status: Status.UnderIdentified },
  );
}

function singularWeight({ rankWeight: rank }: InstrumentFailure, count: number): Told {
  const detail = { rank, coefficients: count };
  return rank < count ? said.weightOfLowRank(detail) : said.undeterminedByRounding(detail);
}

function coefficients({ endogenous, exogenous }: InstrumentSample): string[] {
  return [...endogenous, ...exogenous];
}

function effectNames({ transformation: { absorbed } }: InstrumentProblem) {
  return absorbed.length > 0 && { effects: listed(absorbed.map(({ name }) => name)) };
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
  const effects = effectNames(problem);
  if (first === undefined) {
    return errorFromStatus(status, unseparated({ column, ...effects }), estimator);
  }
  const absorbed = new Set(problem.transformation.absorbed.map(effectName));
  const columns = first.explainedBy.filter((name) => !absorbed.has(name));
  const parts = dependenceOf({ name: column, explainedBy: columns }, sample.rows.differencedBy);
  return errorFromStatus(
    status,
    collinear({ ...parts, ...effects, collinear: redundant }),
    estimator,
  );
}

/** An iteration that did not converge, with its best point. */
function unconverged(
  { objective, best }: InstrumentFailure,
  { method: { steps, tolerance, maxIterations } }: InstrumentProblem,
): Told {
  return said.notConverged({
    params: best,
    objective,
    tolerance: tolerance!,
    maxIterations: maxIterations!,
    method: steps === 4 ? 'cue' : 'iterated',
  });
}

function noDegrees({ transformation }: InstrumentProblem, sample: InstrumentSample): Told {
  const effects = transformation.absorbed.map(({ name, count }) => ({ name, count }));
  return said.tooFewForInstruments({
    rows: sample.rows.nrows,
    names: coefficients(sample),
    effects,
  });
}

function indefinite({ method }: InstrumentProblem): Told {
  if (method.kind === 'gmm') return said.indefiniteMoments();
  return said.indefiniteEquations(method.kind === 'kclass' ? { kappa: method.kappa } : {});
}
