import type { EconError } from '../../core/errors.js';
import { errorFromStatus } from '../../core/status-errors.js';
import { Status, statusName } from '../../core/status.js';
import { rowNumber } from '../../data/index.js';
import type { LinearSample } from './sample.js';

/** The error of a status of the core; `detail` is the position it refers to. */
export function linearError(
  estimator: string,
  status: number,
  detail: number,
  sample: LinearSample,
): EconError {
  const message = `${estimator}: ${messageOf(status, detail, sample)}`;
  const column = sample.names[detail];
  return errorFromStatus(status, message, status === Status.RankDeficient ? { column } : {});
}

function messageOf(status: number, detail: number, sample: LinearSample): string {
  const { names, nrows } = sample;
  switch (status) {
    case Status.NoDegreesOfFreedom:
      return `${nrows} rows for ${names.length} coefficients (${names.join(', ')}); expected more rows than coefficients`;
    case Status.RankDeficient:
      return collinear(names, detail, sample.x.subarray(detail * nrows, (detail + 1) * nrows));
    case Status.ShapeMismatch:
      return twoRows(detail, sample);
    default:
      return `the core returned ${statusName(status)}`;
  }
}

/** `detail` is the second of two rows that have one place in the order. */
function twoRows(detail: number, { order, rows }: LinearSample): string {
  const { column, period, unit, periods } = order!;
  const first = period.findIndex((p, i) => p === period[detail] && unit[i] === unit[detail]);
  const numbers = [rows[first]!, rows[detail]!].map(rowNumber).sort((a, b) => a - b);
  return `column "${column}" orders the rows and must differ between rows (of one unit, where panel is given), found ${periods[period[detail]!]} in rows ${numbers.join(' and ')}`;
}

function collinear(names: readonly string[], place: number, values: Float64Array): string {
  if (values.every((value) => value === 0)) {
    return `regressor "${names[place]}" is zero throughout the sample`;
  }
  const others = names.filter((_, j) => j !== place);
  return `regressor "${names[place]}" is a linear combination of the others (${others.join(', ')})`;
}
