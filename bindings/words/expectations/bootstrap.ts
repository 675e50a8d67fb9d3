/** What options of bootstraps and comparisons may hold, in English. */
import { type Lists, says, type Texts } from '../told.js';
import { series } from '../text/counts.js';
import { counted } from '../text/messages.js';

export const aBootstrap = says('bootstrap', 'a bootstrap');
export const checkpointToResume = says('checkpoint-to-resume', 'a checkpoint to resume from');
export const listOfStatistics = says(
  'list-of-statistics',
  'a list of params, hansen, diffHansen, ar, firstStageF, andersonRubin and expressions',
);
export const checkpointStorage = says('checkpoint-storage', 'a storage with name, read and write');
export const oneOrMoreCoefficients = says('one-or-more-coefficients', 'one or more coefficients');
export const oneOrMoreRules = says('one-or-more-rules', 'one or more rules');
export const oneOrMoreResults = says('one-or-more-results', 'a list of one or more results');
export const nameOfRegressor = says('name-of-regressor', 'the name of a regressor');
export const modelWithIndex = says('model-with-index', 'a model with an index of its build');
export const expressionsWithout = says(
  'expressions-without',
  'expressions without "{relation}"; hypotheses need a wild scheme',
);
export const equationsOfCoefficients = says(
  'equations-of-coefficients',
  'equations that are linear in the coefficients',
);
export const hypothesesWithoutConstant = says(
  'hypotheses-without-constant',
  'hypotheses without _cons, which depends on the absorbed effects',
);
export const expressionsOfCoefficients = says(
  'expressions-of-coefficients',
  'expressions that name a coefficient',
);
export const testsOfInstruments = says(
  'tests-of-instruments',
  'tests that the fit has; its tests of instruments were not computed',
);
export const nothingWithEstimator = says('nothing-with-estimator', 'nothing with {estimator}');
export const nothingWithScheme = says('nothing-with-scheme', 'nothing with scheme {scheme}');
export const nothingOfGmm = says('nothing-of-gmm', 'nothing: it belongs to GMM');
export const intervalsWith = says(
  'intervals-with',
  ({ intervals, estimator }: Texts<'estimator'> & Lists<'intervals'>) =>
    `${series(intervals, 'or')} with ${estimator}`,
);
export const statisticsOf = says(
  'statistics-of',
  ({ tests, test, owner }: Texts<'test' | 'owner'> & Lists<'tests'>) =>
    `${[...tests, 'expressions in the coefficients'].join(', ')} (${test} is for ${owner})`,
);
export const testsWithOrders = says(
  'tests-with-orders',
  'tests that the fit has (its arOrders are 0)',
);
export const intervalsOther = says(
  'intervals-other',
  'intervals other than {interval} with scheme {scheme}',
);
export const fewerThanRows = says(
  'fewer-than-rows',
  ({ rows }: { readonly rows: number }) =>
    `at most ${rows - 1}, one fewer than the ${counted(rows, 'row')}`,
);
export const variantOfSubclusters = says(
  'variant-of-subclusters',
  '11 with multipliers of parts of the clusters',
);
export const variantOfInstruments = says('variant-of-instruments', '11 with instruments');
export const oneColumnOfClusters = says(
  'one-column-of-clusters',
  'one column, as clusters of several columns cross',
);
export const drawnColumn = says('drawn-column', 'the column whose values are drawn');
export const orderingColumn = says('ordering-column', 'the column that orders the rows');
export const expressionsWith = says(
  'expressions-with',
  'expressions in the coefficients with {estimator}',
);
export const asyncRead = says('async-read', 'a function that returns an async iterable');
export const differentValues = says('distinct-groups', 'a list of different values');
export const severalMethods = says(
  'several-methods',
  ({ words }: { readonly words: readonly string[] }) => `${words.join(', ')} or several of them`,
);
export const methodsWithContinuous = says(
  'methods-with-continuous',
  'wald or wild with continuous',
);
export const nothingWithContinuous = says('nothing-with-continuous', 'nothing with continuous');
