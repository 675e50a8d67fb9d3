/** Replicates as bars. */
import type { FitResult, Replicates } from 'wasmetrics';
import type { Histogram } from '../../engine/questions/bootstraps.js';

const bars = 61;
/** Standard errors to each side of the estimate. */
const reach = 4.5;

/** The distribution of each coefficient around its estimate; failed replicates are in none. */
export function histogramsOf(
  { params, stdErrors }: FitResult,
  { completed, width, values }: Replicates,
): Record<string, Histogram> {
  return Object.fromEntries(
    Object.keys(params).map((name, place) => {
      const half = reach * (stdErrors[name]! > 0 ? stdErrors[name]! : 1);
      const [low, high] = [params[name]! - half, params[name]! + half];
      const counts = new Array<number>(bars).fill(0);
      const outside: [number, number] = [0, 0];
      for (let i = 0; i < completed; i++) {
        const bar = Math.floor((bars * (values[i * width + place]! - low)) / (high - low));
        if (bar >= 0 && bar < bars) counts[bar]!++;
        else if (bar < 0) outside[0]++;
        else if (bar >= bars) outside[1]++;
      }
      return [name, { low, high, counts, outside }];
    }),
  );
}
