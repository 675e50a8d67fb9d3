/** Errors of panels, in English. */
import type { FrequencyName } from '../../text/frequencies.js';
import { says } from '../../told.js';

export const badStep = says('bad-step', 'expected a positive number, found {step}');

/** A unit and period with several rows; rows are numbered as in the file. */
export interface RepeatedPeriod {
  readonly unit: string;
  readonly time: number | string;
  readonly rows: readonly number[];
}

export interface DuplicateKeys {
  readonly total: number;
  /** The first of them. */
  readonly keys: readonly RepeatedPeriod[];
  readonly unit: string;
  readonly time: string;
}

/** Maximum rows of a key in a message of 500 characters. */
const mostRows = 3;

/** The rows to list, and how many more there are. */
export const listedRows = (rows: readonly number[]) =>
  [rows.slice(0, mostRows), Math.max(0, rows.length - mostRows)] as const;

export const shortUnit = (unit: string) => (unit.length > 20 ? `${unit.slice(0, 17)}...` : unit);
export const duplicateKeys = says(
  'duplicate-keys',
  ({ total, keys, unit, time }: DuplicateKeys) => {
    const words = keys.map(repeatedText).join(', ');
    const more = total > keys.length ? `, and ${total - keys.length} more` : '';
    return `each (${unit}, ${time}) must occur once, found ${total} repeated: ${words}${more}; remove or rename the repeated rows`;
  },
);

/** `(3, 1980) in rows 5, 9`. */
function repeatedText({ unit, time, rows }: RepeatedPeriod): string {
  const [listed, others] = listedRows(rows);
  const more = others > 0 ? ` and ${others} more` : '';
  return `(${shortUnit(unit)}, ${time}) in rows ${listed.join(', ')}${more}`;
}

export const badFrequency = says('bad-frequency', ({ from, found }: OtherFrequency) =>
  from === undefined
    ? `expected dates or frequency year, found ${found} and a column of numbers; declare the type of the column in data.types`
    : `expected ${from} or longer for dates by ${from}, found ${found}; leave it out`,
);

export interface OtherFrequency {
  /** That of the dates; undefined for numbers. */
  readonly from: FrequencyName | undefined;
  readonly found: FrequencyName;
}

export const tooManyPeriods = says(
  'too-many-periods/panel',
  ({ most, found, column, names: [first, last], step }: ManyPeriods) =>
    `expected at most ${most} periods, found ${found}: column "${column}" runs from ${first} to ${last} by ${step}; set a larger step`,
);

export interface ManyPeriods {
  readonly column: string;
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly most: number;
  readonly found: number;
  /** The first and the last period. */
  readonly names: readonly [string, string];
}

export const timeOffGrid = says('time-off-grid', ({ column, row, time, grid }: OffGrid) => {
  const expected =
    grid === undefined
      ? 'expected whole numbers'
      : `expected periods ${grid.step} apart, starting at ${grid.start}`;
  return `${expected}, found ${time} in row ${row} of column "${column}"; correct it or change the step`;
});

export interface OffGrid {
  readonly column: string;
  readonly row: number;
  readonly found: number;
  /** The time as a date, or as a number. */
  readonly time: string;
  /** Undefined if the times are to be whole numbers. */
  readonly grid: { readonly step: number; readonly start: string } | undefined;
}
