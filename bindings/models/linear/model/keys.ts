/** Keys of models that need no instruments. */
import * as v from 'valibot';
import { linearBootstrap } from '../../schema/bootstrap-schema.js';
import { covarianceOf, covarianceText } from '../../covariances/text.js';
import { absorb, vcov, weights } from './schema.js';

export const linearKeys = {
  /** Weights of rows. */
  weights: v.optional(weights),
  /** The covariance of the estimates. */
  vcov: v.optional(covarianceOf(vcov, covarianceText), {}),
  /** When the iterations that absorb fixed effects stop. */
  absorb,
  /** Replicates for standard errors, intervals and tests. */
  bootstrap: v.optional(linearBootstrap),
};
