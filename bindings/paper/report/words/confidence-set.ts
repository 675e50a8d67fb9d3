import type { ConfidenceSet } from '../../../results/fit.js';
import { digits } from '../../../words/text/format.js';
import { list, type Phrase, say } from '../../../words/phrase.js';

/** `[-1.868, -0.649]`, `(-inf, 2.1] and [3.4, inf) (unbounded)`, `empty: every value is rejected`. */
export function setWords({ kind, intervals, reason }: ConfidenceSet): Phrase {
  if (kind === 'unavailable') return say('not available: {}', reason ?? '');
  if (kind === 'empty') return say('empty: every value is rejected');
  if (kind === 'everything') return say('every value');
  const words = intervals.map(([low, high]) => {
    const left = low === null ? '(-inf' : `[${digits(low)}`;
    const right = high === null ? 'inf)' : `${digits(high)}]`;
    return `${left}, ${right}`;
  });
  const sets = list(words, ' and ');
  return kind === 'bounded' ? sets : say('{} ({})', sets, say(kind));
}
