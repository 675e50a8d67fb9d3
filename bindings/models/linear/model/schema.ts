/** Keys of the model file that linear models share. */
import * as v from 'valibot';
import { covarianceWords, ownKeys } from '../../covariances/registry.js';
import type { LinearCovarianceType } from '../../covariances/traits.js';
import { choice, flag, listOf, name, record, words } from '../../schema/schema.js';

const types = covarianceWords() as (LinearCovarianceType | 'robust' | 'cluster')[];

const bandwidthExpected = 'a number of lags of at least 0, or auto';

/** Which rows a covariance lets depend on each other, and how far. */
export const dependence = {
  cluster: v.optional(v.pipe(listOf(name, words), v.nonEmpty('at least one column'))),
  kernel: v.optional(choice(['bartlett', 'parzen', 'qs'], 'bartlett, parzen or qs')),
  bandwidth: v.optional(
    v.union(
      [v.literal('auto'), v.pipe(v.number(), v.finite(), v.minValue(0, bandwidthExpected))],
      bandwidthExpected,
    ),
  ),
  order: v.optional(name),
};

/** Keys that only some kinds have; `resolveCovariance` checks that. */
function optionalKeys(keys: Readonly<Record<string, v.GenericSchema>>): v.ObjectEntries {
  return Object.fromEntries(Object.entries(keys).map(([key, schema]) => [key, v.optional(schema)]));
}

const covariance = {
  type: v.optional(choice(types, `one of ${types.join(', ')}`)),
  ...dependence,
  ...optionalKeys(ownKeys),
};

export const vcov = record({ ...covariance, small: v.optional(flag, true) });

/** The same of estimators that take z and no small-sample factor by default. */
export const largeSampleVcov = record({ ...covariance, small: v.optional(flag, false) });

/** The same without a default, for a covariance that takes it from a model. */
export const covarianceChoice = record({ ...covariance, small: v.optional(flag) });

export const weights = record({
  column: name,
  type: choice(['analytic', 'frequency', 'probability'], 'analytic, frequency or probability'),
});

const toleranceExpected = 'a number above 0 and below 1';
const iterationsExpected = 'a whole number of at least 1';

export const tolerance = v.pipe(
  v.number(toleranceExpected),
  v.gtValue(0, toleranceExpected),
  v.ltValue(1, toleranceExpected),
);

export const iterations = v.pipe(
  v.number(iterationsExpected),
  v.safeInteger(iterationsExpected),
  v.minValue(1, iterationsExpected),
);

/** When the iterations that absorb several effects end. */
export const absorb = v.optional(
  record({
    tolerance: v.optional(tolerance, 1e-10),
    maxIterations: v.optional(iterations, 10_000),
  }),
  {},
);
