import type { ConfidenceSet } from '../../results/fit.js';
import { short } from '../../tables/format.js';

/** `[-1.868, -0.649]`, `(-inf, 2.1] and [3.4, inf) (unbounded)`, `empty: every value is rejected`. */
export function setWords({ kind, intervals, reason }: ConfidenceSet): string {
  if (kind === 'unavailable') return `not available: ${reason}`;
  if (kind === 'empty') return 'empty: every value is rejected';
  if (kind === 'everything') return 'every value';
  const words = intervals.map(([low, high]) => {
    const left = low === null ? '(-inf' : `[${short(low, 6)}`;
    const right = high === null ? 'inf)' : `${short(high, 6)}]`;
    return `${left}, ${right}`;
  });
  return `${words.join(' and ')}${kind === 'bounded' ? '' : ` (${kind})`}`;
}
