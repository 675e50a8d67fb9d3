/** The keys of models of linear GMM. */
import { eitherOf, oneOfWords } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import { together } from '../../core/arguments/inferred.js';
import { instrumentKeys } from '../instruments/schema.js';
import { gmmMethods, iterations, tolerance, weight } from '../linear/model/schema.js';
import { gmmBootstrap } from '../schema/bootstrap-schema.js';
import { choice, record } from '../schema/schema.js';

export const gmmSchema = record(
  together(instrumentKeys, {
    /** The estimator by its name. */
    estimator: v.literal('gmm', expects(eitherOf({ words: ['gmm'] }))),
    /** How often the weighting matrix is estimated; default `two-step`. */
    method: v.optional(choice(gmmMethods, oneOfWords({ words: gmmMethods })), 'two-step'),
    /** The weighting matrix of the moments. */
    weight: v.optional(weight, {}),
    /** Iterated GMM and CUE stop at this relative change of the coefficients; default 1e-8. */
    tolerance: v.optional(tolerance),
    /** Most iterations of iterated GMM and CUE; default 100. */
    maxIterations: v.optional(iterations),
    /** Replicates for standard errors, intervals and tests. */
    bootstrap: v.optional(gmmBootstrap),
  }),
);
