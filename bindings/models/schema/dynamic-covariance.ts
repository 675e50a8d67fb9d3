import * as v from 'valibot';
import { choice } from './schema.js';

const types = ['unadjusted', 'robust', 'windmeijer', 'windmeijer-step', 'doubly-corrected'] as const;

/** Types of `vcov` of a dynamic panel. */
export const vcovType = choice(types);

export type DpdCovarianceWord = (typeof types)[number];

/** A covariance of a dynamic panel in one text: a type, or a type with the columns of its clusters: `robust:id year`. */
export type DpdCovarianceText = DpdCovarianceWord | `${DpdCovarianceWord}:${string}`;

export const vcovText = v.string() as v.GenericSchema<DpdCovarianceText>;
