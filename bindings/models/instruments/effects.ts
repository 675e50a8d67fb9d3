import { checkUnitSizes, panelRows } from '../linear/design/units.js';
import type { Grouping } from '../linear/design/effects.js';
import type { IvEffects } from './model.js';
import type { InstrumentSample } from './sample.js';
import type { Transformation } from '../linear/estimate/transformation.js';

/**
 * Says which effects to take out of the rows: unit effects for `within`, and those of the formula.
 *
 * @throws IdentificationError `group-of-one` where no unit has two rows
 */
export function transformationOf(
  { estimator, effects }: { readonly estimator: string; readonly effects?: IvEffects | undefined },
  { rows }: InstrumentSample,
): Transformation {
  return {
    kind: 'absorbed',
    absorbed: [...unitEffects(estimator, effects, rows), ...rows.absorbed],
  };
}

function unitEffects(
  estimator: string,
  effects: IvEffects | undefined,
  rows: InstrumentSample['rows'],
): Grouping[] {
  if (effects !== 'within') return [];
  const panel = panelRows(rows);
  checkUnitSizes(estimator, panel);
  return [panel.units];
}
