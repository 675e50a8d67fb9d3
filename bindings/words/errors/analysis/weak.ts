/** Errors of confidence sets that allow for weak instruments, in English. */
import { counted, listed } from '../../text/messages.js';
import { type Lists, says, type Texts } from '../../told.js';

export interface SingularMoments {
  /** Rank of the instruments. */
  readonly rank: number;
  /** Rank of the covariance. */
  readonly found: number;
  readonly nclusters: number;
}

export const singularMoments = says(
  'singular-moments',
  ({ rank, found, nclusters }: SingularMoments) =>
    `expected a covariance of the moments with the rank ${rank} of the instruments, found rank ${found} with ${counted(nclusters, 'unit')} or clusters; use shorter lag windows or collapse`,
);
export const nonlinearMoments = says(
  'nonlinear-moments',
  ({ nonlinear }: { readonly nonlinear: string | boolean }) =>
    `expected linear moment conditions, found nonlinear: ${nonlinear}; fit the model without them`,
);
export const unknownCoefficients = says(
  'unknown-coefficient/weak',
  ({ coefficient, available }: Texts<'coefficient'> & Lists<'available'>) =>
    `expected coefficients among ${listed(available)}, found ${coefficient}`,
);
