/** The order of rows in time. */
import { covarianceTraits } from '../../models/covariances/registry.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import type { Order } from '../../models/linear/design/order.js';
import type { LinearCovariance } from '../../models/linear/model/model.js';
import { vectorOf } from './arrays.js';
import { aWholeNumber } from '../../words/expectations/values.js';
import { mostPeriods, timeOfEachRow } from '../../words/expectations/analysis/arrays.js';

/** Maximum number of periods from the first to the last. */
const MOST_PERIODS = 2 ** 24;

/** The position of each row in time; without times, its row number. */
export function orderOf(
  subject: string,
  { type }: LinearCovariance,
  time: unknown,
  nrows: number,
): Order {
  if (time === undefined && covarianceTraits(type)?.lags === 'periods') {
    throw badArgument(subject, 'time', timeOfEachRow({ type }), time);
  }
  const times =
    time === undefined
      ? Float64Array.from({ length: nrows }, (_, i) => i)
      : vectorOf(subject, 'time', time, nrows);
  const fraction = times.findIndex((value) => !Number.isSafeInteger(value));
  if (fraction >= 0) {
    throw badArgument(subject, `time[${fraction}]`, aWholeNumber(), times[fraction]);
  }
  const [first, last] = times.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Infinity, -Infinity] as const,
  );
  const count = last - first + 1;
  if (count > MOST_PERIODS) {
    throw badArgument(subject, 'time', mostPeriods({ most: MOST_PERIODS }), count);
  }
  return {
    column: 'time',
    period: Int32Array.from(times, (value) => value - first),
    periods: Float64Array.from({ length: count }, (_, i) => first + i),
    unit: new Int32Array(nrows),
    nunits: 1,
  };
}
