import type { Engine } from '../../core/engine/engine.js';
import type { DataInput } from '../../data/to-table.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import type { Fitted } from '../fitted.js';
import { checkAbsorbedCovariance } from '../linear/model/absorbed.js';
import { linearFormula } from '../linear/model/formula.js';
import { buildSample, type LinearSample } from '../linear/design/sample.js';
import { estimateTransformed } from '../linear/estimate/transformed.js';
import type { OlsModel } from './model.js';
import { fitOlsRows, type OlsRowsFitted } from './rows.js';

/** A fit with its rows and estimates, from which tests start. */
export interface OlsFitted extends Fitted, OlsRowsFitted {
  readonly estimator: 'ols';
  readonly model: OlsModel;
  readonly result: FitResult;
}

/**
 * Estimates a regression by ordinary or weighted least squares.
 *
 * @throws InputError, IdentificationError, NumericalError, EngineError
 */
export function fitOls(
  engine: Engine,
  model: OlsModel,
  data: DataInput,
  known?: FitResult,
): OlsFitted {
  const sample = olsSample(engine, model, data);
  const absorbs = sample.absorbed.length > 0;
  const estimate = absorbs
    ? (rows: LinearSample) => estimateAbsorbed(engine, model, rows)
    : undefined;
  return { estimator: 'ols', model, ...fitOlsRows(engine, model, sample, { estimate, known }) };
}

function estimateAbsorbed(
  engine: Engine,
  { vcov, weights, absorb }: OlsModel,
  sample: LinearSample,
) {
  const transformation = { kind: 'absorbed', absorbed: sample.absorbed } as const;
  const problem = { estimator: 'ols', weightType: weights?.type, vcov, absorb, transformation };
  return estimateTransformed(engine, problem, sample);
}

/** The rows of a model, with all its regressors. */
export function olsSample(engine: Engine, model: OlsModel, data: DataInput): LinearSample {
  const formula = linearFormula('ols', model.formula);
  if (formula.effects.length > 0) checkAbsorbedCovariance(model.vcov.type);
  return buildSample({ ...model, formula }, data, elementaryMath(engine));
}
