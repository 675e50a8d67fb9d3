/** Least squares of rows that are arrays already, whether a formula or a caller made them. */
import type { AnyEngine } from '../../core/engine/engine.js';
import { estimateRows } from '../linear/estimate/estimate.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import type { LinearEstimate } from '../linear/estimate/records.js';
import type { TransformedEstimate } from '../linear/estimate/transformed.js';
import type { LinearSample } from '../linear/design/sample.js';
import { withoutColumns } from '../linear/design/without-columns.js';
import type { FitResult } from '../../results/fit.js';
import type { OlsModel } from './model.js';
import { leastSquaresResult } from '../linear/result/least-squares.js';

/** What an estimate needs besides its rows. */
export type OlsRowsModel = Pick<OlsModel, 'vcov' | 'weights' | 'collinear' | 'level'>;

/** The rows of an estimate without the collinear regressors, the estimate and its result. */
export interface OlsRowsFitted {
  readonly sample: LinearSample;
  readonly estimate: LinearEstimate | TransformedEstimate;
  readonly result: FitResult;
}

interface OlsRowsOptions {
  /** Another estimator to use instead of least squares of the unchanged rows. */
  readonly estimate?: ((sample: LinearSample) => LinearEstimate | TransformedEstimate) | undefined;
  /** The result, if it has been computed already. */
  readonly known?: FitResult | undefined;
}

/** @throws InputError, IdentificationError, NumericalError, EngineError */
export function fitOlsRows(
  engine: AnyEngine,
  model: OlsRowsModel,
  whole: LinearSample,
  options: OlsRowsOptions = {},
): OlsRowsFitted {
  const problem = { estimator: 'ols', weightType: model.weights?.type, vcov: model.vcov };
  const { sample, estimate, omitted } = omitCollinear(whole, {
    collinear: model.collinear,
    estimate: options.estimate ?? ((rows) => estimateRows(engine, problem, rows)),
    without: withoutColumns,
  });
  const result = options.known ?? leastSquaresResult(engine, model, { sample, omitted }, estimate);
  return { sample, estimate, result };
}
