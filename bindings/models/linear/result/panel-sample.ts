import type { Sample } from '../../../results/fit.js';
import type { LinearSample } from '../design/sample.js';
import { describeSample } from './result.js';
import type { PanelRows } from '../design/units.js';

/** Counts of the rows that were read, used and lost, and the sizes of units. */
export function describePanelSample(
  sample: LinearSample,
  { units, periods, sizes }: PanelRows,
): Sample {
  const rows = sample.nrows;
  return {
    ...describeSample(sample),
    balanced: rows === units.count * periods.count,
    unitSizes: {
      min: sizes.reduce((a, b) => Math.min(a, b)),
      mean: rows / units.count,
      max: sizes.reduce((a, b) => Math.max(a, b)),
    },
  };
}
