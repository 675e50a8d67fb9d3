import type { EconError } from '../../../core/errors/errors.js';
import { listed } from '../../../words/text/messages.js';
import { errorFromStatus } from '../../../core/engine/status-errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusTold } from '../../../core/engine/status-sentences.js';
import { absorbed, collinear } from '../../../words/errors/models/regressors.js';
import * as said from '../../../words/errors/models/sample.js';
import { type Told, toldAgain } from '../../../words/told.js';
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
  const say = (told: Told) => errorFromStatus(status, told, estimator);
  switch (status) {
    case Status.RankDeficient: {
      const redundant = absorbedColumns(explainedRows(model, sample), vanished);
      return say(absorbed({ column, effects, collinear: redundant }));
    }
    case Status.NotConverged: {
      const { tolerance, maxIterations } = model.absorb;
      return say(said.effectsNotConverged({ column, effects, tolerance, maxIterations }));
    }
    default:
      return say(toldAgain(statusTold(status), { column, effects }));
  }
}

/** Makes the error for a status returned by the regression of transformed rows. */
export function regressionError(
  failure: Failure,
  model: TransformedModel,
  sample: LinearSample,
): EconError {
  const { status } = failure;
  const say = (told: Told) => errorFromStatus(status, told, model.estimator);
  if (status === Status.NoDegreesOfFreedom) return say(noDegrees(model, sample));
  if (status === Status.NotPositiveDefinite && model.transformation.kind === 'random') {
    return say(said.noErrorVariance({ depvar: sample.depvar }));
  }
  if (status !== Status.RankDeficient || model.transformation.absorbed.length === 0) {
    return linearError(model.estimator, failure, sample);
  }
  const redundant = collinearColumns(explainedRows(model, sample), failure.dependence);
  const column = sample.names[failure.detail];
  if (column === undefined) return say(statusTold(status));
  const first = redundant.find(({ name }) => name === column);
  const given = new Set([...model.transformation.absorbed.map(effectName), '_cons']);
  const columns = (first?.explainedBy ?? []).filter((name) => !given.has(name));
  const effects = effectNames(model);
  return say(collinear({ column, columns, form: 'combination', effects, collinear: redundant }));
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

function noDegrees({ transformation }: TransformedModel, { nrows, names }: LinearSample): Told {
  const { kind, absorbed: groups, units } = transformation;
  const counts = { rows: nrows, coefficients: names.length };
  if (kind === 'random' || kind === 'between') {
    return said.tooFewUnits({ ...counts, units: units!.count });
  }
  const effects = groups.map(({ name, count }) => ({ name, count }));
  return said.tooFewForEffects({ ...counts, effects });
}
