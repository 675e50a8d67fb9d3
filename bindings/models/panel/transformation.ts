import type { Grouping } from '../linear/design/effects.js';
import type { LinearSample } from '../linear/design/sample.js';
import type { Transformation } from '../linear/estimate/transformation.js';
import type { PanelModel } from './model.js';
import { checkUnitSizes, checkUnitWeights, type PanelRows } from '../linear/design/units.js';

/** Says how the rows are transformed; undefined if least squares use the rows unchanged. */
export function transformationOf(
  model: PanelModel,
  sample: LinearSample,
  rows: PanelRows,
): Transformation | undefined {
  const { effects } = model;
  if (effects === 'pooled' || effects === 'first-difference') return undefined;
  const { units, periods } = rows;
  if (effects === 'random' || effects === 'between') return { kind: effects, absorbed: [], units };
  checkUnitSizes('panel', rows);
  if (model.weights !== undefined) checkUnitWeights(model.weights.column, sample, rows);
  const panelEffects: Grouping[] = effects === 'within' ? [units] : [units, periods];
  return { kind: 'within', absorbed: [...panelEffects, ...sample.absorbed], units };
}
