/** In which periods units have rows. */
import type {
  Gap,
  PeriodValue,
  Presence,
  PresencePattern,
} from '../../results/describe/panel-report.js';
import type { DataValue } from '../../results/describe/description.js';

/** Rows of each unit in each period (units x periods, row by row), and their names. */
export interface RowCounts {
  readonly nunits: number;
  readonly nperiods: number;
  readonly counts: Int32Array;
  readonly unitOf: (unit: number) => DataValue;
  readonly periodOf: (period: number) => PeriodValue;
}

/** Maximum number of bands of units and of periods in the picture of presence. */
export const UNIT_BANDS = 40;
export const PERIOD_BANDS = 60;

/** The first and the last period in which a unit has rows. */
export function lifeOf({ counts, nperiods }: RowCounts, unit: number): readonly [number, number] {
  const row = counts.subarray(unit * nperiods, (unit + 1) * nperiods);
  let last = nperiods - 1;
  while (last >= 0 && row[last] === 0) last--;
  return [row.findIndex((count) => count > 0), last];
}

/** The patterns of units: the most frequent first; among equally frequent ones, those with earlier rows first. */
export function patternsOf({ nunits, nperiods, counts }: RowCounts): PresencePattern[] {
  const units = new Map<string, number>();
  for (let unit = 0; unit < nunits; unit++) {
    const row = counts.subarray(unit * nperiods, (unit + 1) * nperiods);
    const pattern = Array.from(row, (count) => Number(count > 0)).join('');
    units.set(pattern, (units.get(pattern) ?? 0) + 1);
  }
  return Array.from(units, ([pattern, n]) => ({ pattern, units: n })).sort(
    (a, b) => b.units - a.units || (a.pattern < b.pattern ? 1 : -1),
  );
}

/** Periods without rows between the first and the last row of each unit. */
export function gapsOf(panel: RowCounts): Gap[] {
  const { nunits, nperiods, counts, unitOf, periodOf } = panel;
  const gaps: Gap[] = [];
  for (let unit = 0; unit < nunits; unit++) {
    const [first, last] = lifeOf(panel, unit);
    for (let period = first + 1; period < last; period++) {
      if (counts[unit * nperiods + period]! > 0) continue;
      const from = period;
      while (counts[unit * nperiods + period + 1] === 0) period++;
      gaps.push({ unit: unitOf(unit), from: periodOf(from), to: periodOf(period) });
    }
  }
  return gaps;
}

/** Groups units and periods into bands, one per band if there are few, with the share of cells that have rows. */
export function presenceOf({ nunits, nperiods, counts, unitOf, periodOf }: RowCounts): Presence {
  const periods = bands(nperiods, PERIOD_BANDS);
  const units = bands(nunits, UNIT_BANDS).map(([from, to]) => ({
    from: String(unitOf(from)),
    to: String(unitOf(to - 1)),
    units: to - from,
    shares: periods.map(([start, end]) => {
      let present = 0;
      for (let unit = from; unit < to; unit++) {
        for (let period = start; period < end; period++) {
          present += Number(counts[unit * nperiods + period]! > 0);
        }
      }
      return present / ((to - from) * (end - start));
    }),
  }));
  return {
    periods: periods.map(([from, to]) => ({ from: periodOf(from), to: periodOf(to - 1) })),
    units,
  };
}

/** Bands of the numbers 0 to n - 1, whose lengths differ by at most one; each with its first number and its end. */
export function bands(n: number, most: number): (readonly [number, number])[] {
  const count = Math.min(n, most);
  const edge = (i: number) => Math.floor((i * n) / count);
  return Array.from({ length: count }, (_, i) => [edge(i), edge(i + 1)] as const);
}
