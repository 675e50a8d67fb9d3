/** The calendar of a panel: which periods there are, and how far apart. */

/** Periods of rows, in order. If there is a step, they are the whole calendar, including periods without rows. */
export interface Calendar {
  readonly periods: Float64Array;
  /** Steps between neighbouring periods; null if the times are irregular. Periods are then only those with rows. */
  readonly step: number | null;
  /** Period of each row; -1 for a row that has no unit or no time. */
  readonly periodOfRow: Int32Array;
  /** 1 for a period with rows. */
  readonly observed: Uint8Array;
}

/** Maximum number of periods of a calendar; a longer one counts as irregular. */
const MOST_PERIODS = 10_000;
/** Times may differ from the calendar by this share of the smallest difference, as 1980 + 3 * 0.1 does. */
const TOLERANCE = 1e-6;

/** The calendar of the times of rows that have a unit. Its step is the largest one that reaches every time. */
export function calendarOf(times: Float64Array, units: Int32Array): Calendar {
  const sorted = times.filter((_, row) => units[row]! >= 0).sort();
  const distinct = sorted.filter((time, i) => i === 0 || time !== sorted[i - 1]);
  const step = stepOf(distinct);
  const periods = step === null ? distinct : grid(distinct, step);
  const observed = new Uint8Array(periods.length);
  const [first = 0] = distinct;
  const placeOf = new Map(Array.from(distinct, (time, i) => [time, i]));
  const periodOfRow = Int32Array.from(times, (time, row) => {
    if (units[row]! < 0) return -1;
    const period = step === null ? placeOf.get(time)! : Math.round((time - first) / step);
    observed[period] = 1;
    return period;
  });
  return { periods, step, periodOfRow, observed };
}

/** The greatest common divisor of the differences; null if it is so small that the calendar would be too long. */
function stepOf(distinct: Float64Array): number | null {
  const first = distinct[0];
  if (distinct.length < 2) return 1;
  const differences = distinct.subarray(1).map((time, i) => time - distinct[i]!);
  const smallest = differences.reduce((a, b) => Math.min(a, b));
  const step = differences.reduce(
    (divisor, difference) => commonDivisor(divisor, difference, TOLERANCE * smallest),
    smallest,
  );
  const span = distinct.at(-1)! - first!;
  const steps = Math.round(span / step);
  // Ten digits: 1980.1 - 1980 becomes 0.1, without the rounding errors of the two times.
  return steps < MOST_PERIODS ? Number((span / steps).toPrecision(10)) : null;
}

/** Euclid's algorithm. A remainder of at most `tolerance` counts as rounding. */
function commonDivisor(a: number, b: number, tolerance: number): number {
  let [divisor, other] = [a, b];
  while (other > tolerance) {
    const rest = Math.abs(divisor - Math.round(divisor / other) * other);
    [divisor, other] = [other, rest];
  }
  return divisor;
}

/** The periods, rounded to twelve digits, so that 1980 + 3 * 0.1 is exactly 1980.3. */
function grid(distinct: Float64Array, step: number): Float64Array {
  const [first = 0] = distinct;
  const last = distinct.at(-1) ?? first;
  const length = distinct.length === 0 ? 0 : Math.round((last - first) / step) + 1;
  return Float64Array.from({ length }, (_, i) => Number((first + i * step).toPrecision(12)));
}
