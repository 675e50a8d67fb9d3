import type { ConfidenceSet } from '../../../results/fit.js';
import { digits } from '../../../words/text/format.js';

/** `[-1.868, -0.649]`, `(-inf, 2.1] and [3.4, inf) (unbounded)`, `empty: every value is rejected`. */
export function setWords({ kind, intervals, reason }: ConfidenceSet): string {
  if (kind === 'unavailable') return `not available: ${reason}`;
  if (kind === 'empty') return 'empty: every value is rejected';
  if (kind === 'everything') return 'every value';
  const words = intervals.map(([low, high]) => {
    const left = low === null ? '(-inf' : `[${digits(low)}`;
    const right = high === null ? 'inf)' : `${digits(high)}]`;
    return `${left}, ${right}`;
  });
  return `${words.join(' and ')}${kind === 'bounded' ? '' : ` (${kind})`}`;
}
