/** Options that bootstrap a model; those that say how are not dropped when nothing is to be bootstrapped. */
import { number } from './number.js';
import type { CommandOption, OptionValues } from './describe.js';

const needs = 'bootstrap';

/** Of every estimator that has a bootstrap. */
export const sharedBootstrapOptions: readonly CommandOption[] = [
  {
    flags: '--seed <number>',
    help: 'seed of the bootstrap (default: 1)',
    read: number,
    needs,
  },
  {
    flags: '--jackknife',
    help: 'also estimate without each unit, row or cluster and name those that matter most',
    needs,
  },
  { flags: '--p-value <type>', help: 'symmetric or equal-tail (default: symmetric)', needs },
  {
    flags: '--precision <number>',
    help: 'stop when each standard error has this relative Monte Carlo error, such as 0.01',
    read: number,
    needs,
  },
];

/** How the moments of replicates are made to hold; `units` is what is drawn. */
export function recenteringOptions(units: string): readonly CommandOption[] {
  return [
    {
      flags: '--recenter',
      help: 'centre the moments of each replicate at those of the sample (the default)',
      needs,
    },
    {
      flags: '--brown-newey',
      help: `in place of centring, draw ${units} with probabilities that make the moments zero`,
      needs,
    },
    { flags: '--no-recenter', help: 'leave the moments of the replicates as they are' },
  ];
}

export function recenteringOf(values: OptionValues): unknown {
  return values['brownNewey'] === true ? 'brown-newey' : values['recenter'];
}

/** Of linear GMM. */
export const gmmBootstrapOptions: readonly CommandOption[] = [
  { flags: '--bootstrap <reps>', help: 'bootstrap the estimate this many times', read: number },
  {
    flags: '--scheme <name>',
    help: 'pairs or cluster (default: as the weighting matrix has them)',
    needs,
  },
  {
    flags: '--draw <column>',
    help: 'clusters to draw (default: those of --weight)',
    needs,
  },
  { flags: '--ci <methods>', help: 'any of percentile, basic, normal and bca', needs },
  {
    flags: '--statistics <list>',
    help: 'hansen, and expressions in the coefficients, separated by commas',
    needs,
  },
  ...recenteringOptions('rows or clusters'),
  ...sharedBootstrapOptions,
];

export function gmmBootstrapKeys(values: OptionValues): unknown {
  const { bootstrap: reps, scheme, draw: cluster, ci } = values;
  if (reps === undefined) return undefined;
  const recenter = recenteringOf(values);
  return { reps, scheme, cluster, ci, recenter, ...sharedBootstrapKeys(values) };
}

export const linearBootstrapOptions: readonly CommandOption[] = [
  { flags: '--bootstrap <reps>', help: 'bootstrap the estimate this many times', read: number },
  {
    flags: '--scheme <name>',
    help: 'pairs, cluster, wild, wild-cluster, residual, block or stationary (default: cluster where there are units or clusters, else pairs)',
    needs,
  },
  {
    flags: '--draw <column>',
    help: 'clusters to draw or multiply (default: those of --vcov, else the units)',
    needs,
  },
  {
    flags: '--multipliers <name>',
    help: 'of wild: rademacher (the default), mammen, webb or normal',
    needs,
  },
  { flags: '--variant <digits>', help: 'of wild: 11 (the default), 13, 31 or 33', needs },
  {
    flags: '--impose-null',
    help: 'of wild: residuals of the hypothesis tested (the default)',
    needs,
  },
  { flags: '--no-impose-null', help: 'of wild: residuals of the estimate' },
  {
    flags: '--block-length <rows>',
    help: 'rows of a block, or their mean number',
    read: number,
    needs,
  },
  {
    flags: '--ci <methods>',
    help: 'any of percentile, basic, normal, studentized, bca and, of wild, inverted',
    needs,
  },
  {
    flags: '--statistics <list>',
    help: 'expressions in the coefficients such as a/(1-b) and, of iv, firstStageF and andersonRubin, with commas between',
    needs,
  },
  ...sharedBootstrapOptions,
];

/** The key `bootstrap` of a linear model; `--order` is that of the covariance. */
export function linearBootstrapKeys(values: OptionValues): unknown {
  const { bootstrap: reps, scheme, draw: cluster, multipliers: weights, variant } = values;
  const { imposeNull, blockLength, ci } = values;
  if (reps === undefined) return undefined;
  const how = { scheme, cluster, weights, variant, imposeNull, blockLength };
  return { reps, ...how, ci, ...sharedBootstrapKeys(values) };
}

/** The keys that every bootstrap has beside `reps` and `ci`. */
export function sharedBootstrapKeys(values: OptionValues): object {
  const { seed, pValue, precision, jackknife } = values;
  const statistics = values['statistics'] as string | undefined;
  const list = statistics?.split(',').map((one) => one.trim());
  return { seed, pValue, precision, jackknife, statistics: list };
}
