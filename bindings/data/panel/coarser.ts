/** Converts dates to a longer unit. */
import { dayLength, dayOf, type Frequency, monthOfDay } from './periods.js';

/** Units that can be declared for a panel, the shortest first. */
export const declaredFrequencies = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const;

export type DeclaredFrequency = (typeof declaredFrequencies)[number];

/** Number of months in each unit that consists of months. */
const months = { month: 1, quarter: 3, half: 6, year: 12 } as const;

const lengthOf = (frequency: Frequency): number =>
  declaredFrequencies.indexOf(frequency as DeclaredFrequency);

/** Converts counts of `from` to the unit `to` that contains them; undefined if `to` is shorter. */
export function inFrequency(
  values: Float64Array,
  from: Frequency,
  to: DeclaredFrequency,
): Float64Array | undefined {
  if (lengthOf(from) > lengthOf(to)) return undefined;
  if (from === to) return values;
  return values.map((count) => (Number.isNaN(count) ? NaN : countOf(count, from, to)));
}

function countOf(count: number, from: Frequency, to: DeclaredFrequency): number {
  if (from === 'time') return countOf(Math.floor(count / dayLength), 'day', to);
  if (from === to) return count;
  if (to === 'day') return count;
  if (to === 'week') return weekOfDay(count);
  const month = monthOf(count, from);
  return to === 'year' ? 1960 + Math.floor(month / 12) : Math.floor(month / months[to]);
}

/** The month of a day, or the first month of a longer unit. */
function monthOf(count: number, from: Frequency): number {
  switch (from) {
    case 'time':
    case 'day':
      return monthOfDay(count);
    case 'week':
      return monthOfDay(
        firstOfYear(Math.floor(count / 52)) + 7 * (count - 52 * Math.floor(count / 52)),
      );
    case 'year':
      return 12 * (count - 1960);
    default:
      return months[from] * count;
  }
}

/** Week 1 starts on the first of January; week 52 has eight or nine days. */
function weekOfDay(day: number): number {
  const year = Math.floor(monthOfDay(day) / 12);
  return 52 * year + Math.min(51, Math.floor((day - firstOfYear(year)) / 7));
}

/** The first day of a year; both count from 1960. */
function firstOfYear(year: number): number {
  return dayOf(1960 + year, 1, 1)!;
}
