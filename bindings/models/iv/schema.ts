/** The keys of models of instrumental variables. */
import { eitherOf, numberAtLeast, oneOfWords } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import { together } from '../../core/arguments/inferred.js';
import { instrumentKeys } from '../instruments/schema.js';
import { linearBootstrap } from '../schema/bootstrap-schema.js';
import { choice, record } from '../schema/schema.js';

const methods = ['2sls', 'liml', 'fuller', 'kclass'] as const;

const sizeExpected = expects(numberAtLeast({ low: 0 }));
const size = v.pipe(v.number(sizeExpected), v.finite(sizeExpected), v.minValue(0, sizeExpected));

export const ivSchema = record(
  together(instrumentKeys, {
    /** The estimator by its name. */
    estimator: v.literal('iv', expects(eitherOf({ words: ['iv'] }))),
    /** The k-class estimator; default `2sls`. */
    method: v.optional(choice(methods, oneOfWords({ words: methods })), '2sls'),
    /** alpha of Fuller's estimator; default 1. */
    fuller: v.optional(size),
    /** kappa of `kclass`. */
    kappa: v.optional(size),
    /** Replicates for standard errors, intervals and tests. */
    bootstrap: v.optional(linearBootstrap),
  }),
);
