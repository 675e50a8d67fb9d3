/** Absorbed effects: `y ~ x | fe1 + fe2`. */
import { covarianceTraits, typesIn } from '../../covariances/registry.js';
import type { LinearCovarianceType } from '../../covariances/traits.js';
import { badValue } from '../../schema/bad-value.js';

/**
 * Throws InputError `bad-value` for covariances that need leverages, because these are unknown once effects are
 * absorbed.
 */
export function checkAbsorbedCovariance(type: LinearCovarianceType): void {
  if (covarianceTraits(type)?.leverages === undefined) return;
  const expected = `${typesIn(({ leverages }) => leverages === undefined, 'or')} with fixed effects`;
  throw badValue('vcov.type', expected, type);
}
