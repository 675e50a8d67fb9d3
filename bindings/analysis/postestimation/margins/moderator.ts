/** How a moderator is distributed over the rows of a fit. */
import type { Engine } from '../../../core/engine/engine.js';
import { requireContext } from '../../../models/context.js';
import type { FitResult } from '../../../results/fit.js';
import { designTerms } from '../rows/design-terms.js';
import { usedRows } from '../rows/used-rows.js';
import { type FactorValues, rowValues } from './row-values.js';
import { subjectOf } from './subject.js';

/**
 * The values of the moderator `over` of the effect of `of` in the rows of the fit: numbers, or levels with the level of
 * each row.
 *
 * @throws InputError as `margins`, which refuses a moderator that does not change the effect
 */
export function moderatorValues(
  engine: Engine,
  fit: FitResult,
  of: string,
  over: string,
): Float64Array | FactorValues {
  const context = requireContext('margins', fit);
  const used = usedRows(engine, context);
  const { variables, factors } = subjectOf(fit, designTerms(context, used.table, used.rows), of);
  const values = rowValues(engine, used, variables, factors);
  return values.numeric.get(over) ?? values.factors.get(over)!;
}
