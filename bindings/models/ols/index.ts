import type { Engine } from '../../core/engine.js';
import type { DataInput } from '../../data/index.js';
import { elementaryMath } from '../../numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import type { Estimator, Fitted } from '../describe.js';
import { checkAbsorbedCovariance } from '../linear/model/absorbed.js';
import { estimateRows } from '../linear/estimate/estimate.js';
import { linearFormula } from '../linear/model/formula.js';
import type { LinearEstimate } from '../linear/estimate/records.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import { buildSample, type LinearSample, withoutColumns } from '../linear/design/sample.js';
import { estimateTransformed, type TransformedEstimate } from '../linear/estimate/transformed.js';
import type { OlsModel } from './model.js';
import { readOls } from './read.js';
import { olsResult } from './result.js';

/** A fit with its rows and estimates, from which tests start. */
export interface OlsFitted extends Fitted {
  readonly estimator: 'ols';
  readonly model: OlsModel;
  readonly sample: LinearSample;
  readonly estimate: LinearEstimate | TransformedEstimate;
}

/**
 * Estimates a regression by ordinary or weighted least squares.
 *
 * @throws InputError, IdentificationError, NumericalError, EngineError
 */
function fitOls(engine: Engine, model: OlsModel, data: DataInput, known?: FitResult): OlsFitted {
  const { sample, estimate, omitted } = omitCollinear(olsSample(engine, model, data), {
    collinear: model.collinear,
    estimate: (rows) => estimateOls(engine, model, rows),
    without: withoutColumns,
  });
  const result = known ?? olsResult(engine, model, { sample, omitted }, estimate);
  return { estimator: 'ols', model, result, sample, estimate };
}

/** The rows of a model, with all its regressors. */
export function olsSample(engine: Engine, model: OlsModel, data: DataInput): LinearSample {
  const formula = linearFormula('ols', model.formula);
  if (formula.effects.length > 0) checkAbsorbedCovariance(model.vcov.type);
  return buildSample({ ...model, formula }, data, elementaryMath(engine));
}

function estimateOls(
  engine: Engine,
  { vcov, weights, absorb }: OlsModel,
  sample: LinearSample,
): LinearEstimate | TransformedEstimate {
  const problem = { estimator: 'ols', weightType: weights?.type, vcov };
  const { absorbed } = sample;
  if (absorbed.length === 0) return estimateRows(engine, problem, sample);
  const transformation = { kind: 'absorbed', absorbed } as const;
  return estimateTransformed(engine, { ...problem, absorb, transformation }, sample);
}

export const olsEstimator: Estimator<OlsModel, OlsFitted> = {
  name: 'ols',
  read: readOls,
  fit: fitOls,
};
