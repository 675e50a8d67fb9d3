/** Significance levels, and their marks. */
import { type Phrase, say } from '../../words/phrase.js';
import type { Range } from './range.js';
import { short } from './words.js';

/** The p-values that a mark such as `**` means: at least the next stricter level, below its own. */
export function levelsOf(legend: ReadonlyMap<string, number>, mark: string): Range {
  const high = mark === '' ? 1 : (legend.get(mark) ?? NaN);
  const stricter = [...legend.values()].filter((level) => level < high);
  return { low: Math.max(0, ...stricter), high };
}

/** The stars that a range of p-values can have. */
export function marksOf(legend: ReadonlyMap<string, number>, p: Range): Phrase[] {
  return [...legend.keys(), '']
    .filter((mark) => overlaps(p, levelsOf(legend, mark)))
    .map(markWords);
}

export const markWords = (mark: string): Phrase => (mark === '' ? say('no star') : mark);

export function levelWords({ low, high }: Range): Phrase {
  if (low === 0) return say('below {}', short(high));
  return high === 1
    ? say('of at least {}', short(low))
    : say('from {} to {}', short(low), short(high));
}

export function clamped({ low, high }: Range): Range {
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

/** True if some p-value in the range can have these stars; a p exactly at a level may have either. */
export function overlaps(p: Range, levels: Range): boolean {
  return p.low <= levels.high && p.high >= levels.low;
}
