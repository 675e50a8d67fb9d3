/** What distributions and random numbers take, in English. */
import { says } from '../../told.js';

export const degreesOfFreedom = says(
  'degrees-of-freedom',
  'degrees of freedom above 0, at most 1e10',
);
export const degreesOrInfinity = says(
  'degrees-or-infinity',
  'degrees of freedom above 0, at most 1e10, or Infinity',
);
export const positiveShape = says('positive-shape', 'a number above 0, at most 1e10');
export const noncentrality = says('noncentrality', 'a noncentrality from 0 to 1e10');
export const rankStatistic = says('rank-statistic', 'a finite rank statistic of at least 0');
export const probability = says('probability', 'a probability from 0 to 1');
export const solvable = says(
  'solvable',
  'a probability whose quantile keeps digits, as those of shapes near 1e-10 may not',
);
export const noMoreThan = says(
  'no-more-than',
  ({ names }: { readonly names: readonly string[] }) => `no more than ${names.join(', ') || 'x'}`,
);
export const aStream = says('stream', 'a stream made by stream()');
export const wordsOf32 = says('words-of-32-bits', '{count} words');
