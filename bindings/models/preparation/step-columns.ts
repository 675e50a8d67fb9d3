/** The columns that a step of `build` reads. */
import { type BuildStep, columnsInStep } from '../../data/index.js';
import { optionsOfStep } from '../indices/options.js';

/** For an index they include those of groups and periods. */
export function columnsReadBy(step: BuildStep): readonly string[] {
  if (!('index' in step)) return columnsInStep(step);
  const { by, rescaleBy, time } = optionsOfStep(step);
  return [...columnsInStep(step), ...[by, rescaleBy, time].filter((name) => name !== undefined)];
}
