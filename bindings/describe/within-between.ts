/** The variation of a column between units and within them, as Stata's `xtsum` has it. */
import type { Column } from '../data/index.js';
import type { ColumnDescription } from '../results/describe/description.js';
import { centred, compensatedSum, scaleOf, standardDeviation, sumOfSquares } from './sums.js';
import { isPresent } from './values.js';

type PanelStatistics = Pick<
  ColumnDescription,
  'sdBetween' | 'sdWithin' | 'nGroups' | 'nPeriodsMean'
>;

/**
 * Standard deviations of unit means and of deviations from them. Rows with a negative unit count in neither.
 *
 * @param units the unit of each row of the table
 */
export function withinBetween(
  column: Column,
  rows: Int32Array,
  units: Int32Array,
): PanelStatistics {
  const members = rows.filter((row) => units[row]! >= 0 && isPresent(column, row));
  const byUnit = new Map<number, number[]>();
  for (const row of members) {
    const unit = byUnit.get(units[row]!);
    if (unit === undefined) byUnit.set(units[row]!, [row]);
    else unit.push(row);
  }
  const nGroups = byUnit.size;
  const counts = { nGroups, nPeriodsMean: nGroups === 0 ? null : members.length / nGroups };
  const numeric = column.kind === 'number' && column.frequency === undefined;
  if (!numeric) return counts;
  const { values } = column;
  const all = Float64Array.from(members, (row) => values[row]!);
  if (all.length === 0 || all.some((value) => Math.abs(value) === Infinity)) {
    return { sdBetween: null, sdWithin: null, ...counts };
  }
  const scale = scaleOf(all);
  const ordered = [...byUnit].sort(([a], [b]) => a - b);
  const centres = ordered.map(([, unitRows]) =>
    centred(Float64Array.from(unitRows, (row) => values[row]!).sort(), scale),
  );
  const means = Float64Array.from(centres, ({ mean }) => mean);
  const squares = centres.map(({ deviations }) => sumOfSquares(deviations));
  const within = compensatedSum(squares.length, (i) => squares[i]!);
  return {
    sdBetween: standardDeviation(centred(means)),
    sdWithin: all.length < 2 ? null : scale * Math.sqrt(within / (all.length - 1)),
    ...counts,
  };
}
