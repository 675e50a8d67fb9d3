/** Absorbed effects: `y ~ x | fe1 + fe2`. */
import { badValue } from '../../schema/check.js';
import type { LinearCovarianceType } from './model.js';

/** Absorbing the effects hides their leverages, which HC2 to HC4, CV2 and CV3 need. */
const refused: readonly LinearCovarianceType[] = ['HC2', 'HC3', 'HC4', 'CV2', 'CV3'];

/** Throws InputError `bad-value` for covariances that absorbed effects cannot have. */
export function checkAbsorbedCovariance(type: LinearCovarianceType): void {
  if (!refused.includes(type)) return;
  throw badValue(
    'vcov.type',
    'unadjusted, HC0, HC1, CV1, hac or driscoll-kraay with fixed effects',
    type,
  );
}
