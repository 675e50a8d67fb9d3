/** How static panels answer the questions about a fit. */
import { elementaryMath } from '../../core/numerics/elementary.js';
import { parseCanonical } from '../../data/formula/canonical.js';
import { codedRegressors, keptColumns, linearAnswers } from '../linear/answers.js';
import { buildSample, type LinearSample } from '../linear/design/sample.js';
import { absorbing, type LinearRows } from '../linear/fitted.js';
import { linearFormula } from '../linear/model/formula.js';
import type { FittedModel } from '../protocol.js';
import { absorbedColumns, type PanelFitted, panelSample } from './fit.js';
import type { PanelModel } from './model.js';
import { transformationOf } from './transformation.js';
import { panelRows } from '../linear/design/units.js';

export const panelAnswers: FittedModel<PanelFitted, PanelModel> = {
  ...linearAnswers<PanelFitted>((fit) => ({
    ...linearRows(fit.model, fit.sample),
    estimate: fit.estimate,
    result: fit.result,
  })),
  regressors({ model }) {
    const given = { ...model, differences: isDifferenced(model), absorbs: absorbedColumns(model) };
    return codedRegressors(parseCanonical(model.formula), given);
  },
  design(engine, model, data) {
    const formula = linearFormula('panel', model.formula);
    const spec = { ...model, formula, differences: isDifferenced(model) };
    return buildSample(spec, data, elementaryMath(engine));
  },
  resampled: (engine, model, table, names) => ({
    linear: linearRows(model, keptColumns(panelSample(engine, model, table), names)),
  }),
};

const isDifferenced = ({ effects }: PanelModel) => effects === 'first-difference';

/** Why sums over rows or units do not determine an estimate. */
const unsummable = {
  twoway: 'twoway',
  random: 'random',
  between: 'between',
  within: undefined,
  'first-difference': undefined,
  pooled: undefined,
} as const;

function linearRows(model: PanelModel, rows: LinearSample): LinearRows {
  const transformation =
    transformationOf(model, rows, panelRows(rows)) ?? absorbing({ absorbed: [] });
  return { estimator: 'panel', model, rows, transformation, unsummable: unsummable[model.effects] };
}
