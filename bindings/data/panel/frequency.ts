/** What one period of a column of dates is: the unit it counts, or a coarser one that all its dates fit. */
import type { Column } from '../column.js';
import { dayLength, type Frequency, monthOfDay } from './periods.js';

/** Periods as numbers, `step` units of `frequency` apart. Numbers that are no dates have no frequency. */
export interface Calendar {
  readonly values: Float64Array;
  readonly step: number;
  readonly frequency?: Frequency;
}

/** Multiples of a unit that have a name of their own. */
const named: Readonly<Partial<Record<Frequency, readonly number[]>>> = {
  day: [7],
  month: [3, 6, 12],
  quarter: [2, 4],
  half: [2],
};

/**
 * The periods of a column, `step` apart. Days that are all the first or all the last of a month are months. Of dates a
 * step of 1 is the longest named unit between them: months that are all a quarter apart are quarters.
 */
export function calendarOf(column: Column, values: Float64Array, step: number): Calendar {
  if (column.kind !== 'number' || column.frequency === undefined) return { values, step };
  const { frequency, values: counts } = coarser(column.frequency, values);
  if (step !== 1) return { frequency, values: counts, step };
  const divisor = commonDivisor(counts);
  if (frequency === 'time') return { frequency, values: counts, step: divisor };
  const multiples = named[frequency] ?? [];
  const longest = multiples.filter((multiple) => divisor % multiple === 0).at(-1) ?? 1;
  return { frequency, values: counts, step: longest };
}

function coarser(
  frequency: Frequency,
  values: Float64Array,
): { readonly frequency: Frequency; readonly values: Float64Array } {
  if (frequency === 'time' && values.every((count) => count % dayLength === 0)) {
    return coarser(
      'day',
      values.map((count) => count / dayLength),
    );
  }
  if (frequency !== 'day') return { frequency, values };
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
