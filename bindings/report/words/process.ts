import type { SimulatedProcess } from '../montecarlo/simulation-source.js';
import { count, plural, short } from '../tables/format.js';
import { labelled } from '../tables/table.js';

/** What a study simulated. */
export function processLines(
  process: SimulatedProcess & { readonly reps: number; readonly seed: number },
): string[] {
  const { units, periods, persistence, effectSd, errorSd, errorSdRange, reps, seed } = process;
  const [low, high] = errorSdRange;
  const byUnit = low < high ? ` (by unit ${short(low, 4)} to ${short(high, 4)})` : '';
  return [
    ...labelled('panels', `${count(reps)} of each process, seed ${seed}`),
    ...labelled(
      'process',
      `${plural(units, 'unit')}, ${plural(periods, 'period')}; persistence ${short(persistence, 4)}, standard deviation ${short(effectSd, 4)} of the unit effects and ${short(errorSd, 4)} of the errors${byUnit}; other parameters as estimated; stationary start`,
    ),
  ];
}
