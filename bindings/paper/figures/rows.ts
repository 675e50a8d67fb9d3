/** Fitted values and residuals of the rows of a model that was estimated in this process. */
import { InputError } from '../../core/errors/errors.js';
import { rowNumber } from '../../data/index.js';
import { requireContext } from '../../models/context.js';
import type { FitContext } from '../../models/fit-context.js';
import type { LinearSample } from '../../models/linear/design/sample.js';
import type { FitResult } from '../../results/fit.js';

type Linear = Extract<FitContext, { readonly estimator: 'ols' | 'panel' | 'iv' | 'gmm' }>;

export interface FittedRows {
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** Rows of the file, counted from 1. */
  readonly rowNumbers: readonly number[];
}

/**
 * y minus X b, minus absorbed effects. Residuals of first differences are differences.
 *
 * @throws InputError `result-without-data` for a saved result, `no-residuals` for estimators without a residual per row
 */
export function fittedRows(fit: FitResult): FittedRows {
  const context = linearContext(fit);
  const sample = sampleOf(context);
  const { residuals } = context.estimate;
  const isUnitMeans = context.estimator === 'panel' && context.model.effects === 'between';
  const isPartial = context.estimator === 'panel' && context.model.effects === 'random';
  if (isUnitMeans || residuals.length !== sample.nrows) {
    throw noResiduals(`the ${fit.title} estimate, whose residuals are not those of rows`);
  }
  const left = isPartial ? linearResiduals(sample, context.estimate.params) : residuals;
  return {
    fitted: sample.y.map((value, i) => value - left[i]!),
    residuals: left,
    rowNumbers: Array.from(sample.rows, (row) => rowNumber(row, sample.table.fileRows)),
  };
}

function linearContext(fit: FitResult): Linear {
  const context = requireContext('figure', fit);
  if (context.estimator === 'dpd') {
    throw noResiduals('a dynamic panel, whose residuals in levels contain the unit effects');
  }
  return context;
}

function sampleOf(context: Linear): LinearSample {
  return 'rows' in context.sample && 'endogenous' in context.sample
    ? context.sample.rows
    : context.sample;
}

function noResiduals(estimate: string): InputError {
  const message = `figure: expected an estimate by ols, iv, gmm or panel with a residual for each row, found ${estimate}; plot influence shows its units`;
  return new InputError('no-residuals', message);
}

/** y - X b of random effects, whose own residuals belong to rows minus a part of their unit's mean. */
function linearResiduals({ x, y }: LinearSample, params: Float64Array): Float64Array {
  return y.map((value, i) =>
    x.reduce(
      (rest: number, column, j) =>
        rest - params[j]! * (typeof column === 'number' ? column : column[i]!),
      value,
    ),
  );
}
