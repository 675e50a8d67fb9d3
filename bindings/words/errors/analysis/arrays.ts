/** Errors of estimators and resampling of arrays, in English. */
import { listed, show, showWord } from '../../text/messages.js';
import { says, type Told } from '../../told.js';
import type { BadValue } from '../values.js';

export const unknownVariable = says(
  'unknown-column/array',
  ({ column, known }: { readonly column: string; readonly known: readonly string[] }) =>
    `unknown variable ${show(column)}; expected one of ${listed(known)}, or a lag, lead or difference of one, such as L2.y`,
);
export const oneResampledCluster = says(
  'too-few-clusters/resampled',
  'expected at least two clusters, found one; resample rows instead',
);

/** Of a statistic of the caller that gives no numbers; `cause` says why. */
export const badStatisticValue = says(
  'bad-value/statistic',
  ({ expected, cause }: BadValue & { readonly cause: Told }) =>
    `expected ${expected}, found ${showWord(cause.text)}`,
);
export const noFiniteReplicates = says(
  'too-many-failed-draws/statistic',
  ({ failed, cause }: { readonly failed: number; readonly cause: Told }) =>
    `expected finite numbers, found ${failed} replicates without: ${cause.text}; check the function on resampled rows`,
);
export const nothingComputed = says('nothing-computed', 'nothing was computed');
export const statisticFailed = says(
  'statistic-failed',
  ({ reason }: { readonly reason: string }) => reason,
);
export const badStatistic = says('bad-statistic', ({ width }: { readonly width: number }) => {
  const expected = width > 0 ? `${width} numbers` : 'a number or a list of numbers';
  return `the statistic did not return ${expected}`;
});
export const nonFiniteStatistic = says(
  'non-finite-statistic',
  'the statistic returned NaN or infinity',
);
