/** The shape of a column in a few bars. */
import type { Column } from 'wasmetrics';

const bars = 16;

/** Heights of a histogram from 0 to 1: of numbers over equal intervals, of text over its most frequent values. */
export function sparklineOf(column: Column): number[] {
  const counts = column.kind === 'number' ? ofNumbers(column.values) : ofTexts(column.values);
  const most = Math.max(1, ...counts);
  return counts.map((count) => count / most);
}

function ofNumbers(values: Float64Array): number[] {
  let [least, largest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  const counts = new Array<number>(bars).fill(0);
  const width = (largest - least) / bars;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const bar = width > 0 ? Math.min(bars - 1, Math.floor((value - least) / width)) : 0;
    counts[bar]!++;
  }
  return counts;
}

function ofTexts(values: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a).slice(0, bars);
}
