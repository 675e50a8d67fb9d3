/** The keys of `bootstrap`. The bootstrap itself checks whether a scheme fits an estimate. */
import * as v from 'valibot';
import { together } from '../../core/arguments/inferred.js';
import { between, seed, text, whole } from '../../core/arguments/arguments.js';
import { clusterScheme, statistics } from '../../words/expectations/models/models.js';
import { eitherOf } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import { choice, flag, listOf, name, record, words, written } from './schema.js';

const oneOf = <const Names extends readonly string[]>(...names: Names) => choice(names);

const positive = whole(1);

const drawn = {
  /** Number of replicates. */
  reps: positive,
  /** Seed of the random numbers; default 1. */
  seed: v.optional(seed, 1),
};

const pValue = {
  /** p-values of both tails together, of the smaller tail, or one-sided. */
  pValue: v.optional(oneOf('symmetric', 'equal-tail', 'greater', 'less'), 'symmetric'),
};

const run = {
  /** Stop at this Monte Carlo error of the standard errors, relative to them, as 0.01; `reps` is then the maximum. */
  precision: v.optional(between(0, 1)),
  /** `true` always reports progress, `false` never. By default only a terminal shows it. */
  progress: v.optional(flag),
  /** Whether each replicate builds the indices of the model again; true by default. */
  rebuild: v.optional(flag),
};

/** Keys of every bootstrap, except those that depend on the scheme. */
const shared = together(drawn, pValue, run);

const after = {
  /** One expression, or several. */
  statistics: v.optional(listOf(text(statistics()), (one) => [one])),
  /** Also estimate without each unit, row or cluster in turn, and list the most influential ones. */
  jackknife: v.optional(flag),
};

const centred = v.union(
  [v.boolean(), choice(['brown-newey'])],
  expects(eitherOf({ words: ['true', 'false', 'brown-newey'] })),
);

/** Keys whose values depend on the estimator. */
const schemes = <const Schema extends v.GenericSchema>(scheme: Schema) => ({
  /** What is drawn or multiplied; default `cluster` with units or clusters, otherwise `pairs`. */
  scheme,
});
const intervals = <const Schema extends v.GenericSchema>(ci: Schema) => ({
  /** Methods of the intervals; default `inverted` for a wild bootstrap, otherwise `percentile`. */
  ci,
});
const recentring = <const Schema extends v.GenericSchema>(recenter: Schema) => ({
  /** GMM only: centre moments at those of the sample, or draw units with unequal probabilities. */
  recenter,
});

const dpdInterval = oneOf('percentile', 'basic', 'normal', 'studentized', 'bca');

export const dpdBootstrap = record(
  together(
    schemes(v.optional(choice(['cluster'], clusterScheme()), 'cluster')),
    shared,
    intervals(v.optional(listOf(dpdInterval, words), ['percentile'])),
    after,
    recentring(v.optional(centred, true)),
  ),
);

const oneInterval = {
  /** The method of the intervals. */
  ci: v.optional(dpdInterval, 'percentile'),
};

/** Bootstrap of each specification of a dynamic multiverse, with one kind of interval. */
export const specificationBootstrap = record(
  together(drawn, oneInterval, recentring(v.optional(centred, true)), pValue),
);

const cluster = {
  /** Column whose values are drawn or share a multiplier; default the clusters of the model, or the units. */
  cluster: v.optional(name),
};

/** Bootstrap of linear GMM. */
export const gmmBootstrap = record(
  together(
    schemes(v.optional(oneOf('pairs', 'cluster'))),
    shared,
    cluster,
    intervals(v.optional(listOf(oneOf('percentile', 'basic', 'normal', 'bca'), words))),
    after,
    recentring(v.optional(centred)),
  ),
);

const variants = ['11', '13', '31', '33'] as const;

/** YAML reads the digits of a variant as a number; programs write the text. */
const digits = v.picklist([11, 13, 31, 33]) as unknown as v.GenericSchema<never>;

const variant = v.pipe(
  written(v.picklist(variants), digits),
  v.transform((value) => (typeof value === 'number' ? String(value) : value)),
  oneOf(...variants),
);

const linearScheme = together(
  schemes(
    v.optional(
      oneOf('pairs', 'cluster', 'wild', 'wild-cluster', 'residual', 'block', 'stationary'),
    ),
  ),
  drawn,
  cluster,
  {
    /** Parts of the clusters that share a multiplier in a wild bootstrap; the variance stays clustered. */
    subcluster: v.optional(name),
    /** Distribution of the multipliers of a wild bootstrap. */
    weights: v.optional(oneOf('rademacher', 'mammen', 'webb', 'normal')),
    /** True if residuals are computed under the null hypothesis. */
    imposeNull: v.optional(flag),
    /** Which residuals a wild bootstrap multiplies. */
    variant: v.optional(variant),
    /** Number of rows in a block, or its mean. */
    blockLength: v.optional(positive),
    /** Column that orders the rows. */
    order: v.optional(name),
  },
);

/** Bootstrap of each specification of a linear multiverse. */
export const linearSpecificationBootstrap = record(
  together(linearScheme, oneInterval, recentring(v.optional(centred)), pValue),
);

const linearIntervals = intervals(
  v.optional(
    listOf(oneOf('percentile', 'basic', 'normal', 'studentized', 'bca', 'inverted'), words),
  ),
);

export const linearBootstrap = record(together(linearScheme, linearIntervals, after, pValue, run));
