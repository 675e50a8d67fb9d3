import type { Entry } from '../explanation.js';

/** Errors of the array-level entry points. */
export const arrayErrors: Readonly<Record<string, Entry>> = {
  'not-ready': [
    'A function of an array-level entry point was called before `ready()` had resolved.',
    'Nothing was computed.',
    'Write `await ready()` once before the first call; it is exported by each entry point.',
  ],
  'statistic-failed': [
    'The function that is bootstrapped threw an error for the rows of a replicate.',
    'The replicate is left out. If every replicate fails, nothing is returned.',
    'Call the function with the rows of the message, and handle samples that it cannot use.',
  ],
  'bad-statistic': [
    'The function that is bootstrapped returned no numbers, or another count of numbers than for all rows.',
    'The replicate is left out.',
    'Return a number, or a list that always has one length.',
  ],
  'non-finite-statistic': [
    'The function that is bootstrapped returned NaN or infinity for the rows of a replicate.',
    'The replicate is left out.',
    'Check the function on samples with repeated rows, for example for a division by zero.',
  ],
};
