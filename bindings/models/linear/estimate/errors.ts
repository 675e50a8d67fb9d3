import type { EconError } from '../../../core/errors/errors.js';
import { errorFromStatus } from '../../../core/engine/status-errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusTold } from '../../../core/engine/status-sentences.js';
import { rowNumber } from '../../../data/place.js';
import type { Omitted } from '../../../results/common.js';
import { type Collinear, collinear } from '../../../words/errors/models/regressors.js';
import { sameOrder, tooFewRows, tooManyLags } from '../../../words/errors/models/sample.js';
import type { Told } from '../../../words/told.js';
import { collinearColumns, effectName } from './explain-collinear.js';
import type { Failure } from './records.js';
import type { Order } from '../design/order.js';
import type { LinearSample } from '../design/sample.js';

/** Turns a status of the core into an error that uses the names of the model. */
export function linearError(estimator: string, failure: Failure, sample: LinearSample): EconError {
  return errorFromStatus(failure.status, toldOf(failure, sample), estimator);
}

function toldOf({ status, detail, bandwidth, dependence }: Failure, sample: LinearSample): Told {
  const { names, nrows, order, differencedBy } = sample;
  const redundant = collinearColumns({ ...sample, absorbed: [] }, dependence);
  const first = redundant.find(({ name }) => name === names[detail]);
  if (first !== undefined) {
    return collinear({ ...dependenceOf(first, differencedBy), collinear: redundant });
  }
  switch (status) {
    case Status.NoDegreesOfFreedom:
      return tooFewRows({ rows: nrows, names });
    case Status.ShapeMismatch:
      return order === undefined || detail < 0
        ? statusTold(status)
        : sameOrder(twoRows(detail, order, sample));
    case Status.TooManyLags:
      return order === undefined || detail < 1
        ? statusTold(status)
        : tooManyLags({ column: order.column, periods: detail, bandwidth });
    default:
      return statusTold(status);
  }
}

/** `detail` is the second of two rows with the same place in the order. */
function twoRows(
  detail: number,
  { column, period, unit, periods }: Order,
  { rows, table }: LinearSample,
) {
  const first = period.findIndex((p, i) => p === period[detail] && unit[i] === unit[detail]);
  const numbers = [rows[first]!, rows[detail]!]
    .map((row) => rowNumber(row, table.fileRows))
    .sort((a, b) => a - b);
  return { column, found: periods[period[detail]!]!, rows: numbers };
}

/** How a regressor depends on the columns that explain it. */
export function dependenceOf(
  { name, explainedBy }: Omitted,
  differencedBy: string | undefined,
): Pick<Collinear, 'column' | 'columns' | 'form' | 'unit'> {
  const parts = { column: name, columns: explainedBy };
  if (explainedBy.length === 0) return { ...parts, form: 'zero' };
  if (explainedBy.length === 1 && explainedBy[0] === '_cons') return { ...parts, form: 'constant' };
  if (
    differencedBy !== undefined &&
    explainedBy.length === 1 &&
    explainedBy[0] === effectName({ name: differencedBy })
  ) {
    return { ...parts, form: 'within-unit', unit: differencedBy };
  }
  return { ...parts, form: 'combination' };
}
