/** Unit of a variable with a date format, counted from the start of 1960; years count from year 0. */
export type DtaPeriod =
  'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'time' | 'time-utc';

const periods: Readonly<Record<string, DtaPeriod>> = {
  d: 'day',
  w: 'week',
  m: 'month',
  q: 'quarter',
  h: 'half',
  y: 'year',
  c: 'time',
  C: 'time-utc',
};

/**
 * The unit of a display format: `%td` and `%d` days, `%tw` weeks of which a year has 52, `%tm`, `%tq`, `%th`, `%ty`,
 * `%tc` milliseconds, `%tC` milliseconds with leap seconds. undefined for other formats, business days (`%tb`) and
 * numbered periods (`%tg`) among them.
 */
export function periodOf(format: string): DtaPeriod | undefined {
  const [, old, unit] = /^%[-0-9]*(?:(d)|t([dwmqhycC]))/.exec(format) ?? [];
  return periods[old ?? unit ?? ''];
}

/** Days from 1960-01-01 to the days that follow a leap second, in Stata's `%tC`. Source: IERS Bulletin C. */
const leapDays = [
  [1972, 6],
  [1973, 0],
  [1974, 0],
  [1975, 0],
  [1976, 0],
  [1977, 0],
  [1978, 0],
  [1979, 0],
  [1980, 0],
  [1981, 6],
  [1982, 6],
  [1983, 6],
  [1985, 6],
  [1988, 0],
  [1990, 0],
  [1991, 0],
  [1992, 6],
  [1993, 6],
  [1994, 6],
  [1996, 0],
  [1997, 6],
  [1999, 0],
  [2006, 0],
  [2009, 0],
  [2012, 6],
  [2015, 6],
  [2017, 0],
].map(([year, month]) => (Date.UTC(year!, month!, 1) - Date.UTC(1960, 0, 1)) / 1000);

/** A `%tC` count in milliseconds without leap seconds, as `%tc` counts. Within a leap second it is the second before. */
export function withoutLeapSeconds(milliseconds: number): number {
  let leaps = 0;
  for (const second of leapDays) {
    if (milliseconds < (second + leaps) * 1000) break;
    leaps++;
  }
  return milliseconds - leaps * 1000;
}
