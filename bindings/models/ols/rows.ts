/** Least squares of rows that are arrays already, whether a formula or a caller made them. */
import type { Engine } from '../../core/engine.js';
import { estimateRows } from '../linear/estimate/estimate.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import type { LinearEstimate } from '../linear/estimate/records.js';
import { estimateTransformed, type TransformedEstimate } from '../linear/estimate/transformed.js';
import { type LinearSample, withoutColumns } from '../linear/design/sample.js';
import type { FitResult } from '../../results/fit.js';
import type { OlsModel } from './model.js';
import { olsResult } from './result.js';

/** What an estimate needs to know besides its rows. */
export type OlsRowsModel = Pick<OlsModel, 'vcov' | 'weights' | 'absorb' | 'collinear' | 'level'>;

/** The rows of an estimate without collinear regressors, the estimate and its result. */
export interface OlsRowsFitted {
  readonly sample: LinearSample;
  readonly estimate: LinearEstimate | TransformedEstimate;
  readonly result: FitResult;
}

/**
 * @param known - the result, if it has been computed before
 * @throws InputError, IdentificationError, NumericalError, EngineError
 */
export function fitOlsRows(
  engine: Engine,
  model: OlsRowsModel,
  whole: LinearSample,
  known?: FitResult,
): OlsRowsFitted {
  const { sample, estimate, omitted } = omitCollinear(whole, {
    collinear: model.collinear,
    estimate: (rows) => estimateOls(engine, model, rows),
    without: withoutColumns,
  });
  const result = known ?? olsResult(engine, model, { sample, omitted }, estimate);
  return { sample, estimate, result };
}

function estimateOls(
  engine: Engine,
  { vcov, weights, absorb }: OlsRowsModel,
  sample: LinearSample,
): LinearEstimate | TransformedEstimate {
  const problem = { estimator: 'ols', weightType: weights?.type, vcov };
  const { absorbed } = sample;
  if (absorbed.length === 0) return estimateRows(engine, problem, sample);
  const transformation = { kind: 'absorbed', absorbed } as const;
  return estimateTransformed(engine, { ...problem, absorb, transformation }, sample);
}
