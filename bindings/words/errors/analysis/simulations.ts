/** Errors of simulated panels, in English. */
import { family } from '../../family.js';

export const unsimulated = family('cannot-simulate', {
  'error-variance': (detail: {
    readonly errorVariance: number;
    /** Whether every unit has one row. */
    readonly single: boolean;
  }) =>
    `expected an estimated error variance above 0, found ${detail.single ? 'one row per unit' : detail.errorVariance}`,
  coefficient: 'expected a value of every coefficient, found no value of {name}',
  'not-lagged': 'expected lagged outcomes only, found {term}',
  'no-lags': 'persistence: expected a model with lags of the outcome, found none',
  'not-stationary': ({ sum }: { readonly coefficients: readonly number[]; readonly sum: string }) =>
    `expected a stationary process, found coefficients of the lagged outcome with sum ${sum}; set persistence to a value below 1`,
  function: (detail: {
    readonly term: string;
    /** The simulated variable of which it is a function. */
    readonly of: string;
    readonly simulated: readonly string[];
  }) =>
    `expected only lags and differences of ${detail.simulated.join(', ')}, found ${detail.term}, another function of the simulated ${detail.of}`,
});
