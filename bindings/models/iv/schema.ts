/** The keys of models of instrumental variables. */
import * as v from 'valibot';
import { together } from '../../core/arguments/inferred.js';
import { instrumentKeys } from '../instruments/schema.js';
import { linearBootstrap } from '../schema/bootstrap-schema.js';
import { choice, record } from '../schema/schema.js';

const methods = ['2sls', 'liml', 'fuller', 'kclass'] as const;

export const sizeExpected = 'a number of at least 0';
const size = v.pipe(v.number(sizeExpected), v.finite(sizeExpected), v.minValue(0, sizeExpected));

export const ivSchema = record(
  together(instrumentKeys, {
    /** The estimator by its name. */
    estimator: v.literal('iv', 'iv'),
    /** The k-class estimator; default `2sls`. */
    method: v.optional(choice(methods, `one of ${methods.join(', ')}`), '2sls'),
    /** alpha of Fuller's estimator; default 1. */
    fuller: v.optional(size),
    /** kappa of `kclass`. */
    kappa: v.optional(size),
    /** Replicates of the estimate, for standard errors, intervals and tests. */
    bootstrap: v.optional(linearBootstrap),
  }),
);
