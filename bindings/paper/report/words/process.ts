/** What a study simulated, in words. */
import type { SimulatedProcess } from '../../../analysis/montecarlo/simulation-source.js';
import { count } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import type { Entry } from '../../tables/blocks.js';
import { plural, say, type Word } from '../../../words/phrase.js';

/** The number of panels and the process, as facts. */
export function processFacts(
  process: SimulatedProcess & { readonly reps: number; readonly seed: number },
): Entry[] {
  const { units, periods, persistence, effectSd, errorSd, errorSdRange, reps, seed } = process;
  const [low, high] = errorSdRange;
  const byUnit = low < high ? say(' ({} to {} by unit)', short(low, 4), short(high, 4)) : '';
  return [
    ['panels', say('{} of each process, seed {}', count(reps), seed)],
    [
      'process',
      say(
        '{}, {}; persistence {}, standard deviation {} of the unit effects and {} of the errors{}; other parameters as estimated; stationary start',
        plural(units, 'unit'),
        plural(periods, 'period'),
        short(persistence, 4),
        short(effectSd, 4),
        short(errorSd, 4),
        byUnit,
      ),
    ],
  ];
}

/** First words of a report on a study that was stopped. */
export function partialWords(partial: boolean): Word[] {
  return partial ? ['PARTIAL: the run was stopped before it was done.'] : [];
}
