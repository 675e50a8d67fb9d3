/** The calendar of a time column. */
import { type Frequency, periodText } from './periods.js';
import { type FileRows, inputError, rowNumber } from '../place.js';
import { type OffGrid, timeOffGrid, tooManyPeriods } from '../../words/errors/data/panels.js';

const maxPeriods = 100_000;

/** A time as messages write it: a date in words, or any other number unchanged. */
export function nameOfTime(value: number, frequency: Frequency | undefined): string {
  return frequency === undefined ? String(value) : periodText(frequency, value);
}

/** Calendar values of the periods, first to last, and the number of each row's period. */
export interface TimeGrid {
  readonly periods: Float64Array;
  readonly periodOfRow: Int32Array;
}

/** A time column, the time between neighbouring periods, and the key that messages name. */
export interface TimeColumn {
  readonly column: string;
  readonly step: number;
  readonly frequency?: Frequency | undefined;
  readonly use: string;
  readonly fileRows?: FileRows | undefined;
}

/**
 * The calendar of `times`, none of which may be missing.
 *
 * @throws InputError `time-off-grid`, `too-many-periods`
 */
export function timeGrid(times: Float64Array, from: TimeColumn): TimeGrid {
  const { column, step, frequency, use } = from;
  const words = (time: number): string => nameOfTime(time, frequency);
  const whole = Number.isInteger(step);
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (whole && !Number.isInteger(time)) throw offGrid(undefined, times, row, from);
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const nperiods = Math.round((last - first) / step) + 1;
  if (nperiods > maxPeriods) {
    const most = { most: maxPeriods, found: nperiods, names: [words(first), words(last)] } as const;
    throw inputError(use, tooManyPeriods({ column, first, last, step, ...most }));
  }
  const periodOfRow = new Int32Array(times.length);
  for (let row = 0; row < times.length; row++) {
    const exact = (times[row]! - first) / step;
    const period = Math.round(exact);
    if (Math.abs(exact - period) > 1e-6) {
      throw offGrid({ step, start: words(first) }, times, row, from);
    }
    periodOfRow[row] = period;
  }
  // Rounded to twelve digits, so that 1980 + 3 * 0.1 is 1980.3 exactly.
  const periods = Float64Array.from({ length: nperiods }, (_, period) =>
    Number((first + period * step).toPrecision(12)),
  );
  return { periods, periodOfRow };
}

function offGrid(
  grid: OffGrid['grid'],
  times: Float64Array,
  row: number,
  { column, frequency, use, fileRows }: TimeColumn,
) {
  const fileRow = rowNumber(row, fileRows);
  const time = nameOfTime(times[row]!, frequency);
  return inputError(use, timeOffGrid({ column, row: fileRow, found: times[row]!, time, grid }));
}
