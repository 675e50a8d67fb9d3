import type { EconError, ErrorDetail } from '../../core/errors.js';
import { errorFromStatus } from '../../core/status-errors.js';
import { Status, statusName } from '../../core/status.js';
import { linearError } from './errors.js';
import type { Failure } from './records.js';
import type { LinearSample } from './sample.js';
import type { TransformedModel } from './transformed.js';

/** The error of a status that taking out the effects ended with; `place` is the column it refers to. */
export function transformationError(
  status: number,
  place: number,
  model: TransformedModel,
  sample: LinearSample,
): EconError {
  const { estimator, transformation } = model;
  const column = sample.names[place] ?? sample.depvar;
  const effects = transformation.absorbed.map(({ name }) => name).join(', ');
  const say = (problem: string, detail: ErrorDetail = {}) =>
    errorFromStatus(status, `${estimator}: ${problem}`, { column, effects, ...detail });
  switch (status) {
    case Status.RankDeficient:
      return say(
        `regressor "${column}" does not vary within ${effects}: their effects take all of it; expected variation within`,
      );
    case Status.NotConverged: {
      const { tolerance, maxIterations } = model.absorb;
      return say(
        `the effects of ${effects} in "${column}" have not converged to ${tolerance} after ${maxIterations} iterations (absorb.tolerance, absorb.maxIterations)`,
        { tolerance, maxIterations },
      );
    }
    default:
      return say(`the core returned ${statusName(status)}`);
  }
}

/** The error of a status that the regression of transformed rows ended with. */
export function regressionError(
  failure: Failure,
  model: TransformedModel,
  sample: LinearSample,
): EconError {
  const { estimator } = model;
  if (failure.status !== Status.NoDegreesOfFreedom) return linearError(estimator, failure, sample);
  return errorFromStatus(failure.status, `${estimator}: ${noDegrees(model, sample)}`);
}

function noDegrees({ transformation }: TransformedModel, { nrows, names }: LinearSample): string {
  const { kind, absorbed, units } = transformation;
  if (kind === 'random' || kind === 'between') {
    return `${nrows} rows of ${units!.count} units for ${names.length} coefficients; expected more units than coefficients, and more rows than both`;
  }
  const levels = absorbed.map(({ name, count }) => `${count} effects of ${name}`).join(', ');
  return `${nrows} rows for ${names.length} coefficients and ${levels}; expected more rows than both`;
}
