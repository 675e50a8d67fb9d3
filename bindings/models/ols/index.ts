import type { Engine } from '../../core/engine.js';
import type { DataInput } from '../../data/index.js';
import { elementaryMath } from '../../numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import type { Estimator, Fitted } from '../describe.js';
import { checkAbsorbedCovariance } from '../linear/model/absorbed.js';
import { linearFormula } from '../linear/model/formula.js';
import { buildSample, type LinearSample } from '../linear/design/sample.js';
import type { OlsModel } from './model.js';
import { readOls } from './read.js';
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
function fitOls(engine: Engine, model: OlsModel, data: DataInput, known?: FitResult): OlsFitted {
  const fitted = fitOlsRows(engine, model, olsSample(engine, model, data), known);
  return { estimator: 'ols', model, ...fitted };
}

/** The rows of a model, with all its regressors. */
export function olsSample(engine: Engine, model: OlsModel, data: DataInput): LinearSample {
  const formula = linearFormula('ols', model.formula);
  if (formula.effects.length > 0) checkAbsorbedCovariance(model.vcov.type);
  return buildSample({ ...model, formula }, data, elementaryMath(engine));
}

export const olsEstimator: Estimator<OlsModel, OlsFitted> = {
  name: 'ols',
  read: readOls,
  fit: fitOls,
};
