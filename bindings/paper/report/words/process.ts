/** What a study simulated, in words. */
import type { SimulatedProcess } from '../../../analysis/montecarlo/simulation-source.js';
import { count, plural } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';

/** The number of panels and the process, as facts. */
export function processFacts(
  process: SimulatedProcess & { readonly reps: number; readonly seed: number },
): (readonly [label: string, words: string])[] {
  const { units, periods, persistence, effectSd, errorSd, errorSdRange, reps, seed } = process;
  const [low, high] = errorSdRange;
  const byUnit = low < high ? ` (${short(low, 4)} to ${short(high, 4)} by unit)` : '';
  return [
    ['panels', `${count(reps)} of each process, seed ${seed}`],
    [
      'process',
      `${plural(units, 'unit')}, ${plural(periods, 'period')}; persistence ${short(persistence, 4)}, standard deviation ${short(effectSd, 4)} of the unit effects and ${short(errorSd, 4)} of the errors${byUnit}; other parameters as estimated; stationary start`,
    ],
  ];
}

/** First words of a report on a study that was stopped. */
export function partialWords(partial: boolean): string[] {
  return partial ? ['PARTIAL: the run was stopped before it was done.'] : [];
}
