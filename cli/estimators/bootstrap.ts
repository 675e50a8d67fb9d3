/** Options of a bootstrap. Those with `needs` are errors without --bootstrap, rather than ignored. */
import { numberOrText } from '../options/numbers.js';
import { bootstrapHeading, type CommandOption, type OptionValues, under } from './describe.js';

const needs = 'bootstrap';

/** For all estimators with a bootstrap. */
export const sharedBootstrapOptions: readonly CommandOption[] = [
  {
    flags: '--seed <number>',
    help: 'seed of the bootstrap (default: 1)',
    read: numberOrText,
    needs,
  },
  {
    flags: '--jackknife',
    help: 'also estimate without each unit, row or cluster and list the most influential ones',
    needs,
  },
  {
    flags: '--p-value <type>',
    words: ['symmetric', 'equal-tail', 'greater', 'less'],
    help: 'p-value: symmetric (default), equal-tail, or one-sided: greater or less',
    needs,
  },
  {
    flags: '--precision <number>',
    help: 'stop when all standard errors have this relative Monte Carlo error, such as 0.01',
    read: numberOrText,
    needs,
  },
];

/** How replicates are recentred; `units` names what is drawn. */
export function recenteringOptions(units: string): readonly CommandOption[] {
  return [
    {
      flags: '--recenter',
      help: 'centre the moments of each replicate at those of the sample (the default)',
      needs,
    },
    {
      flags: '--brown-newey',
      help: `instead of centring, draw ${units} with probabilities that make the moments zero`,
      needs,
    },
    { flags: '--no-recenter', help: 'do not centre the moments of the replicates' },
  ];
}

export function recenteringOf(values: OptionValues): unknown {
  return values['brownNewey'] === true ? 'brown-newey' : values['recenter'];
}

/** For linear GMM. */
export const gmmBootstrapOptions: readonly CommandOption[] = under(bootstrapHeading, [
  { flags: '--bootstrap <reps>', help: 'number of bootstrap replicates', read: numberOrText },
  {
    flags: '--scheme <name>',
    words: ['pairs', 'cluster'],
    help: 'pairs or cluster (default: as in the weighting matrix)',
    needs,
  },
  {
    flags: '--draw <column>',
    help: 'clusters to draw (default: those of --weight)',
    needs,
  },
  {
    flags: '--ci <methods>',
    words: ['percentile', 'basic', 'normal', 'bca'],
    help: 'intervals, as a list of percentile (default), basic, normal and bca',
    needs,
  },
  {
    flags: '--statistics <list>',
    help: 'hansen and expressions in the coefficients, separated by commas',
    needs,
  },
  ...recenteringOptions('rows or clusters'),
  ...sharedBootstrapOptions,
]);

export function gmmBootstrapKeys(values: OptionValues): unknown {
  const { bootstrap: reps, scheme, draw: cluster, ci } = values;
  if (reps === undefined) return undefined;
  const recenter = recenteringOf(values);
  return { reps, scheme, cluster, ci, recenter, ...sharedBootstrapKeys(values) };
}

export const linearBootstrapOptions: readonly CommandOption[] = under(bootstrapHeading, [
  { flags: '--bootstrap <reps>', help: 'number of bootstrap replicates', read: numberOrText },
  {
    flags: '--scheme <name>',
    words: ['pairs', 'cluster', 'wild', 'wild-cluster', 'residual', 'block', 'stationary'],
    help: 'pairs, cluster, wild, wild-cluster, residual, block or stationary (default: cluster if there are units or clusters, else pairs)',
    needs,
  },
  {
    flags: '--draw <column>',
    help: 'clusters to draw or multiply (default: those of --vcov, or the units if there are none)',
    needs,
  },
  {
    flags: '--multipliers <name>',
    words: ['rademacher', 'mammen', 'webb', 'normal'],
    help: 'wild schemes: rademacher (default), mammen, webb or normal',
    needs,
  },
  {
    flags: '--variant <digits>',
    words: ['11', '13', '31', '33'],
    help: 'wild schemes: 11 (default), 13, 31 or 33; 3 leaves out the cluster, first digit residuals, second variance',
    needs,
  },
  {
    flags: '--impose-null',
    help: 'wild schemes: residuals under the tested hypothesis (default)',
    needs,
  },
  { flags: '--no-impose-null', help: 'wild schemes: residuals of the estimate' },
  {
    flags: '--block-length <rows>',
    help: 'rows per block; for stationary, their mean number',
    read: numberOrText,
    needs,
  },
  {
    flags: '--ci <methods>',
    words: ['percentile', 'basic', 'normal', 'studentized', 'bca', 'inverted'],
    help: 'intervals: percentile, basic, normal; with pairs or cluster also bca and studentized (of unadjusted, HC0, HC1 or CV1 errors); with wild schemes also inverted (the default)',
    needs,
  },
  {
    flags: '--statistics <list>',
    help: 'expressions in the coefficients such as a/(1-b), separated by commas; for iv also firstStageF and andersonRubin',
    needs,
  },
  ...sharedBootstrapOptions,
]);

/** The key `bootstrap` of a linear model; `--order` belongs to the covariance. */
export function linearBootstrapKeys(values: OptionValues): unknown {
  const { bootstrap: reps, scheme, draw: cluster, multipliers: weights, variant } = values;
  const { imposeNull, blockLength, ci } = values;
  if (reps === undefined) return undefined;
  const how = { scheme, cluster, weights, variant, imposeNull, blockLength };
  return { reps, ...how, ci, ...sharedBootstrapKeys(values) };
}

/** The keys that all bootstraps share, besides `reps` and `ci`. */
export function sharedBootstrapKeys(values: OptionValues): object {
  const { seed, pValue, precision, jackknife } = values;
  const statistics = values['statistics'] as string | undefined;
  const list = statistics?.split(',').map((one) => one.trim());
  return { seed, pValue, precision, jackknife, statistics: list };
}
