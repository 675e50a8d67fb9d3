import { scope } from '../../core/arena.js';
import type { Engine } from '../../core/engine.js';
import { InputError } from '../../core/errors.js';
import { Status } from '../../core/status.js';
import { type DataInput, type Formula, parseFormula, termName } from '../../data/index.js';
import { linearFit } from '../../generated/records.js';
import { elementaryMath } from '../../stats/elementary.js';
import type { Estimator, Fitted } from '../describe.js';
import { linearError } from '../linear/errors.js';
import { type LinearEstimate, putCovariance, putSample, readEstimate } from '../linear/records.js';
import { buildSample, type LinearSample } from '../linear/sample.js';
import { olsCommand } from './command.js';
import type { OlsModel } from './model.js';
import { readOls } from './read.js';
import { olsResult } from './result.js';

/** A fit with the rows and estimates that tests of it start from. */
export interface OlsFitted extends Fitted {
  readonly estimator: 'ols';
  readonly model: OlsModel;
  readonly sample: LinearSample;
  readonly estimate: LinearEstimate;
}

/**
 * Ordinary or weighted least squares.
 *
 * @throws InputError, IdentificationError, NumericalError, EngineError
 */
function fitOls(engine: Engine, model: OlsModel, data: DataInput): OlsFitted {
  const spec = { ...model, formula: checkedFormula(model.formula) };
  const sample = buildSample(spec, data, elementaryMath(engine));
  const estimate = estimateOls(engine, model, sample);
  const result = olsResult(engine, model, sample, estimate);
  return { estimator: 'ols', model, result, sample, estimate };
}

function estimateOls(engine: Engine, model: OlsModel, sample: LinearSample): LinearEstimate {
  return scope(engine, (arena) => {
    const design = putSample(arena, sample, model.weights?.type);
    const at = arena.putRecord(linearFit, {});
    const status = engine.exports.ols_fit(design, putCovariance(arena, model.vcov), at);
    if (status !== Status.Ok) {
      throw linearError('ols', status, arena.readRecord(linearFit, at).detail, sample);
    }
    return readEstimate(arena, at, sample.nrows);
  });
}

function checkedFormula(text: string): Formula {
  const formula = parseFormula(text);
  const { depvar, regressors, intercept, effects, endogenous } = formula;
  const refuse = (code: string, problem: string) =>
    new InputError(code, `ols: ${problem}`, { formula: text });
  if (effects.length + endogenous.length > 0) {
    throw refuse(
      'formula-parts',
      `formula "${text}" has a part after "|"; expected only y ~ x1 + x2`,
    );
  }
  if (regressors.length === 0 && !intercept) {
    throw refuse('no-regressors', `formula "${text}" has no regressors; expected at least one`);
  }
  const own = termName(depvar);
  if (regressors.some((term) => termName(term) === own)) {
    throw refuse('outcome-as-regressor', `"${own}" stands on both sides of "${text}"`);
  }
  return formula;
}

export const olsEstimator: Estimator<OlsModel, OlsFitted> = {
  name: 'ols',
  read: readOls,
  fit: fitOls,
  command: olsCommand,
};
