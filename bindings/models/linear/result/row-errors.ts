/** Warnings for errors by row if the rows of a unit are correlated by construction. */
import { covarianceTraits } from '../../covariances/registry.js';
import type { Warning } from '../../../results/common.js';
import type { LinearSample } from '../design/sample.js';
import type { LinearCovarianceType } from '../model/model.js';
import { linearWarnings } from '../../../words/en/warnings/linear.js';
import { warning } from '../../../words/warning.js';

/**
 * Warns of robust errors by row with these effects, or with units absorbed: deviations from unit means make them inconsistent
 * (Stock and Watson, 2008, Econometrica 76), and differences and random effects correlate the rows of a unit.
 */
export function rowErrorWarnings(
  type: LinearCovarianceType,
  unit: string,
  effects?: string,
): Warning[] {
  const { robust, byRow } = covarianceTraits(type)!;
  if (!robust || byRow === undefined) return [];
  const detail = { type, unit, ...(effects !== undefined && { effects }) };
  return [warning(linearWarnings, 'row-wise-errors', detail)];
}

interface Absorbing {
  readonly vcov: { readonly type: LinearCovarianceType };
  readonly panel?: { readonly unit: string } | undefined;
}

/** The same for a model that absorbs the units of its panel. */
export function absorbedUnitWarnings(
  { vcov, panel }: Absorbing,
  { absorbed }: Pick<LinearSample, 'absorbed'>,
): Warning[] {
  if (panel === undefined || !absorbed.some(({ name }) => name === panel.unit)) return [];
  return rowErrorWarnings(vcov.type, panel.unit);
}
