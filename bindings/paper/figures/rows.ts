/** Fitted values and residuals of the rows of a model that was estimated in this process. */
import { InputError } from '../../core/errors/errors.js';
import { rowNumber } from '../../data/index.js';
import { requireContext } from '../../models/context.js';
import type { FitContext } from '../../models/fit-context.js';
import { fittedModel, linearOf } from '../../models/fitted-model.js';
import { isOfMeans, isPartial, type LinearFit } from '../../models/linear/fitted.js';
import type { LinearSample } from '../../models/linear/design/sample.js';
import { estimatorNames, has, traitsOf } from '../../models/registry.js';
import type { FitResult } from '../../results/fit.js';
import { noResiduals } from '../../words/errors/paper/figures.js';

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
  const context = requireContext('figure', fit);
  const linear = linearOf(context);
  const { table, rows } = fittedModel(context).counted(context);
  return {
    ...(linear === undefined ? ofColumns(context, fit) : ofRegression(linear, fit)),
    rowNumbers: Array.from(rows, (row) => rowNumber(row, table.fileRows)),
  };
}

type Residuals = Pick<FittedRows, 'fitted' | 'residuals'>;

function ofRegression(
  { rows: sample, estimate, transformation }: LinearFit,
  { title }: FitResult,
): Residuals {
  const { residuals } = estimate;
  if (isOfMeans({ transformation }) || residuals.length !== sample.nrows) {
    throw withoutResiduals({ title }, 'transformed');
  }
  const left = isPartial({ transformation }) ? linearResiduals(sample, estimate.params) : residuals;
  return { fitted: sample.y.map((value, i) => value - left[i]!), residuals: left };
}

/** Residuals of models that are not regressions, as the models define them. */
function ofColumns(context: FitContext, fit: FitResult): Residuals {
  const { rowResiduals, dynamics } = has(fit);
  const { fitted, residual: residuals } = rowResiduals
    ? (fittedModel(context).columns?.(context, fit).columns ?? {})
    : {};
  if (fitted instanceof Float64Array && residuals instanceof Float64Array) {
    return { fitted, residuals };
  }
  const model = traitsOf(fit.estimator)?.words.fit ?? fit.estimator;
  throw withoutResiduals({ model }, dynamics ? 'effects' : undefined);
}

type Without = Parameters<typeof noResiduals>[0];

function withoutResiduals(estimate: Without['estimate'], why: Without['why']): InputError {
  const estimators = estimatorNames().filter((estimator) => has({ estimator }).rowResiduals);
  return new InputError(noResiduals({ estimators, estimate, why }), 'figure');
}

/** y - X b for random effects; the model's own residuals are quasi-demeaned. */
function linearResiduals({ x, y }: LinearSample, params: Float64Array): Float64Array {
  return y.map((value, i) =>
    x.reduce(
      (rest: number, column, j) =>
        rest - params[j]! * (typeof column === 'number' ? column : column[i]!),
      value,
    ),
  );
}
