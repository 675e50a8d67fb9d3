/** Dates as numbers: periods counted from the first of 1960, as in Stata; years are unchanged. */

/** The unit of a column of dates. A time is counted in milliseconds. */
export type Frequency = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'time';

/** Milliseconds of a day. */
export const dayLength = 86_400_000;
const start = Date.UTC(1960, 0, 1);

/** Days from the first of 1960 to the first of 1970, from which other formats count. */
export const daysTo1970 = -start / dayLength;

/** Units that are written as year and number, with the letter before the number. */
const parts: Readonly<
  Record<'week' | 'month' | 'quarter' | 'half', readonly [number, string, number]>
> = {
  week: [52, 'W', 2],
  month: [12, '', 2],
  quarter: [4, 'Q', 1],
  half: [2, 'H', 1],
};

/**
 * A period in words: day `2019-03-01`, week `2019-W05`, month `2019-03`, quarter `2019-Q1`, half `2019-H1`, year
 * `2019`, time `2019-03-01T12:00:00.000`. A year has 52 weeks, the last one of eight or nine days. Years beyond four
 * digits have a sign and six digits, as in ISO 8601. A day or time outside the calendar is written as its count.
 */
export function periodText(frequency: Frequency, count: number): string {
  if (frequency === 'year') return yearText(count);
  if (frequency === 'day') return isoText(count * dayLength)?.slice(0, -14) ?? String(count);
  if (frequency === 'time') return isoText(count)?.slice(0, -1) ?? String(count);
  const [perYear, letter, digits] = parts[frequency];
  const year = 1960 + Math.floor(count / perYear);
  const part = count - perYear * (year - 1960) + 1;
  return `${yearText(year)}-${letter}${String(part).padStart(digits, '0')}`;
}

/** Undefined for years beyond those of a Date, -271821 to 275760. */
function isoText(milliseconds: number): string | undefined {
  const date = new Date(start + milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

const isoDay = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)$/;
const isoTime =
  /^((?:\d{4}|[+-]\d{6})-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?$/;

/** The day of an ISO date such as `2020-02-29`; undefined for other texts. */
export function parseDay(text: string): number | undefined {
  const [, year, month, day] = isoDay.exec(text) ?? [];
  return year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day));
}

/** The milliseconds of an ISO date with a time; undefined for other texts. Fractions of milliseconds are dropped. */
export function parseTime(text: string): number | undefined {
  const [, date, hour, minute, second = '0', fraction = '', zone = 'Z'] = isoTime.exec(text) ?? [];
  const day = date === undefined ? undefined : parseDay(date);
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  if (day === undefined || clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const sinceMidnight = ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000 + milliseconds;
  return day * dayLength + sinceMidnight - zoneOffset(zone);
}

function zoneOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** The month of a day, both counted from 1960. */
export function monthOfDay(day: number): number {
  const date = new Date(start + day * dayLength);
  return 12 * (date.getUTCFullYear() - 1960) + date.getUTCMonth();
}

/** The day number of a date; undefined if there is no such date. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.getTime() - start) / dayLength : undefined;
}

/** The count of a period in the format of `periodText`; undefined for other texts. */
export function parsePeriod(frequency: Frequency, text: string): number | undefined {
  if (frequency === 'day') return parseDay(text);
  if (frequency === 'time') return parseTime(text);
  if (frequency === 'year') return /^-?\d{4,}$/.test(text) ? Number(text) : undefined;
  const [perYear, letter] = parts[frequency];
  const [, year, letters, digits] = /^(-?\d{4,})-([A-Z]?)(\d{1,2})$/.exec(text) ?? [];
  const part = Number(digits);
  if (year === undefined || letters !== letter || part < 1 || part > perYear) return undefined;
  return (Number(year) - 1960) * perYear + part - 1;
}
