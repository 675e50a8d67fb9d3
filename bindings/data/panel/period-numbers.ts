/** Times such as 201912 that write a month as a number: as a number it is 89 periods before 202001. */
import type { Column } from '../column.js';
import type { TableWarning } from '../table-warning.js';
import { formulaWarnings } from '../../words/en/warnings/formulas.js';
import { warning, type WarningDetails } from '../../words/warning.js';
import type { PanelKeys } from './panel.js';

interface Notation {
  /** What the number counts, and the type that reads it. */
  readonly unit: WarningDetails['period-numbers']['unit'];
  readonly type: string;
  /** The divisor that splits off the part of the year. */
  readonly divisor: number;
  readonly isPart: (part: number) => boolean;
}

const isDay = (part: number): boolean => {
  const [month, day] = [Math.floor(part / 100), part % 100];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

const notations: readonly Notation[] = [
  { unit: 'months', type: 'date:ym', divisor: 100, isPart: (part) => part >= 1 && part <= 12 },
  { unit: 'weeks', type: 'date:yw', divisor: 100, isPart: (part) => part >= 1 && part <= 52 },
  { unit: 'half-years', type: 'date:yh', divisor: 10, isPart: (part) => part === 1 || part === 2 },
  { unit: 'quarters', type: 'date:yq', divisor: 10, isPart: (part) => part >= 1 && part <= 4 },
  { unit: 'days', type: 'date:ymd', divisor: 10_000, isPart: isDay },
];

/** Range of years with which such numbers begin. */
const [FIRST, LAST] = [1800, 2100];
/** With fewer distinct times nothing can be concluded. */
const LEAST = 3;

/** Warns if the times of a panel look like parts of years, in at least two years. */
export function periodNumbers(
  column: Column | undefined,
  { time, step = 1, frequency }: Pick<PanelKeys, 'time' | 'step' | 'frequency'>,
): TableWarning[] {
  if (column?.kind !== 'number' || column.frequency !== undefined) return [];
  if (frequency !== undefined || step !== 1) return [];
  const notation = notations.find((one) => isWrittenIn(column.values, one));
  if (notation === undefined) return [];
  const pair = acrossYears(column.values, notation.divisor);
  if (pair === undefined) return [];
  const [before, after] = pair;
  const { unit, type } = notation;
  const detail = { column: time, unit, before, after, type };
  return [{ ...warning(formulaWarnings, 'period-numbers', detail), column: time }];
}

function isWrittenIn(values: Float64Array, { divisor, isPart }: Notation): boolean {
  return values.every((value) => {
    const year = Math.floor(value / divisor);
    return Number.isInteger(value) && year >= FIRST && year <= LAST && isPart(value % divisor);
  });
}

/** The last time of the first year and the first one of the next. */
function acrossYears(
  values: Float64Array,
  divisor: number,
): readonly [before: number, after: number] | undefined {
  const times = [...new Set(values)].sort((a, b) => a - b);
  if (times.length < LEAST) return undefined;
  const yearOf = (time: number) => Math.floor(time / divisor);
  const place = times.findIndex((time) => yearOf(time) > yearOf(times[0]!));
  return place < 0 ? undefined : [times[place - 1]!, times[place]!];
}
