import type { Evaluated, PanelIndex } from '../../../data/index.js';

/**
 * Dummies named `year=1980`, for every period but the first in which the sample has a complete row. `without` names the
 * dummies to leave out because they were collinear.
 */
export function timeDummies(
  panel: PanelIndex,
  complete: Uint8Array,
  time: string,
  without: readonly string[],
): Evaluated[] {
  const seen = new Set<number>();
  panel.period.forEach((period, row) => {
    if (complete[row]) seen.add(period);
  });
  const periods = [...seen].sort((a, b) => a - b).slice(1);
  return periods
    .map((period) => ({
      name: `${time}=${panel.periods[period]}`,
      values: Float64Array.from(panel.period, (rowPeriod) => (rowPeriod === period ? 1 : 0)),
      complete: true,
    }))
    .filter(({ name }) => !without.includes(name));
}
