/** Keys of the model file that linear models share. */
import { whole } from '../../../core/arguments/arguments.js';
import { oneOrMore, numberOfLags } from '../../../words/expectations/models/models.js';
import { numberInside, oneOfWords } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import * as v from 'valibot';
import {
  covarianceTraits,
  type CovarianceWord,
  covarianceWords,
  type ExtraKeys,
  extraKeys,
  typesWith,
  type WeightingWord,
} from '../../covariances/registry.js';
import { partly, together } from '../../../core/arguments/inferred.js';
import { choice, flag, listOf, name, record, words } from '../../schema/schema.js';

const types = covarianceWords() as CovarianceWord[];

const bandwidthExpected = expects(numberOfLags());

/** Which rows a covariance lets depend on each other, and how far. */
const dependence = {
  /** Columns whose values are the clusters. */
  cluster: v.optional(
    v.pipe(listOf(name, words), v.nonEmpty(expects(oneOrMore({ of: 'column' })))),
  ),
  /** Kernel of hac and driscoll-kraay; default `bartlett`. */
  kernel: v.optional(choice(['bartlett', 'parzen', 'qs'])),
  /** Number of lags of hac and driscoll-kraay. */
  bandwidth: v.optional(
    v.union(
      [choice(['auto']), v.pipe(v.number(), v.finite(), v.minValue(0, bandwidthExpected))],
      bandwidthExpected,
    ),
  ),
  /** Column that orders the rows for hac and driscoll-kraay; default the periods. */
  order: v.optional(name),
};

/** Keys that only some kinds have; `resolveCovariance` checks that. */
type ExtraSchemas = {
  [Key in keyof ExtraKeys]-?: v.OptionalSchema<v.GenericSchema<ExtraKeys[Key]>, undefined>;
};

/** The keys of a covariance. */
const covariance = <const Small extends v.GenericSchema>(small: Small) =>
  together(
    {
      /** `robust` is HC1 with `small`, else HC0; `cluster` is CV1. */
      type: v.optional(choice(types, oneOfWords({ words: types }))),
    },
    dependence,
    partly(extraKeys) as ExtraSchemas,
    {
      /** Use t and F instead of z and chi-squared, with the small-sample factor of the type, which HC1 always has. */
      small,
    },
  );

export const vcov = record(covariance(v.optional(flag, true)));

/** The same of estimators that take z and no small-sample factor by default. */
export const largeSampleVcov = record(covariance(v.optional(flag, false)));

/** The same without a default, for a covariance that takes it from a model. */
export const covarianceChoice = record(covariance(v.optional(flag)));

/** How often the weighting matrix of linear GMM is estimated. */
export const gmmMethods = ['one-step', 'two-step', 'iterated', 'cue'] as const;

/** The kinds that may weight moments, under their other words where they have some. */
export const weightTypes = typesWith(({ weighting }) => weighting === true).map(
  (type) => covarianceTraits(type)!.alias ?? type,
) as WeightingWord[];

/** The weighting matrix of linear GMM. */
export const weight = record(
  together(
    {
      /** What the moments are assumed to be: of equal variance, heteroskedastic, clustered or autocorrelated. */
      type: v.optional(choice(weightTypes, oneOfWords({ words: weightTypes }))),
    },
    dependence,
    {
      /** Whether the moments are centred in the weighting matrix. */
      center: v.optional(flag, false),
    },
  ),
);

export const weights = record({
  /** Column of the weights. */
  column: name,
  /** What the weights mean. */
  type: choice(['analytic', 'frequency', 'probability']),
});

const toleranceExpected = expects(numberInside({ low: 0, high: 1 }));

export const tolerance = v.pipe(
  v.number(toleranceExpected),
  v.gtValue(0, toleranceExpected),
  v.ltValue(1, toleranceExpected),
);

export const iterations = whole(1);

/** When the iterations that absorb several effects end. */
export const absorb = v.optional(
  record({
    /** Stop when the root mean square of the level means in a column is below this share of the column's. */
    tolerance: v.optional(tolerance, 1e-10),
    /** Most iterations that absorb several effects. */
    maxIterations: v.optional(iterations, 10_000),
  }),
  {},
);
