/** The keys of `bootstrap`. The bootstrap itself checks whether a scheme fits an estimate. */
import * as v from 'valibot';
import { choice, flag, listOf, name, record, words, written } from './schema.js';

const oneOf = <const Names extends readonly string[]>(...names: Names) =>
  choice(names, `${names.slice(0, -1).join(', ')}${names.length > 1 ? ' or ' : ''}${names.at(-1)}`);

const repsExpected = 'a whole number of at least 1';
const recenterExpected = 'true, false or brown-newey';
const seedExpected = 'a whole number from 0 to 9007199254740991';
const precisionExpected = 'a number between 0 and 1';

const whole = v.pipe(
  v.number(repsExpected),
  v.safeInteger(repsExpected),
  v.minValue(1, repsExpected),
);

/** Keys of every bootstrap, except those that depend on the scheme. */
const shared = {
  reps: whole,
  seed: v.optional(
    v.pipe(v.number(seedExpected), v.safeInteger(seedExpected), v.minValue(0, seedExpected)),
    1,
  ),
  pValue: v.optional(oneOf('symmetric', 'equal-tail', 'greater', 'less'), 'symmetric'),
  precision: v.optional(
    v.pipe(
      v.number(precisionExpected),
      v.gtValue(0, precisionExpected),
      v.ltValue(1, precisionExpected),
    ),
  ),
  progress: v.optional(flag),
  rebuild: v.optional(flag),
};

/** The message gives the reason, as other estimators have other schemes. */
const clusterExpected = 'cluster, as the moments of dpd are sums over units that are drawn whole';
const statisticExpected =
  'params, hansen, diffHansen, ar, firstStageF, andersonRubin or an expression such as w/(1-L1.n)';
const statistics = listOf(
  v.pipe(v.string(statisticExpected), v.nonEmpty(statisticExpected)),
  (text) => [text],
);

const dpdInterval = oneOf('percentile', 'basic', 'normal', 'studentized', 'bca');
const recenter = v.union([v.boolean(), v.literal('brown-newey')], recenterExpected);

export const dpdBootstrap = record({
  scheme: v.optional(choice(['cluster'], clusterExpected), 'cluster'),
  ...shared,
  ci: v.optional(listOf(dpdInterval, words), ['percentile']),
  statistics: v.optional(statistics),
  jackknife: v.optional(flag),
  recenter: v.optional(recenter, true),
});

/** Bootstrap of each specification of a dynamic multiverse, with one kind of interval. */
export const specificationBootstrap = record({
  reps: shared.reps,
  seed: shared.seed,
  ci: v.optional(dpdInterval, 'percentile'),
  recenter: v.optional(recenter, true),
  pValue: shared.pValue,
});

/** Bootstrap of linear GMM. */
export const gmmBootstrap = record({
  scheme: v.optional(oneOf('pairs', 'cluster')),
  ...shared,
  cluster: v.optional(name),
  ci: v.optional(listOf(oneOf('percentile', 'basic', 'normal', 'bca'), words)),
  statistics: v.optional(statistics),
  jackknife: v.optional(flag),
  recenter: v.optional(recenter),
});

const variants = ['11', '13', '31', '33'] as const;

/** YAML reads the digits of a variant as a number. */
const variant = v.pipe(
  written(v.picklist(variants), v.picklist([11, 13, 31, 33])),
  v.transform((value) => (typeof value === 'number' ? String(value) : value)),
  oneOf(...variants),
);

const { reps, seed, ...others } = shared;

const linearScheme = {
  scheme: v.optional(
    oneOf('pairs', 'cluster', 'wild', 'wild-cluster', 'residual', 'block', 'stationary'),
  ),
  reps,
  seed,
  cluster: v.optional(name),
  weights: v.optional(oneOf('rademacher', 'mammen', 'webb', 'normal')),
  imposeNull: v.optional(flag),
  variant: v.optional(variant),
  blockLength: v.optional(whole),
  order: v.optional(name),
};

/** Bootstrap of each specification of a linear multiverse. */
export const linearSpecificationBootstrap = record({
  ...linearScheme,
  ci: v.optional(dpdInterval, 'percentile'),
  recenter: v.optional(recenter),
  pValue: shared.pValue,
});

export const linearBootstrap = record({
  ...linearScheme,
  ci: v.optional(
    listOf(oneOf('percentile', 'basic', 'normal', 'studentized', 'bca', 'inverted'), words),
  ),
  statistics: v.optional(statistics),
  jackknife: v.optional(flag),
  ...others,
});
