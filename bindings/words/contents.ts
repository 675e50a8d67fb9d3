/** What a printed table has, in English. */
import { plural } from './text/counts.js';
import type { Contents } from './details/papers.js';

/** `4 coefficients without errors, t, p or intervals and 2 statistics`. */
export function contentsText({ coefficients, alone, unnamed, statistics }: Contents): string {
  const without = alone ? ' without errors, t, p or intervals' : '';
  const brackets =
    unnamed.length === 0 ? '' : `, numbers in ${unnamed.join(' and ')} that nothing names`;
  return `${plural(coefficients, 'coefficient')}${without}${brackets} and ${plural(statistics, 'statistic')}`;
}
