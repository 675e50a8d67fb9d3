import { plural } from '../../../tables/format.js';
import type { EconError } from '../../../core/errors.js';
import { listed } from '../../../core/messages.js';
import { errorFromStatus } from '../../../core/status-errors.js';
import { Status, statusName } from '../../../core/status.js';
import { rowNumber } from '../../../data/index.js';
import type { Failure } from './records.js';
import type { LinearSample } from '../design/sample.js';

/** Turns a status of the core into an error that uses the names of the model. */
export function linearError(estimator: string, failure: Failure, sample: LinearSample): EconError {
  const { status, detail } = failure;
  const columns = dependent(failure, sample);
  return errorFromStatus(status, `${estimator}: ${messageOf(failure, columns, sample)}`, {
    ...(status === Status.RankDeficient && { column: sample.names[detail], columns }),
  });
}

/** Names of the columns that a collinear one depends on. */
function dependent({ detail, dependence }: Failure, { names }: LinearSample): string[] {
  return names.filter((_, j) => j !== detail && dependence[j] === 1);
}

function messageOf(
  { status, detail, bandwidth }: Failure,
  columns: readonly string[],
  sample: LinearSample,
): string {
  const { names, nrows } = sample;
  switch (status) {
    case Status.NoDegreesOfFreedom:
      return `${plural(nrows, 'row')} for ${plural(names.length, 'coefficient')} (${listed(names)}); expected more rows than coefficients`;
    case Status.RankDeficient:
      return collinear(names[detail]!, columns);
    case Status.ShapeMismatch:
      return twoRows(detail, sample);
    case Status.TooManyLags:
      return tooManyLags(detail, bandwidth, sample);
    default:
      return `the core returned ${statusName(status)}`;
  }
}

/** `detail` is the second of two rows with the same place in the order. */
function twoRows(detail: number, { order, rows, table }: LinearSample): string {
  const { column, period, unit, periods } = order!;
  const first = period.findIndex((p, i) => p === period[detail] && unit[i] === unit[detail]);
  const numbers = [rows[first]!, rows[detail]!]
    .map((row) => rowNumber(row, table.fileRows))
    .sort((a, b) => a - b);
  return `column "${column}" orders the rows and must differ between rows (of the same unit, if panel is set), found ${periods[period[detail]!]} in rows ${numbers.join(' and ')}`;
}

function tooManyLags(periods: number, bandwidth: number, { order }: LinearSample): string {
  const most = periods - 1;
  return `bandwidth: expected at most ${most} lags, one fewer than the ${periods} periods of "${order!.column}" from first to last, found ${bandwidth}; use fewer lags or auto`;
}

/** Says in words how the regressor depends on these columns. */
export function collinear(name: string, columns: readonly string[]): string {
  if (columns.length === 0) return `regressor "${name}" is zero in every row of the sample`;
  if (name === '_cons' && columns.length === 1) {
    return `regressor "${columns[0]}" is constant, and the model has an intercept`;
  }
  return `regressor "${name}" is a linear combination of ${listed(columns)}`;
}
