/** What one period of a column of dates is: its unit, or a longer unit that fits all dates. */
import type { Column } from '../column.js';
import { inputError } from '../place.js';
import { type DeclaredFrequency, inFrequency } from './coarser.js';
import { dayLength, type Frequency, monthOfDay } from './periods.js';
import { badFrequency } from '../../words/errors/data/panels.js';

/** Periods as numbers, `step` units of `frequency` apart. Numbers that are not dates have no frequency. */
export interface Calendar {
  readonly values: Float64Array;
  readonly step: number;
  readonly frequency?: Frequency;
}

/** The unit of periods, and the distance between them. */
export interface Steps {
  /** Distance between neighbouring periods; 1 by default. */
  readonly step?: number | undefined;
  /** By default the longest unit that fits all dates. */
  readonly frequency?: DeclaredFrequency | undefined;
}

/** Multiples of a unit that have a name. */
const named: Readonly<Partial<Record<Frequency, readonly number[]>>> = {
  day: [7],
  month: [3, 6, 12],
  quarter: [2, 4],
  half: [2],
};

/**
 * The periods of a column, `step` apart. Days that are all the first or all the last of a month count as months. For
 * dates, a step of 1 is the longest named unit between them: months that are all a quarter apart are quarters.
 */
export function calendarOf(
  column: Column,
  values: Float64Array,
  { step = 1, frequency: declared }: Steps,
): Calendar {
  if (declared !== undefined) return declaredCalendar(column, values, declared, step);
  if (column.kind !== 'number' || column.frequency === undefined) return { values, step };
  const { frequency, values: counts } = coarser(column.frequency, values);
  if (step !== 1) return { frequency, values: counts, step };
  const divisor = commonDivisor(counts);
  if (frequency === 'time') return { frequency, values: counts, step: divisor };
  const multiples = named[frequency] ?? [];
  const longest = multiples.filter((multiple) => divisor % multiple === 0).at(-1) ?? 1;
  return { frequency, values: counts, step: longest };
}

/**
 * The periods of the dates in a declared unit. Numbers can only be years, because nothing says what other numbers
 * count.
 *
 * @throws InputError `bad-frequency`
 */
function declaredCalendar(
  column: Column,
  values: Float64Array,
  frequency: DeclaredFrequency,
  step: number,
): Calendar {
  const from = column.kind === 'number' ? column.frequency : undefined;
  if (from === undefined && frequency === 'year') return { values, step, frequency };
  const counts = from && inFrequency(values, from, frequency);
  if (counts !== undefined) return { values: counts, step, frequency };
  throw inputError('panel.frequency', badFrequency({ from, found: frequency }));
}

/**
 * Dates in the longest unit that fits all of them: days that are all the first or all the last of a month are months.
 */
export function coarser(
  frequency: Frequency,
  values: Float64Array,
): { readonly frequency: Frequency; readonly values: Float64Array } {
  if (
    frequency === 'time' &&
    values.every((count) => Number.isNaN(count) || count % dayLength === 0)
  ) {
    return coarser(
      'day',
      values.map((count) => count / dayLength),
    );
  }
  if (frequency !== 'day') return { frequency, values };
  // NaN, of a row without a time, differs from itself.
  const areFirst = values.every((day) => monthOfDay(day) !== monthOfDay(day - 1));
  const areLast = values.every((day) => monthOfDay(day) !== monthOfDay(day + 1));
  return areFirst || areLast
    ? { frequency: 'month', values: values.map(monthOfDay) }
    : { frequency, values };
}

/** The greatest common divisor of the distances between the values; 1 if there is none. */
function commonDivisor(values: Float64Array): number {
  const first = values[0] ?? 0;
  let divisor = 0;
  for (const value of values) {
    let [a, b] = [Math.abs(value - first), divisor];
    while (b > 0) [a, b] = [b, a % b];
    divisor = a;
    if (divisor === 1) break;
  }
  return divisor === 0 ? 1 : divisor;
}
