/** `year`, `quarter`, `month` and `day` of dates. */
import { dayLength, monthOfDay, periodText, type Frequency } from '../../panel/periods.js';
import type { CallExpression } from '../../formula/expressions/expression.js';
import { type ExpressionFrame, typeError } from '../frame.js';
import type { Values } from '../values.js';
import { needsDates, needsFinerDates } from '../../../words/errors/data/types.js';

const parts = ['year', 'quarter', 'month', 'day'] as const;
type DatePart = (typeof parts)[number];

export function isDatePart(name: string): name is DatePart {
  return (parts as readonly string[]).includes(name);
}

/** Months per period. Weeks are missing, because a week may span two months. */
const monthsOf: Readonly<Partial<Record<Frequency, number>>> = { month: 1, quarter: 3, half: 6 };

/** A part of each date, as a number. */
export function datePart(
  name: DatePart,
  expression: CallExpression,
  dates: Values,
  frame: ExpressionFrame,
): Values {
  const of = expression.arguments[0]!;
  const frequency = dates.kind === 'number' ? dates.frequency : undefined;
  if (frequency === undefined) {
    throw typeError(of, frame, needsDates({ by: name, found: dates.kind }));
  }
  const part = partOf(name, frequency);
  if (part === undefined) {
    throw typeError(of, frame, needsFinerDates({ by: name, frequency }));
  }
  const values = (dates.values as Float64Array).map((count) =>
    count !== count ? NaN : part(count),
  );
  return { kind: 'number', values, causes: dates.causes };
}

/** The function of a count that returns the part; undefined if these periods do not have it. */
function partOf(name: DatePart, frequency: Frequency): ((count: number) => number) | undefined {
  if (frequency === 'time') {
    const ofDay = partOf(name, 'day');
    return ofDay && ((count) => ofDay(Math.floor(count / dayLength)));
  }
  if (name === 'day') return frequency === 'day' ? dayOfMonth : undefined;
  if (frequency === 'year' || frequency === 'week') {
    if (name !== 'year') return undefined;
    return frequency === 'year' ? (count) => count : (count) => 1960 + Math.floor(count / 52);
  }
  const length = monthsOf[frequency];
  if (name === 'month' && (length ?? 1) > 1) return undefined;
  if (name === 'quarter' && frequency === 'half') return undefined;
  const month = (count: number) => (length === undefined ? monthOfDay(count) : length * count);
  return (count) => fromMonth(name, month(count));
}

/** From months since the first of 1960. */
function fromMonth(name: DatePart, month: number): number {
  const year = Math.floor(month / 12);
  if (name === 'year') return 1960 + year;
  const ofYear = month - 12 * year;
  return name === 'month' ? ofYear + 1 : Math.floor(ofYear / 3) + 1;
}

function dayOfMonth(count: number): number {
  return Number(periodText('day', count).slice(-2));
}
