/** Options of a bootstrap. Those with `needs` are errors without --bootstrap, rather than ignored. */
import { numberOrText } from '../options/numbers.js';
import { bootstrapHeading, type CommandOption, type OptionValues, under } from './describe.js';

const needs = 'bootstrap';

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
    flags: '--statistics <list>',
    help: 'hansen and expressions in the coefficients, separated by commas',
    needs,
  },
  ...recenteringOptions('rows or clusters'),
]);

export function gmmBootstrapKeys(values: OptionValues): unknown {
  const { bootstrap: reps } = values;
  if (reps === undefined) return undefined;
  return { reps, recenter: recenteringOf(values), statistics: statisticsOf(values) };
}

export const linearBootstrapOptions: readonly CommandOption[] = under(bootstrapHeading, [
  { flags: '--bootstrap <reps>', help: 'number of bootstrap replicates', read: numberOrText },
  {
    flags: '--impose-null',
    help: 'wild schemes: residuals under the tested hypothesis (default)',
    needs,
  },
  { flags: '--no-impose-null', help: 'wild schemes: residuals of the estimate' },
  {
    flags: '--statistics <list>',
    help: 'expressions in the coefficients such as a/(1-b), separated by commas; for iv also firstStageF and andersonRubin; with a wild scheme a joint test such as "a = 0, b = 0"',
    needs,
  },
]);

/** The keys of `bootstrap` of a linear model that options of several keys set. */
export function linearBootstrapKeys(values: OptionValues): unknown {
  const { bootstrap: reps, imposeNull } = values;
  if (reps === undefined) return undefined;
  return { reps, imposeNull, statistics: statisticsOf(values) };
}

/** Expressions and names of tests, or the hypotheses of one joint test. */
export function statisticsOf({ statistics }: OptionValues): unknown {
  if (typeof statistics !== 'string') return undefined;
  return /[=<>]/.test(statistics) ? [statistics] : statistics.split(',').map((one) => one.trim());
}
