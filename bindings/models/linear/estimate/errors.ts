import { plural } from '../../../words/text/counts.js';
import type { EconError } from '../../../core/errors/errors.js';
import { counted, listed } from '../../../words/text/messages.js';
import { errorFromStatus } from '../../../core/engine/status-errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusTold } from '../../../core/engine/status-sentences.js';
import { rowNumber } from '../../../data/place.js';
import type { Omitted } from '../../../results/common.js';
import { collinearColumns, effectName } from './explain-collinear.js';
import type { Failure } from './records.js';
import type { Order } from '../design/order.js';
import type { LinearSample } from '../design/sample.js';

/** Turns a status of the core into an error that uses the names of the model. */
export function linearError(estimator: string, failure: Failure, sample: LinearSample): EconError {
  const { status, detail, dependence } = failure;
  const redundant = collinearColumns({ ...sample, absorbed: [] }, dependence);
  const first = redundant.find(({ name }) => name === sample.names[detail]);
  const collinearity = first !== undefined && {
    column: first.name,
    columns: first.explainedBy,
    collinear: redundant,
  };
  return errorFromStatus(status, messageOf(failure, first, sample), { ...collinearity }, estimator);
}

function messageOf(
  { status, detail, bandwidth }: Failure,
  first: Omitted | undefined,
  sample: LinearSample,
): string {
  const { names, nrows, order } = sample;
  if (first !== undefined) return collinear(first, sample.differencedBy);
  switch (status) {
    case Status.NoDegreesOfFreedom:
      return `${plural(nrows, 'row')} for ${plural(names.length, 'coefficient')} (${listed(names)}); expected more rows than coefficients: leave out regressors or add rows`;
    case Status.ShapeMismatch:
      return order === undefined || detail < 0
        ? statusTold(status).text
        : twoRows(detail, order, sample);
    case Status.TooManyLags:
      return order === undefined || detail < 1
        ? statusTold(status).text
        : tooManyLags(detail, bandwidth, order);
    default:
      return statusTold(status).text;
  }
}

/** `detail` is the second of two rows with the same place in the order. */
function twoRows(
  detail: number,
  { column, period, unit, periods }: Order,
  { rows, table }: LinearSample,
): string {
  const first = period.findIndex((p, i) => p === period[detail] && unit[i] === unit[detail]);
  const numbers = [rows[first]!, rows[detail]!]
    .map((row) => rowNumber(row, table.fileRows))
    .sort((a, b) => a - b);
  return `column "${column}" orders the rows and must differ between rows (of the same unit, if panel is set), found ${periods[period[detail]!]} in rows ${numbers.join(' and ')}; remove a row or choose another order`;
}

function tooManyLags(periods: number, bandwidth: number, { column }: Order): string {
  const most = periods - 1;
  return `bandwidth: expected at most ${most} lags, one fewer than the ${counted(periods, 'period')} of "${column}" from first to last, found ${bandwidth}; use fewer lags or auto`;
}

/** Says in words how the regressor depends on the columns that explain it. */
export function collinear({ name, explainedBy }: Omitted, differencedBy?: string): string {
  if (explainedBy.length === 0) return `regressor "${name}" is zero in every row of the sample`;
  if (explainedBy.length === 1 && explainedBy[0] === '_cons') {
    return `regressor "${name}" is constant, and the model has an intercept`;
  }
  if (explainedBy.length === 1 && explainedBy[0] === effectName({ name: differencedBy ?? '' })) {
    return `regressor "${name}" does not vary within ${differencedBy}`;
  }
  return `regressor "${name}" is a linear combination of ${listed(explainedBy)}`;
}
