/** Significance levels, and their marks. */
import type { Range } from './range.js';
import { short } from './words.js';

/** The p-values that a mark such as `**` means: at least the next stricter level, below its own. */
export function levelsOf(legend: ReadonlyMap<string, number>, mark: string): Range {
  const high = mark === '' ? 1 : (legend.get(mark) ?? NaN);
  const stricter = [...legend.values()].filter((level) => level < high);
  return { low: Math.max(0, ...stricter), high };
}

/** The stars that a range of p-values can have. */
export function marksOf(legend: ReadonlyMap<string, number>, p: Range): string[] {
  return [...legend.keys(), '']
    .filter((mark) => overlaps(p, levelsOf(legend, mark)))
    .map((mark) => (mark === '' ? 'no star' : mark));
}

export function levelWords({ low, high }: Range): string {
  if (low === 0) return `below ${short(high)}`;
  return high === 1 ? `of at least ${short(low)}` : `from ${short(low)} to ${short(high)}`;
}

export function clamped({ low, high }: Range): Range {
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

/** True if some p-value in the range can have these stars; a p exactly at a level may have either. */
export function overlaps(p: Range, levels: Range): boolean {
  return p.low <= levels.high && p.high >= levels.low;
}
