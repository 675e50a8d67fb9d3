import type { EconError, ErrorDetail } from '../../../core/errors/errors.js';
import { counted, listed } from '../../../words/text/messages.js';
import { errorFromStatus } from '../../../core/engine/status-errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusTold } from '../../../core/engine/status-sentences.js';
import { linearError } from './errors.js';
import {
  absorbedColumns,
  collinearColumns,
  effectName,
  type ExplainedRows,
} from './explain-collinear.js';
import type { Failure } from './records.js';
import type { LinearSample } from '../design/sample.js';
import type { TransformedModel } from './transformation.js';

/** A status that absorbing the effects returned. */
export interface TransformationFailure {
  readonly status: number;
  /** The column that the status refers to. */
  readonly place: number;
  /** 1 for the regressors in which the effects leave no variation. */
  readonly vanished: Int32Array;
}

/** Makes the error for a status returned by absorbing the effects. */
export function transformationError(
  { status, place, vanished }: TransformationFailure,
  model: TransformedModel,
  sample: LinearSample,
): EconError {
  const { estimator } = model;
  const column = sample.names[place] ?? sample.depvar;
  const effects = effectNames(model);
  const say = (problem: string, detail: ErrorDetail = {}) =>
    errorFromStatus(status, problem, { column, effects, ...detail }, estimator);
  switch (status) {
    case Status.RankDeficient:
      return say(
        `regressor "${column}" does not vary within ${effects}, so its coefficient is not identified`,
        { collinear: absorbedColumns(explainedRows(model, sample), vanished) },
      );
    case Status.NotConverged: {
      const { tolerance, maxIterations } = model.absorb;
      return say(
        `the effects of ${effects} in "${column}" have not converged to ${tolerance} after ${counted(maxIterations, 'iteration')}; raise absorb.maxIterations or absorb.tolerance`,
        { tolerance, maxIterations },
      );
    }
    default:
      return say(statusTold(status).text);
  }
}

/** Makes the error for a status returned by the regression of transformed rows. */
export function regressionError(
  failure: Failure,
  model: TransformedModel,
  sample: LinearSample,
): EconError {
  const { status } = failure;
  const say = (problem: string, detail: ErrorDetail = {}) =>
    errorFromStatus(status, problem, detail, model.estimator);
  if (status === Status.NoDegreesOfFreedom) return say(noDegrees(model, sample));
  if (status === Status.NotPositiveDefinite && model.transformation.kind === 'random') {
    return say(
      `the regressors explain "${sample.depvar}" exactly within units, so random effects have no error variance; use effects within or between`,
    );
  }
  if (status !== Status.RankDeficient || model.transformation.absorbed.length === 0) {
    return linearError(model.estimator, failure, sample);
  }
  const redundant = collinearColumns(explainedRows(model, sample), failure.dependence);
  const column = sample.names[failure.detail];
  if (column === undefined) return say(statusTold(status).text);
  const first = redundant.find(({ name }) => name === column);
  const given = new Set([...model.transformation.absorbed.map(effectName), '_cons']);
  const columns = (first?.explainedBy ?? []).filter((name) => !given.has(name));
  const effects = effectNames(model);
  return say(
    `regressor "${column}" is a linear combination of ${listed(columns)} within ${effects}`,
    { column, columns, effects, collinear: redundant },
  );
}

/** The columns of a sample and the effects that its model absorbs. */
export function explainedRows(
  { transformation }: Pick<TransformedModel, 'transformation'>,
  { names, x, nrows, differencedBy }: LinearSample,
): ExplainedRows {
  return { names, x, nrows, differencedBy, absorbed: transformation.absorbed };
}

function effectNames({ transformation }: TransformedModel): string {
  return listed(transformation.absorbed.map(({ name }) => name));
}

function noDegrees({ transformation }: TransformedModel, { nrows, names }: LinearSample): string {
  const { kind, absorbed, units } = transformation;
  const coefficients = plural(names.length, 'coefficient');
  if (kind === 'random' || kind === 'between') {
    return `${plural(nrows, 'row')} of ${plural(units!.count, 'unit')} for ${coefficients}; expected more units than coefficients, and more rows than both together: leave out regressors`;
  }
  const effects = absorbed.map(({ name, count }) => `${plural(count, 'effect')} of ${name}`);
  return `${plural(nrows, 'row')} for ${[coefficients, ...effects].join(' and ')}; expected more rows than these together: leave out regressors or effects`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
