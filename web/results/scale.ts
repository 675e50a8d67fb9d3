/** One scale for the intervals of all coefficients, where that lets each of them be seen. */
import type { FitResult } from 'wasmetrics';

export type Scale = readonly [number, number];

/** Above this ratio of the widest interval to the narrowest the narrow ones would be dots. */
const widest = 25;

/** The scale that shows every interval and zero. */
export function commonScale({ confInt }: FitResult): Scale | undefined {
  const ends = Object.values(confInt).flat().filter(Number.isFinite);
  if (ends.length === 0) return undefined;
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = 0.04 * (high - low) || 1;
  return [low - room, high + room];
}

/** Whether one scale shows the intervals well. */
export function suitsOneScale({ confInt }: FitResult): boolean {
  const widths = Object.values(confInt)
    .map(([low, high]) => high - low)
    .filter((width) => width > 0);
  return Math.max(...widths) <= widest * Math.min(...widths);
}
