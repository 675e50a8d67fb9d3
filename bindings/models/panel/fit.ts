import type { Engine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import type { DataInput } from '../../data/to-table.js';
import type { Formula } from '../../data/formula/formula.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import { withEffects } from '../../words/errors/models/formulas.js';
import type { Fitted } from '../fitted.js';
import { estimateRows } from '../linear/estimate/estimate.js';
import { linearFormula } from '../linear/model/formula.js';
import type { LinearEstimate } from '../linear/estimate/records.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import { buildSample, type LinearSample } from '../linear/design/sample.js';
import { withoutColumns } from '../linear/design/without-columns.js';
import { estimateTransformed, type TransformedEstimate } from '../linear/estimate/transformed.js';
import type { PanelModel } from './model.js';
import { panelResult } from './result.js';
import { transformationOf } from './transformation.js';
import { panelRows } from '../linear/design/units.js';

/** A fit with its rows and estimates, from which tests start. */
export interface PanelFitted extends Fitted {
  readonly estimator: 'panel';
  readonly model: PanelModel;
  readonly sample: LinearSample;
  readonly estimate: LinearEstimate | TransformedEstimate;
}

/**
 * Estimates a static panel model.
 *
 * @throws InputError, IdentificationError, NumericalError, ConvergenceError, EngineError
 */
export function fitPanel(
  engine: Engine,
  model: PanelModel,
  data: DataInput,
  known?: FitResult,
): PanelFitted {
  const whole = panelSample(engine, model, data);
  const rows = panelRows(whole);
  const problem = {
    estimator: 'panel',
    weightType: model.weights?.type,
    vcov: model.vcov,
    absorb: model.absorb,
  };
  const transformation = transformationOf(model, whole, rows);
  const { sample, estimate, omitted } = omitCollinear(whole, {
    collinear: model.collinear,
    estimate: (kept) =>
      transformation === undefined
        ? estimateRows(engine, problem, kept)
        : estimateTransformed(engine, { ...problem, transformation }, kept),
    without: withoutColumns,
  });
  const result = known ?? panelResult(engine, model, { sample, rows, omitted }, estimate);
  return { estimator: 'panel', model, result, sample, estimate };
}

/** The rows of a model, with all its regressors. */
export function panelSample(engine: Engine, model: PanelModel, data: DataInput): LinearSample {
  const formula = checkedFormula(model);
  const differences = model.effects === 'first-difference';
  const spec = { ...model, formula, differences, absorbs: absorbedColumns(model) };
  return buildSample(spec, data, elementaryMath(engine));
}

/** The columns whose effects the estimator takes out. */
export function absorbedColumns({ effects, panel }: PanelModel): string[] {
  if (effects === 'within') return [panel.unit];
  return effects === 'twoway' ? [panel.unit, panel.time] : [];
}

function checkedFormula({ formula: text, effects }: PanelModel): Formula {
  const formula = linearFormula('panel', text);
  if (formula.effects.length > 0 && effects !== 'within' && effects !== 'twoway') {
    throw new InputError(withEffects({ formula: text, effects }), 'panel');
  }
  return formula;
}
