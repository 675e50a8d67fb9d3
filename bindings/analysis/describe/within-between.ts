/** The variation of a column between units and within them, as Stata's `xtsum` has it. */
import type { Column } from '../../data/index.js';
import type { ColumnDescription } from '../../results/describe/description.js';
import {
  centred,
  compensatedSum,
  scaleOf,
  standardDeviation,
  sumOfSquares,
} from '../../core/numerics/sums.js';
import type { PanelKeyRows } from './panel-keys.js';
import { isPresent } from './values.js';

type PanelStatistics = Pick<
  ColumnDescription,
  'sdBetween' | 'sdWithin' | 'nGroups' | 'nPeriodsMean'
>;

/**
 * Standard deviations of unit means and of deviations from them. Rows with a negative unit count in neither.
 */
export function withinBetween(
  column: Column,
  rows: Int32Array,
  { units, levels }: Pick<PanelKeyRows, 'units' | 'levels'>,
): PanelStatistics {
  const nunits = levels.values.length;
  const members = rows.filter((row) => units[row]! >= 0 && isPresent(column, row));
  const sizes = new Int32Array(nunits);
  for (const row of members) sizes[units[row]!]!++;
  const nGroups = sizes.reduce((count, size) => count + Number(size > 0), 0);
  const counts = { nGroups, nPeriodsMean: nGroups === 0 ? null : members.length / nGroups };
  if (column.kind === 'text' || column.frequency !== undefined) return counts;
  const all = byUnit(column.values, members, units, sizes);
  if (all.length === 0 || all.some((value) => Math.abs(value) === Infinity)) {
    return { sdBetween: null, sdWithin: null, ...counts };
  }
  const scale = scaleOf(all);
  const means = new Float64Array(nGroups);
  const squares = new Float64Array(nGroups);
  let start = 0;
  let group = 0;
  for (const size of sizes) {
    if (size === 0) continue;
    const { mean, deviations } = centred(all.subarray(start, start + size).sort(), scale);
    means[group] = mean;
    squares[group++] = sumOfSquares(deviations);
    start += size;
  }
  const within = compensatedSum(nGroups, (i) => squares[i]!);
  return {
    sdBetween: standardDeviation(centred(means)),
    sdWithin: all.length < 2 ? null : scale * Math.sqrt(within / (all.length - 1)),
    ...counts,
  };
}

/** The values of rows, by unit. */
function byUnit(
  values: Float64Array,
  rows: Int32Array,
  units: Int32Array,
  sizes: Int32Array,
): Float64Array {
  const next = new Int32Array(sizes.length);
  for (let unit = 1; unit < next.length; unit++) next[unit] = next[unit - 1]! + sizes[unit - 1]!;
  const sorted = new Float64Array(rows.length);
  for (const row of rows) sorted[next[units[row]!]!++] = values[row]!;
  return sorted;
}
