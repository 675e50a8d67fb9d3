/** Absorbed effects: `y ~ x | fe1 + fe2`. */
import { typesWithEffects } from '../../../words/expectations/models/rules.js';
import { covarianceTraits, families } from '../../covariances/registry.js';
import type { LinearCovarianceType } from '../../covariances/traits.js';
import { badValue } from '../../schema/bad-value.js';

/**
 * Throws InputError `bad-value` for covariances that need the leverages of rows, because these are unknown once effects
 * are absorbed.
 */
export function checkAbsorbedCovariance(type: LinearCovarianceType): void {
  if (covarianceTraits(type)?.leverages !== 'rows') return;
  const types = families(({ leverages }) => leverages !== 'rows');
  throw badValue('vcov.type', typesWithEffects({ types, effects: 'fixed' }), type);
}
