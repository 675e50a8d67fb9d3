/** Absorbed effects: `y ~ x | fe1 + fe2`. */
import { badValue } from '../../schema/bad-value.js';
import { needsLeverages } from './covariance.js';
import type { LinearCovarianceType } from './model.js';

/** Throws InputError `bad-value` for covariances that need leverages, which absorbing the effects hides. */
export function checkAbsorbedCovariance(type: LinearCovarianceType): void {
  if (!needsLeverages(type)) return;
  throw badValue(
    'vcov.type',
    'unadjusted, HC0, HC1, CV1, hac or driscoll-kraay with fixed effects',
    type,
  );
}
