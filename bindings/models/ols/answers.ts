/** How least squares answer the questions about a fit. */
import { elementaryMath } from '../../core/numerics/elementary.js';
import { parseCanonical } from '../../data/formula/canonical.js';
import { codedRegressors, keptColumns, linearAnswers } from '../linear/answers.js';
import { buildSample, type LinearSample } from '../linear/design/sample.js';
import { absorbing, type LinearRows } from '../linear/fitted.js';
import { linearFormula } from '../linear/model/formula.js';
import type { FittedModel } from '../protocol.js';
import { type OlsFitted, olsSample } from './fit.js';
import type { OlsModel } from './model.js';

export const olsAnswers: FittedModel<OlsFitted, OlsModel> = {
  ...linearAnswers<OlsFitted>((fit) => ({
    ...linearRows(fit.model, fit.sample),
    estimate: fit.estimate,
    result: fit.result,
  })),
  regressors: ({ model }) => codedRegressors(parseCanonical(model.formula), model),
  design: (engine, model, data) =>
    buildSample(
      { ...model, formula: linearFormula('ols', model.formula), differences: false },
      data,
      elementaryMath(engine),
    ),
  streamed: async () => (await import('./streamed.js')).streamedOls,
  resampled: (engine, model, table, names) => ({
    linear: linearRows(model, keptColumns(olsSample(engine, model, table), names)),
  }),
};

function linearRows(model: OlsModel, rows: LinearSample): LinearRows {
  return { estimator: 'ols', model, rows, transformation: absorbing(rows) };
}
